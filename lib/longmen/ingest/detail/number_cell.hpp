// SPDX-License-Identifier: GPL-3.0-or-later
// A cell that holds the number of a document, as spreadsheets hand it on.
#pragma once

#include <longmen/base/diagnostics.hpp>
#include <longmen/record/number.hpp>

#include <optional>
#include <string_view>

namespace longmen::ingest::detail {

struct CellNumber {
    std::optional<DocNumber> number;
    bool repaired = false;                             ///< see `repair_number`
    DiagnosticCode fault = DiagnosticCode::bad_number; ///< why there is none
};

/// Reads, repairs where that can be proven, or says what became of the number: rounded, a date, in no known
/// form.
[[nodiscard]] CellNumber read_number_cell(std::string_view cell, NumberHint hint,
                                          std::string_view office = {});

} // namespace longmen::ingest::detail
