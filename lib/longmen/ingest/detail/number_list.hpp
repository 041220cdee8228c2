// SPDX-License-Identifier: GPL-3.0-or-later
// Plain lists of patent numbers: a text without heading.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace longmen::ingest::detail {

/// True when nearly all that the text begins with are patent numbers: one a line in any spelling, or several
/// parted by commas, semicolons, tabs or blanks. Lines that begin with `#` are passed over. Digits alone, as
/// any table has them, do not make a list of patents.
[[nodiscard]] bool looks_like_numbers(std::string_view text);

/// Headings of the rows.
inline constexpr std::array<std::string_view, 3> number_headings{"清单中的号码", "申请号", "公开号"};

/// Lines in, a row for each number out, under `number_headings`. What is no number stands as a publication,
/// to be rejected with its reason.
class NumberList {
    TableVisitor& visitor_;
    std::uint64_t line_ = 0; ///< read so far

public:
    explicit NumberList(TableVisitor& visitor) : visitor_{visitor} {}
    void line(std::string_view line, bool cut);
    /// A cell of row `number`, which may hold several numbers.
    void cell(std::string_view written, std::uint64_t number, TableRow::Fault fault);
};

} // namespace longmen::ingest::detail
