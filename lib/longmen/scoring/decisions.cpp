// SPDX-License-Identifier: GPL-3.0-or-later
// A line through scored patents, and the certificates of those near it.
#include <longmen/scoring/decisions.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/scoring/detail/patent_inputs.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace longmen::scoring {
namespace {

constexpr double least_weightings = 1000, least_nodes = 100;
constexpr double least_coverage = 1e-9; // of a model without a limit: any weight at all

/// 1, 2 or 5 times a power of ten, not above `most`.
std::size_t round_down(double most) {
    const double power = std::pow(10, std::floor(std::log10(most)));
    const double lead = most / power;
    return static_cast<std::size_t>(power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1));
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

} // namespace

Line parse_line(std::string_view text) {
    constexpr std::string_view best = "best:", at_least = "at-least:";
    Line line;
    if (text.starts_with(best)) {
        line.best = number_of<std::size_t>(text.substr(best.size()));
    } else if (text.starts_with(at_least)) {
        line.at_least = number_of<double>(text.substr(at_least.size()));
    }
    if ((line.best && *line.best > 0) || (line.at_least && std::isfinite(*line.at_least))) {
        return line;
    }
    throw UsageError(sentence("{}：应为 best:名额（如 best:20）或 at-least:分数线（如 at-least:60）",
                              "{}: best:PLACES (as best:20) or at-least:VALUE (as at-least:60) is expected",
                              text));
}

NamedChoice patent_choice(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                          const Line& line) {
    if (!additive(model.aggregation)) {
        throw UsageError(sentence(
            "模型 {} 的价值分不是加权平均，不能给出权重变动的证书",
            "model {}: its value is no weighted mean; what would turn a decision cannot be told", model.id));
    }
    NamedChoice named;
    named.scale = model.scale;
    for (const auto& term : model.terms) {
        named.terms.push_back({term.name(), {term.heading(Lang::zh), term.heading(Lang::en)}});
        named.choice.weights.push_back(term.weight);
    }
    // In the order of numbers, which is that of the corpus as loaded; ties are told by it.
    for (std::size_t i = 0; i < scores.patents.size(); ++i) {
        if (scores.patents[i].value.defined()) {
            named.positions.push_back(static_cast<std::uint32_t>(i));
        }
    }
    std::ranges::sort(named.positions, {}, [&](std::uint32_t i) { return corpus.patents[i].number; });
    for (const auto i : named.positions) {
        named.names.push_back(corpus.patents[i].number);
        for (const auto& term : scores.terms) {
            const auto& cell = term.cells[i];
            named.choice.values.push_back(cell.state == TermState::dropped
                                              ? std::numeric_limits<double>::quiet_NaN()
                                              : cell.normalised);
        }
    }
    named.choice.rule.best = line.best;
    named.choice.rule.least_coverage = std::clamp(model.minimum_coverage, least_coverage, 1 - least_coverage);
    if (line.at_least) {
        named.choice.rule.at_least = *line.at_least / model.scale;
    }
    named.inputs = detail::patent_inputs(model, scores, named.positions);
    return named;
}

Decisions decide(NamedChoice choice, const DecideOptions& options, Threads& threads) {
    Decisions result;
    result.of = std::move(choice);
    const auto& c = result.of.choice;
    check_choice(c);
    result.chosen = chosen_under(c, c.weights);
    DecisionMarginOptions margin;
    margin.asked = options.asked;
    margin.near = options.near;
    margin.most_nodes = static_cast<std::size_t>(
        std::clamp(options.most_visits / static_cast<double>(std::max<std::size_t>(1, c.candidates())),
                   least_nodes, static_cast<double>(margin.most_nodes)));
    result.margins = decision_margins(c, margin, threads);
    result.inputs.resize(result.of.inputs.empty() ? 0 : result.margins.size());
    threads.each(result.inputs.size(), [&](std::size_t m, unsigned) {
        for (std::size_t t = 0; t < c.terms(); ++t) {
            result.inputs[m].push_back(input_flip(c, result.of.inputs[t], t, result.margins[m].candidate));
        }
    });
    const double products = static_cast<double>(std::max<std::size_t>(1, c.values.size()));
    result.weightings = static_cast<std::size_t>(std::min(
        static_cast<double>(options.weightings),
        static_cast<double>(round_down(std::max(least_weightings, options.most_products / products)))));
    result.seed = options.seed;
    RankAcceptabilityOptions drawn;
    drawn.weightings = result.weightings;
    drawn.seed = options.seed;
    drawn.ranks = false;
    result.acceptability = rank_acceptability(c, drawn, threads);
    return result;
}

} // namespace longmen::scoring
