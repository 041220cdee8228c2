// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of references as text: numbered entries over one or more lines.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// True when the text begins as a list of references, a numbered one perhaps behind a few lines of title, and
/// holds a patent.
[[nodiscard]] bool looks_like_references(std::string_view text);

/// Headings of the rows.
inline constexpr std::array<std::string_view, 7> reference_headings{
    "责任者", "题名", "国别或地区", "申请号", "公开号", "公开日", "引文"};

/// Lines in, a row for each entry out, under `reference_headings`; the row of an entry that is no patent has
/// the fault `not_a_patent`. Numbering is `[1]`, `【1】`, `(1)`, `1.` or `1、`, in any width; lines without
/// belong to the entry above. Where the first entry bears no number, each line is one.
class ReferenceList {
    const Limits& limits_;
    TableVisitor& visitor_;
    std::string entry_;
    std::uint64_t line_ = 0;  ///< read so far
    std::uint64_t begun_ = 0; ///< line of the entry in hand; 0: none
    bool begins_ = false;     ///< the first entry has been seen
    bool numbered_ = false;
    bool cut_ = false;
    std::uint64_t number_ = 0; ///< of the entry in hand

    void add_line(std::string_view line);
    void end_entry();

public:
    ReferenceList(const Limits& limits, TableVisitor& visitor) : limits_{limits}, visitor_{visitor} {}
    void line(std::string_view line, bool cut);
    void finish() { end_entry(); }
};

} // namespace longmen::ingest::detail
