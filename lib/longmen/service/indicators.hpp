// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators of documents: of all of a graph, or of some, as rows.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/store/snapshot.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

/// Percentiles within cohorts of the data themselves, or of a baseline: see `add_percentiles`.
struct PercentileRequest {
    std::string models_folder;
    std::string baseline; ///< a file or name; empty: the data themselves
};

struct IndicatorRequest {
    std::vector<std::string> keys;    ///< empty: all that the data can give, windows of 5 years
    std::vector<std::string> numbers; ///< empty: all documents
    std::optional<Date> as_of;        ///< default: that of the snapshot
    bool reasons = false;             ///< a column more for each indicator
    std::optional<PercentileRequest> percentiles{};
    std::string models_folder{}; ///< empty: none of the indicators that rest on tables of it
};

/// What columns of cohorts point at.
struct CohortNames {
    std::vector<std::string> texts;
    std::vector<std::string_view> views;
};

struct IndicatorResult {
    std::vector<NodeId> nodes; ///< by number; empty: all, in the order of time
    NodeId documents = 0;      ///< that exist at the cut-off date: ids below it
    std::vector<indicators::Column> columns;
    Date as_of;
    bool reasons = false;
    std::vector<std::shared_ptr<const CohortNames>> cohorts{};
    std::optional<scoring::BaselineBasis> baseline{}; ///< of the percentiles
};

/// The cut-off date: `wanted`, else that of the snapshot. DataError when it has none.
[[nodiscard]] Date snapshot_as_of(const store::Snapshot& snapshot, const std::optional<Date>& wanted);

/// What is later than the cut-off date does not exist: no row, and no citation by it counts. UsageError: an
/// unknown indicator or number, a document later than the cut-off date. DataError: the snapshot has no date
/// and none is given. `corpus`: the records behind the snapshot of a workspace, else null.
[[nodiscard]] IndicatorResult compute_indicators(const store::Snapshot& snapshot, const Corpus* corpus,
                                                 const IndicatorRequest& request, Threads& threads);

/// The header and all rows as separated text, in pieces: `number`, a column for each key, undefined empty.
/// Values with up to ten significant digits, counts as integers. With reasons, `<key>_reason` holds why a
/// value is undefined, or `window_open` behind one that is right-censored.
void write_indicators(const store::Snapshot& snapshot, const IndicatorResult& result, char separator,
                      Threads& threads, const std::function<void(std::string_view)>& sink);

/// The same as a table, for what is not separated text.
[[nodiscard]] Table indicator_table(const store::Snapshot& snapshot, const IndicatorResult& result,
                                    Lang lang);
/// `key subject shape unit heading description source grade`, of all: those of documents, then those of
/// groups, with every kind of group that has them as subject.
[[nodiscard]] Table indicator_list(Lang lang);

} // namespace longmen::service
