// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators of applicants, of technology fields, or of everything, as a table.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/indicators/group_columns.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct GroupRequest {
    indicators::GroupKind kind{};
    std::vector<std::string> keys; ///< empty: all that this kind of groups has
    std::string applicant;         ///< only the documents of this one; empty: of all
    std::optional<Date> as_of;     ///< default: that of the snapshot
    std::size_t top = 0;           ///< only the first groups; 0: all
    bool reasons = false;          ///< a column more for each indicator
    std::string models_folder;
};

struct GroupResult {
    Table table;
    Date as_of;
};

/// `applicant`, or `field field_name`, or nothing, then a column for each key; undefined empty. By documents,
/// descending. The applicant is found by any spelling the corpus unites with it, folded. UsageError: an
/// unknown key or applicant, or data without applicants or fields. DataError: no date, or models that cannot
/// be read. `corpus`: the records behind the snapshot of a workspace, else null.
[[nodiscard]] GroupResult group_indicators(const store::Snapshot& snapshot, const Corpus* corpus,
                                           const GroupRequest& request, Lang lang, Threads& threads);

} // namespace longmen::service
