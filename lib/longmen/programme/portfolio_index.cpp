// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a portfolio's standing, their percentiles, and the mean of these.
#include <longmen/programme/portfolio_index.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/leap.hpp>
#include <longmen/stats/power_mean.hpp>
#include <longmen/stats/ranks.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace longmen::programme {
namespace {

constexpr std::array<std::string_view, portfolio_parts> part_keys{"value", "growth", "breadth"};
constexpr double percent = 100;
constexpr double settle = 1e9;          // values that differ only by rounding noise are one
constexpr double tolerance = 1e-9;      // of the sum of weights
constexpr std::int64_t most_years = 50; // of a window

/// The figures of one enterprise at the end of the year.
void measure(const Enterprise& enterprise, const std::vector<PortfolioYear>& years,
             const PortfolioIndexRule& rule, int year, PortfolioIndex& index) {
    const auto here = std::ranges::find(years, year, &PortfolioYear::year);
    if (here != years.end()) {
        index.parts[0].raw = here->value;
        index.parts[2].raw = static_cast<double>(here->subclasses);
    }
    Ranking window;
    window.years = rule.years;
    window.weights = {{Growth::portfolio_value, 1}};
    index.parts[1].raw = detail::measure_growth(enterprise, &years, window, year).front().rate;
}

void set_percentiles(std::vector<PortfolioIndex>& indices) {
    for (std::size_t part = 0; part < portfolio_parts; ++part) {
        std::vector<double> raw;
        for (const auto& index : indices) {
            if (index.parts[part].raw.defined()) {
                raw.push_back(index.parts[part].raw.value());
            }
        }
        std::ranges::sort(raw);
        for (auto& index : indices) {
            auto& figure = index.parts[part];
            if (figure.raw.defined()) {
                figure.percentile = stats::standing(raw, figure.raw.value()).percentile() * percent;
            }
        }
    }
}

Measured<double> combined(const PortfolioIndex& index, const PortfolioIndexRule& rule, double power) {
    std::vector<double> figures, weights;
    for (std::size_t part = 0; part < portfolio_parts; ++part) {
        if (index.parts[part].percentile) {
            figures.push_back(*index.parts[part].percentile);
            weights.push_back(rule.weights[part]);
        }
    }
    if (figures.empty()) {
        return Undefined::no_data;
    }
    return std::round(stats::power_mean(figures, weights, power) * settle) / settle;
}

} // namespace

std::string_view portfolio_part_key(PortfolioPart part) {
    return part_keys.at(static_cast<std::size_t>(part));
}

Text portfolio_part_text(PortfolioPart part) {
    constexpr std::array<Text, portfolio_parts> texts{Text{"价值", "value"}, Text{"成长", "growth"},
                                                      Text{"宽度", "breadth"}};
    return texts.at(static_cast<std::size_t>(part));
}

PortfolioIndexRule read_portfolio_index(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "title_zh", "title_en", "question_zh", "question_en", "source", "date",
                "part", "combine", "alternative"});
    PortfolioIndexRule rule;
    rule.id = root.at("id").string();
    rule.version = root.at("version").string();
    rule.checksum = config.checksum();
    rule.source = root.at("source").string();
    rule.date = root.at("date").date();
    rule.title = {root.at("title_zh").string(), root.at("title_en").string()};

    double sum = 0;
    for (const auto* node : root.tables("part")) {
        const auto& id = node->at("id");
        const auto found = std::ranges::find(part_keys, std::string_view{id.string()});
        if (found == part_keys.end()) {
            id.fail(sentence("未知的名称“{}”；此处允许：{}", "unknown name `{}`; allowed here: {}",
                             id.string(), fmt::join(part_keys, ", ")));
        }
        const auto part = static_cast<std::size_t>(found - part_keys.begin());
        const bool grows = static_cast<PortfolioPart>(part) == PortfolioPart::growth;
        if (grows) {
            node->allow({"id", "weight", "years"});
            const auto years = node->at("years").integer();
            if (years < 2 || years > most_years) {
                node->at("years").fail(
                    sentence("{} 不在 2 与 {} 之间", "{} is not between 2 and {}", years, most_years));
            }
            rule.years = static_cast<int>(years);
        } else {
            node->allow({"id", "weight"});
        }
        const double weight = node->at("weight").real();
        if (!(weight > 0 && weight <= 1) || rule.weights[part] > 0) {
            node->at("weight").fail(
                Sentence{"权重应大于 0、不大于 1，每部分只写一次",
                         "a weight above 0 and not above 1 is expected, and each part once"});
        }
        rule.weights[part] = weight;
        sum += weight;
    }
    if (std::ranges::find(rule.weights, 0.0) != std::end(rule.weights) || std::abs(sum - 1) > tolerance) {
        root.at("part").fail(
            sentence("应有 {} 各一部分，权重之和为 {:.6g}，应为 1",
                     "each of {} is expected once, and weights that add up to 1, not to {:.6g}",
                     fmt::join(part_keys, ", "), sum));
    }
    const auto& combine = root.at("combine");
    combine.allow({"power"});
    rule.power = combine.at("power").real();
    for (const auto* node : root.tables("alternative")) {
        node->allow({"id", "title_zh", "title_en", "power"});
        rule.alternatives.push_back({node->at("id").string(),
                                     {node->at("title_zh").string(), node->at("title_en").string()},
                                     node->at("power").real()});
    }
    return rule;
}

PortfolioIndices portfolio_indices(const Corpus& corpus, const PortfolioIndexRule& rule,
                                   const PortfolioValues& portfolio, std::optional<int> year) {
    PortfolioIndices result;
    result.rule = rule;
    result.year = year;
    result.enterprises.resize(corpus.enterprises.size());

    // --- parts ---------------------------------------------------------------------------------------------
    for (std::size_t e = 0; e < result.enterprises.size(); ++e) {
        auto& index = result.enterprises[e];
        index.enterprise = static_cast<std::uint32_t>(e);
        if (year && e < portfolio.size()) {
            measure(corpus.enterprises[e], portfolio[e], rule, *year, index);
        }
    }
    set_percentiles(result.enterprises);

    // --- combine and rank ----------------------------------------------------------------------------------
    std::vector<double> values;
    std::vector<PortfolioIndex*> ranked;
    std::vector<std::vector<double>> schemes;
    for (auto& index : result.enterprises) {
        index.value = combined(index, rule, rule.power);
        for (std::size_t part = 0; part < portfolio_parts; ++part) {
            index.coverage += index.parts[part].percentile ? rule.weights[part] : 0;
        }
        const auto or_none = [](const Measured<double>& value) {
            return value.defined() ? value.value() : std::numeric_limits<double>::quiet_NaN();
        };
        auto& row = schemes.emplace_back(std::vector<double>{or_none(index.value)});
        for (const auto& alternative : rule.alternatives) {
            index.alternatives.push_back(combined(index, rule, alternative.power));
            row.push_back(or_none(index.alternatives.back()));
        }
        if (index.value.defined()) {
            values.push_back(index.value.value());
            ranked.push_back(&index);
        }
    }
    const auto ranks = stats::ranks_descending(values);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        ranked[i]->rank = ranks[i];
    }
    if (!schemes.empty()) {
        result.agreement = scoring::scheme_agreement(scoring::number_table(schemes));
    }
    return result;
}

} // namespace longmen::programme
