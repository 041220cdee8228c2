// SPDX-License-Identifier: GPL-3.0-or-later
// Columns to values and ranks, by all threads.
#include <longmen/scoring/evaluate_columns.hpp>

#include <longmen/record/columns.hpp>
#include <longmen/scoring/detail/patent_values.hpp>
#include <longmen/scoring/detail/weighing.hpp>
#include <longmen/stats/ranks.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace longmen::scoring {
namespace {

constexpr std::size_t documents_of_piece = std::size_t{1} << 14;

Measured<double> value_at(const indicators::Column* column, std::size_t document) {
    if (column == nullptr) {
        return Undefined::no_data;
    }
    return column->defined(document) ? Measured<double>{column->values[document], column->complete(document)}
                                     : Measured<double>{column->why(document)};
}

TermColumn column_of(const ColumnSubjects& subjects, const ValueModel& model, const ValueTerm& term,
                     const Placement& placement, const Baseline* baseline, Threads& threads) {
    const auto find = [&](const std::string& key) {
        const auto found = std::ranges::find(subjects.columns, key, &indicators::Column::key);
        return found == subjects.columns.end() ? nullptr : &*found;
    };
    const auto* const own = find(term.key);
    const auto* const per = term.per.empty() ? nullptr : find(term.per);
    const auto raw = [&](std::size_t document) -> Measured<double> {
        if (!term.types.empty()) {
            const auto type = subjects.type(document);
            if (std::ranges::find(term.types, type) == term.types.end()) {
                return type == PatentType::unknown ? Undefined::no_data : Undefined::not_applicable;
            }
        }
        const auto value = value_at(own, document);
        return term.per.empty() ? value : quotient(value, value_at(per, document));
    };
    auto column = term_column(raw, model, term, placement, baseline, threads);
    for (auto& cohort : column.cohorts.cohorts) { // their statistics are all that is read from here on
        cohort.members = {};
    }
    return column;
}

/// Ranks of the scored under one set of weights.
std::vector<std::uint32_t> ranks_under(const ValueModel& model, const Scores& scores,
                                       const std::vector<std::uint32_t>& scored, std::size_t change) {
    const auto weights = detail::changed_weights(model, change);
    std::vector<double> values;
    values.reserve(scored.size());
    for (const auto document : scored) {
        values.push_back(detail::weighed_value(model, scores.terms, weights, document));
    }
    return stats::ranks_descending(values);
}

/// A document by rank and the first bytes of its number, so that sorting rarely asks for the number itself.
struct Placed {
    static constexpr std::size_t head = 16;
    std::uint64_t high = 0, low = 0;
    std::uint32_t rank = 0, document = 0;
};

std::uint64_t in_order_of_text(const char* bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

std::vector<std::uint32_t> order_of(const ColumnSubjects& subjects, const Scores& scores, Threads& threads) {
    std::vector<Placed> placed(scores.patents.size());
    threads.ranges(placed.size(), documents_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto at = begin; at < end; ++at) {
            const auto number = subjects.number(at);
            std::array<char, Placed::head> bytes{};
            std::copy_n(number.data(), std::min(number.size(), bytes.size()), bytes.data());
            placed[at] = {in_order_of_text(bytes.data()), in_order_of_text(bytes.data() + bytes.size() / 2),
                          scores.patents[at].rank.rank - 1, // no rank becomes the largest
                          static_cast<std::uint32_t>(at)};
        }
    });
    std::ranges::sort(placed, [&](const Placed& a, const Placed& b) {
        if (a.rank != b.rank) {
            return a.rank < b.rank;
        }
        if (a.high != b.high) {
            return a.high < b.high;
        }
        if (a.low != b.low) {
            return a.low < b.low;
        }
        return a.document != b.document && subjects.number(a.document) < subjects.number(b.document);
    });
    std::vector<std::uint32_t> order;
    order.reserve(placed.size());
    for (const auto& one : placed) {
        order.push_back(one.document);
    }
    return order;
}

} // namespace

std::vector<std::string> all_keys(const ValueModel& model) {
    std::vector<std::string> keys;
    for (const auto& term : model.terms) {
        for (const auto& key : {term.key, term.per}) {
            if (!key.empty() && std::ranges::find(keys, key) == keys.end()) {
                keys.push_back(key);
            }
        }
    }
    return keys;
}

Scores evaluate_columns(ColumnSubjects subjects, const ValueModel& model, const ColumnOptions& options,
                        Threads& threads, Progress& progress) {
    progress.begin("score", model.terms.size() + detail::changes(model));
    std::uint64_t done = 0;

    // --- terms, and values under the model's own weights ---------------------------------------------------
    Scores scores;
    scores.as_of = subjects.as_of;
    scores.baseline = detail::basis_of(options.baseline);
    scores.placement = std::move(subjects.placement);
    for (const auto& term : model.terms) {
        scores.terms.push_back(column_of(subjects, model, term, scores.placement, options.baseline, threads));
        progress.at(++done);
    }
    const auto known_by = [&](std::size_t document) {
        return !subjects.grant_day.empty() && subjects.grant_day[document] != missing_measure &&
               subjects.grant_day[document] <= subjects.as_of.days();
    };
    const auto scored = detail::value_patents(model, scores, [&](std::size_t document) {
        return model.granted_only && !known_by(document) ? std::optional{Undefined::not_granted}
                                                         : std::nullopt;
    });

    if (!options.ranks) {
        progress.end();
        return scores;
    }

    // --- ranks under these and under each changed weight, as many at a time as there are threads -----------
    std::vector<RankRange*> ranges;
    for (const auto document : scored) {
        ranges.push_back(&scores.patents[document].rank);
    }
    std::vector<std::vector<std::uint32_t>> ranks(threads.count());
    for (std::size_t first = 0; first < detail::changes(model); first += ranks.size()) {
        const auto round = std::min(ranks.size(), detail::changes(model) - first);
        threads.each(round, [&](std::size_t at, unsigned) {
            ranks[at] = ranks_under(model, scores, scored, first + at);
        });
        for (std::size_t at = 0; at < round; ++at) {
            detail::fold_ranks_found(ranks[at], ranges, first + at);
            progress.at(++done);
        }
    }
    scores.patent_order = order_of(subjects, scores, threads);
    progress.end();
    return scores;
}

} // namespace longmen::scoring
