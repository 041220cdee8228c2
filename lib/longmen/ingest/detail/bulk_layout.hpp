// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of a bulk table stand, and what was wrong with its rows.
#pragma once

#include <longmen/ingest/bulk_tables.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// The separator, and for each wanted column its place in a line; `absent` where there is none.
struct BulkLayout {
    static constexpr std::size_t absent = ~std::size_t{0};
    static constexpr std::size_t most_columns = 16;
    char separator = '\t';
    bool heading = false; ///< the first line names the columns
    std::array<std::size_t, most_columns> places{};
    std::array<std::string, most_columns> names; ///< under which the heading has it, folded
    std::vector<std::uint8_t> wanted; ///< for each cell of a line that is looked at its column plus 1, or 0
    std::vector<std::string> passed_over; ///< names of the heading that are none of the wanted ones
    [[nodiscard]] bool has(std::size_t column) const { return places.at(column) != absent; }
};

/// `names`: the columns wanted, with other names in use behind `|`, the better ones first; the first `needed`
/// must be there. Without a heading the first `in_order` are taken.
[[nodiscard]] BulkLayout bulk_layout(const std::string& path, std::span<const std::string_view> names,
                                     std::size_t needed, std::size_t in_order);

/// Faults of one piece of a table; put together in the order of pieces.
class FaultList {
    BulkFaults faults_;

public:
    static constexpr std::size_t most_examples = 10;
    void add(BulkFault fault, std::uint64_t byte, std::string_view line, std::uint64_t row = 0);
    /// Those of a later piece.
    void append(const FaultList& later);
    /// Into the report, under the name of the file.
    void move_to(BulkFaults& report, const std::string& file);
};

} // namespace longmen::ingest::detail
