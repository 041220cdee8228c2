// SPDX-License-Identifier: GPL-3.0-or-later
// Values, rank ranges and orders; the portfolios are made in detail/portfolio.cpp.
#include <longmen/scoring/evaluate.hpp>

#include <longmen/scoring/detail/patent_values.hpp>
#include <longmen/scoring/detail/weighing.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace longmen::scoring {
namespace {

bool granted(const Patent& patent, Date as_of) {
    return patent.grant_date ? patent.grant_date->days() <= as_of.days()
                             : patent.status == LegalState::granted;
}

/// Positions by rank, then by `less`; those without a rank last.
template <class Score, class Less>
std::vector<std::uint32_t> order_of(const std::vector<Score>& scored, Less less) {
    std::vector<std::uint32_t> order(scored.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const auto ra = scored[a].rank.rank - 1; // no rank becomes the largest
        const auto rb = scored[b].rank.rank - 1;
        return ra != rb ? ra < rb : less(a, b);
    });
    return order;
}

void set_value(PartyScore& party, const ValueModel& model, const detail::PortfolioFigures& figures) {
    if (party.families.empty() || (party.counted == 0 && party.active + party.unknown > 0)) {
        return;
    }
    party.sum = figures.sum;
    party.top_mean = party.counted > 0 ? Measured<double>{figures.top_mean} : Measured<double>{0.0};
    party.value = figures.by(model.portfolio.value);
}

/// Ranks of the parties under one change of weights.
void rank_parties(std::vector<PartyScore>& parties, const Scores& scores, const ValueModel& model,
                  std::span<const double> values, std::size_t change) {
    std::vector<double> figures;
    std::vector<RankRange*> ranges;
    for (auto& party : parties) {
        const auto f = detail::portfolio_figures(party, scores, model, values);
        if (change == 0) {
            set_value(party, model, f);
        }
        if (party.value.defined()) {
            figures.push_back(f.by(model.portfolio.value));
            ranges.push_back(&party.rank);
        }
    }
    detail::fold_ranks(figures, ranges, change);
}

} // namespace

Scores evaluate(const Corpus& corpus, const ValueModel& model, const EvaluateOptions& options) {
    const auto n = corpus.patents.size();
    Progress quiet;
    auto& progress = options.progress ? *options.progress : quiet;
    progress.begin("score", model.terms.size() + detail::changes(model));
    std::uint64_t done = 0;

    // --- terms ---------------------------------------------------------------------------------------------
    Scores scores;
    scores.as_of = corpus.as_of;
    scores.baseline = detail::basis_of(options.baseline);
    scores.placement = place(corpus, model.fields);
    for (const auto& term : model.terms) {
        const auto column = std::ranges::find(options.columns, term.key, &indicators::Column::key);
        if (term.record == nullptr && column == options.columns.end()) {
            throw std::logic_error("evaluate: no column of " + term.key);
        }
        scores.terms.push_back(term_column(corpus, model, term, scores.placement,
                                           term.record == nullptr ? &*column : nullptr, options.baseline));
        progress.at(++done);
    }

    // --- values under the model's own weights --------------------------------------------------------------
    std::vector<double> values(n);
    const auto scored = detail::value_patents(model, scores, [&](std::size_t i) {
        return model.granted_only && !granted(corpus.patents[i], corpus.as_of)
                   ? std::optional{Undefined::not_granted}
                   : std::nullopt;
    });
    detail::make_portfolios(corpus, model, scores);

    // --- ranks under these and under each changed weight ---------------------------------------------------
    std::vector<RankRange*> ranges;
    for (const auto i : scored) {
        ranges.push_back(&scores.patents[i].rank);
    }
    std::vector<double> scored_values(scored.size());
    for (std::size_t change = 0; change < detail::changes(model); ++change) {
        const auto weights = detail::changed_weights(model, change);
        for (std::size_t s = 0; s < scored.size(); ++s) {
            values[scored[s]] = detail::weighed_value(model, scores.terms, weights, scored[s]);
            scored_values[s] = values[scored[s]];
        }
        detail::fold_ranks(scored_values, ranges, change);
        rank_parties(scores.enterprises, scores, model, values, change);
        rank_parties(scores.parks, scores, model, values, change);
        progress.at(++done);
    }

    // --- orders --------------------------------------------------------------------------------------------
    scores.patent_order = order_of(scores.patents, [&](std::uint32_t a, std::uint32_t b) {
        return corpus.patents[a].number < corpus.patents[b].number;
    });
    scores.enterprise_order = order_of(scores.enterprises, [&](std::uint32_t a, std::uint32_t b) {
        const auto& ea = corpus.enterprises[a];
        const auto& eb = corpus.enterprises[b];
        return std::tie(ea.name, ea.uscc) < std::tie(eb.name, eb.uscc);
    });
    scores.park_order = order_of(scores.parks, [&](std::uint32_t a, std::uint32_t b) {
        return scores.parks[a].name < scores.parks[b].name;
    });
    progress.end();
    return scores;
}

} // namespace longmen::scoring
