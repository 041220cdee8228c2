// SPDX-License-Identifier: GPL-3.0-or-later
// Cohorts as counts over their sorted values, drawn anew.
#include <longmen/scoring/cohort_bootstrap.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/scoring/detail/weighing.hpp>
#include <longmen/stats/quantiles.hpp>
#include <longmen/stats/ranks.hpp>
#include <longmen/stats/seeds.hpp>

#include <algorithm>
#include <cmath>
#include <span>

namespace longmen::scoring {
namespace {

constexpr int cap_percent = 99;

/// Tells a stream by what it is for (FNV-1a over the text).
std::uint64_t told_by(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = 0xcbf29ce484222325ULL ^ seed;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash;
}

/// A number below `n` from 64 random bits.
std::size_t below(std::uint64_t bits, std::size_t n) {
    return static_cast<std::size_t>(static_cast<double>(bits >> 11U) * 0x1p-53 * static_cast<double>(n));
}

/// How often each sorted member of a cohort was drawn, added up: `before[i]` those before position i.
struct DrawnCohort {
    std::vector<std::uint32_t> before;
    double p99 = 0, mean = 0;

    void draw(std::span<const double> sorted, std::uint64_t stream) {
        const auto n = sorted.size();
        before.assign(n + 1, 0);
        for (std::size_t i = 0; i < n; ++i) {
            ++before[below(stats::spread_seed(stream + i), n) + 1];
        }
        mean = 0;
        for (std::size_t i = 0; i < n; ++i) {
            mean += before[i + 1] * sorted[i];
            before[i + 1] += before[i];
        }
        mean /= static_cast<double>(n);
        const auto at = stats::percentile_positions(n, cap_percent);
        p99 = (value_at(sorted, at.low) + value_at(sorted, at.high)) / 2;
    }

private:
    /// The value at a 1-based position of those drawn.
    [[nodiscard]] double value_at(std::span<const double> sorted, std::size_t position) const {
        const auto past = std::ranges::lower_bound(before, position);
        return sorted[static_cast<std::size_t>(past - before.begin()) - 1];
    }
};

/// Where the raw value of each patent stands in its cohort: it does not change from draw to draw.
struct Standings {
    std::vector<std::uint32_t> low, high;
};

bool redrawn(const ValueTerm& term, const TermColumn& column, const TermCell& cell) {
    return needs_cohort(term.normalisation) && cell.has_raw && cell.cohort != no_cohort &&
           !column.statistics[cell.cohort].baseline;
}

/// Ranges from the draws of one kind of subject.
class Spread {
    std::size_t draws_, n_;
    std::vector<double> values_;       ///< [subject * draws + draw]
    std::vector<std::uint32_t> ranks_; ///< the same

public:
    Spread(std::size_t draws, std::size_t n) : draws_(draws), n_(n), values_(draws * n), ranks_(draws * n) {}

    void take(std::size_t draw, std::span<const double> values) {
        const auto ranks = stats::ranks_descending(values);
        for (std::size_t i = 0; i < n_; ++i) {
            values_[i * draws_ + draw] = values[i];
            ranks_[i * draws_ + draw] = ranks[i];
        }
    }

    [[nodiscard]] BootstrapRange range(std::size_t i, const CohortBootstrapOptions& options) {
        const auto last = static_cast<double>(draws_ - 1);
        const auto low = static_cast<std::size_t>(std::floor(options.low_share * last));
        const auto high = static_cast<std::size_t>(std::ceil(options.high_share * last));
        const auto values = std::span{values_}.subspan(i * draws_, draws_);
        const auto ranks = std::span{ranks_}.subspan(i * draws_, draws_);
        std::ranges::sort(values);
        std::ranges::sort(ranks);
        return {values[low], values[high], ranks[low], ranks[high]};
    }
};

class Bootstrap {
    const ValueModel& model_;
    const Scores& scores_;
    std::uint64_t seed_;
    std::vector<double> weights_;
    std::vector<std::uint32_t> scored_; ///< patents with a value
    std::vector<Standings> standings_;  ///< by term, by position in scored_

public:
    Bootstrap(const ValueModel& model, const Scores& scores, std::uint64_t seed)
        : model_(model), scores_(scores), seed_(seed), weights_(detail::changed_weights(model, 0)) {
        for (std::size_t i = 0; i < scores.patents.size(); ++i) {
            if (scores.patents[i].value.defined()) {
                scored_.push_back(static_cast<std::uint32_t>(i));
            }
        }
        for (std::size_t t = 0; t < model.terms.size(); ++t) {
            auto& standing = standings_.emplace_back();
            const auto& column = scores.terms[t];
            if (!needs_cohort(model.terms[t].normalisation)) {
                continue;
            }
            standing.low.resize(scored_.size());
            standing.high.resize(scored_.size());
            for (std::size_t s = 0; s < scored_.size(); ++s) {
                const auto& cell = column.cells[scored_[s]];
                if (redrawn(model.terms[t], column, cell)) {
                    const auto& sorted = column.statistics[cell.cohort].sorted;
                    const auto place = stats::standing(sorted, cell.raw);
                    standing.low[s] = static_cast<std::uint32_t>(place.below);
                    standing.high[s] = static_cast<std::uint32_t>(place.below + place.equal);
                }
            }
        }
    }

    [[nodiscard]] const std::vector<std::uint32_t>& scored() const { return scored_; }

    /// Values of one draw, by position in the corpus.
    [[nodiscard]] std::vector<double> values(std::size_t draw) const {
        const auto terms = model_.terms.size();
        std::vector<detail::UsedTerm> used(terms * scored_.size());
        DrawnCohort drawn;
        for (std::size_t t = 0; t < terms; ++t) {
            const auto& column = scores_.terms[t];
            for (std::size_t s = 0; s < scored_.size(); ++s) {
                const auto& cell = column.cells[scored_[s]];
                used[s * terms + t] = {cell.normalised, cell.state != TermState::dropped};
            }
            if (!needs_cohort(model_.terms[t].normalisation)) {
                continue;
            }
            // Members of one cohort lie side by side, so that each is drawn once.
            for (const auto& [cohort, members] : by_cohort(t)) {
                const auto& statistic = column.statistics[cohort];
                const auto stream =
                    told_by(statistic.id, stats::spread_seed(told_by(model_.terms[t].name(), seed_) + draw));
                drawn.draw(statistic.sorted, stats::spread_seed(stream));
                for (const auto s : members) {
                    used[s * terms + t] = again(t, s, drawn);
                }
            }
        }
        std::vector<double> result(scores_.patents.size());
        for (std::size_t s = 0; s < scored_.size(); ++s) {
            result[scored_[s]] =
                detail::aggregate(model_, weights_, [&](std::size_t t) { return used[s * terms + t]; });
        }
        return result;
    }

private:
    using Members = std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>>;

    [[nodiscard]] Members by_cohort(std::size_t term) const {
        const auto& column = scores_.terms[term];
        Members members(column.statistics.size());
        for (std::uint32_t c = 0; c < members.size(); ++c) {
            members[c].first = c;
        }
        for (std::uint32_t s = 0; s < scored_.size(); ++s) {
            const auto& cell = column.cells[scored_[s]];
            if (redrawn(model_.terms[term], column, cell)) {
                members[cell.cohort].second.push_back(s);
            }
        }
        std::erase_if(members, [](const auto& entry) { return entry.second.empty(); });
        return members;
    }

    [[nodiscard]] detail::UsedTerm again(std::size_t t, std::size_t s, const DrawnCohort& drawn) const {
        const auto& term = model_.terms[t];
        const auto& cell = scores_.terms[t].cells[scored_[s]];
        const auto size = static_cast<double>(drawn.before.size() - 1);
        double value = 0;
        if (term.normalisation == Normalisation::percentile) {
            const double low = drawn.before[standings_[t].low[s]], high = drawn.before[standings_[t].high[s]];
            value = (low + high) / 2 / size;
        } else if (term.normalisation == Normalisation::mean_ratio) {
            if (!(drawn.mean > 0) || cell.raw < 0) {
                return {cell.normalised, cell.state != TermState::dropped};
            }
            return {cell.raw / drawn.mean, true};
        } else {
            if (!(drawn.p99 > 0)) {
                return {0, false};
            }
            value = std::clamp(cell.raw / drawn.p99, 0.0, 1.0);
        }
        return {term.less_is_more ? 1 - value : value, true};
    }
};

} // namespace

CohortBootstrap cohort_bootstrap(const ValueModel& model, const Scores& scores,
                                 const CohortBootstrapOptions& options, Threads& threads) {
    // --- check inputs --------------------------------------------------------------------------------------
    if (options.draws < 2) {
        throw UsageError(Sentence{"自助抽样至少需要 2 次", "at least 2 draws are expected"});
    }
    if (!(options.low_share >= 0 && options.low_share < options.high_share && options.high_share <= 1)) {
        throw UsageError(Sentence{"两端的比例须在 0 至 1 之间递增", "shares must ascend within 0..1"});
    }

    // --- draw ----------------------------------------------------------------------------------------------
    const Bootstrap bootstrap{model, scores, options.seed};
    const auto with_value = [](const std::vector<PartyScore>& parties) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < parties.size(); ++i) {
            if (parties[i].value.defined()) {
                found.push_back(i);
            }
        }
        return found;
    };
    const auto enterprises = with_value(scores.enterprises), parks = with_value(scores.parks);
    Spread of_patents{options.draws, bootstrap.scored().size()};
    Spread of_enterprises{options.draws, enterprises.size()}, of_parks{options.draws, parks.size()};
    threads.each(options.draws, [&](std::size_t draw, unsigned) {
        const auto values = bootstrap.values(draw);
        std::vector<double> told;
        for (const auto i : bootstrap.scored()) {
            told.push_back(values[i]);
        }
        of_patents.take(draw, told);
        const auto take = [&](Spread& spread, const std::vector<PartyScore>& parties,
                              const std::vector<std::size_t>& which) {
            told.clear();
            for (const auto i : which) {
                told.push_back(
                    detail::portfolio_figures(parties[i], scores, model, values).by(model.portfolio.value));
            }
            spread.take(draw, told);
        };
        take(of_enterprises, scores.enterprises, enterprises);
        take(of_parks, scores.parks, parks);
    });

    // --- finish --------------------------------------------------------------------------------------------
    CohortBootstrap result;
    result.draws = options.draws;
    result.seed = options.seed;
    result.patents.resize(scores.patents.size());
    result.enterprises.resize(scores.enterprises.size());
    result.parks.resize(scores.parks.size());
    for (std::size_t s = 0; s < bootstrap.scored().size(); ++s) {
        result.patents[bootstrap.scored()[s]] = of_patents.range(s, options);
    }
    for (std::size_t e = 0; e < enterprises.size(); ++e) {
        result.enterprises[enterprises[e]] = of_enterprises.range(e, options);
    }
    for (std::size_t p = 0; p < parks.size(); ++p) {
        result.parks[parks[p]] = of_parks.range(p, options);
    }
    return result;
}

} // namespace longmen::scoring
