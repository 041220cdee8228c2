// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of documents that columns describe, not records: those of a bulk snapshot.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/scoring/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace longmen::scoring {

/// Documents by their place. Views outlive the call; functions are called by several threads at once.
struct ColumnSubjects {
    Date as_of;
    Placement placement;
    std::span<const indicators::Column> columns; ///< of `all_keys`; an indicator without one is lacking
    std::span<const std::int32_t> grant_day;     ///< `missing_measure` where there is none
    std::function<std::string(std::size_t)> number;
    std::function<PatentType(std::size_t)> type; ///< `unknown` where nothing tells it
};

struct ColumnOptions {
    const Baseline* baseline = nullptr; ///< of the cohorts, in place of the documents; outlives the call
    bool ranks = true;                  ///< no: values only, all ranks 0 and no order
};

/// Keys of all indicators that the terms take, divisors too, each once.
[[nodiscard]] std::vector<std::string> all_keys(const ValueModel& model);

/// The patents of `Scores`, as `evaluate` has them of records: the same rules for terms, cohorts, coverage,
/// values, rank ranges and order; no enterprises and no parks.
///
/// Undefined   no_data where an indicator is lacking, and where a term takes some types only and nothing
///             tells the type. A model that takes granted patents only gives no value (not_granted) to
///             documents without a day of grant until `as_of`.
/// Cost        O(k n log n) for k terms: 2k + 1 rankings, shared out among the threads. Memory: 24 bytes a
///             term and document, 56 a document, 12 a document and thread; nothing of a record is made.
/// Stable      Does not depend on the number of threads.
/// Checked by  test_evaluate_columns (the same patents as records)
[[nodiscard]] Scores evaluate_columns(ColumnSubjects subjects, const ValueModel& model,
                                      const ColumnOptions& options, Threads& threads, Progress& progress);

} // namespace longmen::scoring
