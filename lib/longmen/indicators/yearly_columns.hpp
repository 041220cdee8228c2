// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators of documents as they could be known at the end of each of several years.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/indicators/column.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longmen::indicators {

inline constexpr std::size_t most_year_ends = 200;

/// Every value is that of `compute_columns` on the input cut off at the year's last day (`CutOff`). Citations
/// received, CD, generality and originality come from one pass over the graph for all windows and years, when
/// they are asked for; any other indicator is worked out year by year beforehand and kept.
///
/// Cost    For the former O(arcs + documents times (windows + years)) and 4 to 12 bytes a document, besides 4
///         for each thread; for the latter the time of a separate run and 10 bytes a document, each year.
class YearlyColumns {
    struct State;
    std::unique_ptr<State> state_;

public:
    /// `whole` must outlive it. UsageError as `compute_columns` has it, or for years that do not ascend or
    /// are more than `most_year_ends`.
    YearlyColumns(const ColumnInput& whole, std::span<const std::string> keys, int first_year, int last_year,
                  Threads& threads);
    ~YearlyColumns();
    YearlyColumns(const YearlyColumns&) = delete;
    YearlyColumns& operator=(const YearlyColumns&) = delete;

    /// Last days of the years.
    [[nodiscard]] std::span<const Date> cutoffs() const;
    /// How many documents exist at the last cut-off.
    [[nodiscard]] graph::NodeId documents() const;
    /// The first cut-off at which the document exists; the number of cut-offs when it never does.
    [[nodiscard]] std::size_t first_cutoff(graph::NodeId node) const;

    /// Columns of a few documents, for each key: the value of `node` at `cutoff` stands at row
    /// (node - begin) * cut-offs + cutoff. Rows before a document's first cut-off are undefined.
    struct Block {
        graph::NodeId begin = 0, end = 0;
        std::vector<Column> columns;
    };
    /// Fills a block, which may be used again and again, with the documents from `begin` to before `end`. The
    /// ranges of one thread must ascend.
    void fill(Block& block, graph::NodeId begin, graph::NodeId end, unsigned thread);
};

} // namespace longmen::indicators
