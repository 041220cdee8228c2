// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of documents in cells.
#include <longmen/ingest/detail/number_cell.hpp>

#include <longmen/base/date.hpp>
#include <longmen/record/number_repair.hpp>

namespace longmen::ingest::detail {

CellNumber read_number_cell(std::string_view cell, NumberHint hint, std::string_view office) {
    if (is_damaged_number(cell)) {
        auto number = repair_number(cell);
        const bool repaired = number.has_value();
        return {std::move(number), repaired, DiagnosticCode::damaged_number};
    }
    auto number = parse_number(cell, hint, office);
    if (number) {
        return {std::move(number), false, DiagnosticCode::bad_number};
    }
    return {std::nullopt, false,
            parse_date(cell) ? DiagnosticCode::number_as_date : DiagnosticCode::bad_number};
}

} // namespace longmen::ingest::detail
