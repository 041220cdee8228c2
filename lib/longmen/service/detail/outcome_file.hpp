// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes listed in a file: a number, a date, and where it is given whether it happened.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service::detail {

struct FileOutcome {
    std::int64_t patent = 0; ///< Patent::id
    std::optional<Date> date;
    bool happened = true;
};

struct OutcomeFile {
    std::vector<FileOutcome> rows;
    bool complete = false; ///< it has a column of outcomes: who is not listed is not judged
    std::map<std::string, RowFault> faults;
};

/// The first row that has text is the heading. DataError when there is no column of numbers or of dates.
[[nodiscard]] OutcomeFile read_outcome_file(const store::Workspace& workspace, const std::string& path);

} // namespace longmen::service::detail
