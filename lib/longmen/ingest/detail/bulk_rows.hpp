// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a bulk table as cells, found 64 bytes at a time.
#pragma once

#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/byte_marks.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace longmen::ingest::detail {

/// Wanted cells by the number of their column; absent ones are empty.
using BulkCells = std::array<std::string_view, BulkLayout::most_columns>;

/// A line that is not blank, without its end.
struct BulkRow {
    BulkCells cells;
    bool enough = false; ///< the first columns, those needed, are all there
    std::string_view line;
    std::uint64_t byte = 0; ///< where it begins
};

/// Cuts whole lines, of which the first begins at `byte`, and calls `take(row)` for each.
template <typename Take>
class BulkRows {
    std::string_view lines_;
    std::uint64_t byte_;
    const BulkLayout& layout_;
    std::size_t needed_;
    Take take_;
    BulkRow row_;
    std::size_t place_ = 0, found_ = 0; ///< cells of the line in hand, and those needed among them
    std::size_t line_begin_ = 0, cell_begin_ = 0;

    void end_cell(std::size_t end) {
        if (place_ < layout_.wanted.size()) {
            if (const std::size_t column = layout_.wanted[place_]; column != 0) {
                row_.cells[column - 1] = lines_.substr(cell_begin_, end - cell_begin_);
                found_ += column <= needed_ ? 1 : 0;
            }
        }
        ++place_;
        cell_begin_ = end + 1;
    }

    void end_line(std::size_t line_end) {
        const auto end = line_end > line_begin_ && lines_[line_end - 1] == '\r' ? line_end - 1 : line_end;
        if (end > line_begin_) {
            end_cell(end);
            for (; place_ < layout_.wanted.size(); ++place_) { // those of a line before are no longer meant
                if (const std::size_t column = layout_.wanted[place_]; column != 0) {
                    row_.cells[column - 1] = {};
                }
            }
            row_.enough = found_ == needed_;
            row_.line = lines_.substr(line_begin_, end - line_begin_);
            row_.byte = byte_ + line_begin_;
            take_(static_cast<const BulkRow&>(row_));
        }
        place_ = 0;
        found_ = 0;
        line_begin_ = cell_begin_ = line_end + 1;
    }

public:
    BulkRows(std::string_view lines, std::uint64_t byte, const BulkLayout& layout, std::size_t needed,
             Take take)
        : lines_(lines), byte_(byte), layout_(layout), needed_(needed), take_(std::move(take)) {}

    void cut() {
        const ByteMarks marks{{layout_.separator, '\n', '\n', '\n'}};
        for (std::size_t at = 0; at < lines_.size(); at += bytes_of_block) {
            std::array<char, bytes_of_block> last{};
            const char* block = lines_.data() + at;
            if (lines_.size() - at < bytes_of_block) {
                std::copy_n(block, lines_.size() - at, last.begin());
                block = last.data();
            }
            for (auto found = marks.of(block); found != 0; found &= found - 1) {
                const auto place = at + static_cast<std::size_t>(std::countr_zero(found));
                if (lines_[place] == '\n') {
                    end_line(place);
                } else {
                    end_cell(place);
                }
            }
        }
        if (line_begin_ < lines_.size()) {
            end_line(lines_.size());
        }
    }
};

/// Calls `take(row)` for each line that is not blank; the first `needed` columns are to be there.
template <typename Take>
void each_row(std::string_view lines, std::uint64_t byte, const BulkLayout& layout, std::size_t needed,
              Take take) {
    BulkRows<Take>{lines, byte, layout, needed, std::move(take)}.cut();
}

} // namespace longmen::ingest::detail
