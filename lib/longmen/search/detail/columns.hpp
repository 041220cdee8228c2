// SPDX-License-Identifier: GPL-3.0-or-later
// What the records of an index are counted by: small numbers in a file beside it, mapped into memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

/// Columns in the order they are written.
enum CountedBy : std::uint8_t {
    by_family,    ///< no value: a family by itself
    by_year,      ///< of filing
    by_published, ///< year
    by_expires,   ///< year
    by_applicant,
    by_class,
    by_status,
    by_county,
    counted_by
};

/// Of each record (a row, the id of its document) the number of a list; of each list its members, each once;
/// of each member its name. List 0 is empty.
struct Column {
    unsigned width = 0;                         ///< bytes of one number: 0, 1, 2 or 4; 0 when all are 0
    const char* rows = nullptr;                 ///< `width` bytes for each row
    std::span<const std::uint32_t> list_begins; ///< one more than there are lists
    std::span<const std::uint32_t> members;
    std::span<const std::uint32_t> name_begins; ///< one more than there are names
    std::string_view bytes;                     ///< of all names

    [[nodiscard]] std::size_t lists() const { return list_begins.size() - 1; }
    [[nodiscard]] std::size_t names() const { return name_begins.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> list(std::size_t at) const {
        return members.subspan(list_begins[at], list_begins[at + 1] - list_begins[at]);
    }
    [[nodiscard]] std::string_view name(std::size_t at) const {
        return bytes.substr(name_begins[at], name_begins[at + 1] - name_begins[at]);
    }
    /// The number of a row's list; 0 of one that is not there.
    [[nodiscard]] std::uint32_t list_of(std::size_t row, std::size_t rows_there) const;
    /// How many of these rows have each list, by its number.
    [[nodiscard]] std::vector<std::uint32_t> count(std::span<const std::uint32_t> wanted,
                                                   std::size_t rows_there) const;
};

/// The columns of one state of an index: never changed, only replaced (`ColumnsWriter`).
class Columns {
    struct File;
    std::shared_ptr<const File> file_;

public:
    /// DataError when the file is not there or cut short.
    [[nodiscard]] static Columns open(const std::string& path);

    /// Rows are below it.
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] const Column& column(CountedBy by) const;
};

/// How a column lies in the file.
struct ColumnPlace {
    std::uint32_t width = 0, lists = 0, members = 0, names = 0;
    std::uint64_t rows_at = 0, lists_at = 0, members_at = 0, names_at = 0, bytes_at = 0, bytes = 0;
};
struct ColumnsHead {
    std::array<char, 8> magic{};
    std::uint64_t size = 0; ///< of the whole file
    std::uint64_t rows = 0;
    std::array<ColumnPlace, counted_by> columns;
};
inline constexpr std::array<char, 8> columns_magic{'L', 'M', 'C', 'O', 'L', 'S', '0', '2'};

} // namespace longmen::search::detail
