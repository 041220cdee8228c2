// SPDX-License-Identifier: GPL-3.0-or-later
// Names to small numbers, by each thread for itself, then together in the order of the table.
#pragma once

#include <longmen/base/page_allocator.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// A name and where it was met.
struct MetName {
    std::string_view text;
    std::uint64_t place = 0;
};

/// The names one thread met, each with the first place where it did.
class NameTable {
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t name = 0; ///< plus 1; 0: free
    };
    struct Name {
        std::size_t begin = 0;
        std::uint32_t size = 0;
        std::uint32_t hash = 0;
        std::uint64_t place = 0;
    };
    PagedVector<Slot> slots_ = PagedVector<Slot>(std::size_t{1} << 10);
    PagedVector<char> texts_;
    PagedVector<Name> names_;

    void rehash(std::size_t slots);
    std::uint32_t number(std::string_view name, std::uint64_t place, std::uint32_t hash);

public:
    /// `place` grows within a piece of the table; pieces may come in any order.
    std::uint32_t number(std::string_view name, std::uint64_t place);
    /// The same for many, whose memory is fetched ahead: tables of names are larger than caches.
    void append_numbers(std::span<const MetName> met, std::vector<std::uint32_t>& numbers);
    /// Room for so many names, whose memory need not grow then.
    void reserve(std::size_t names);
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] std::string_view name(std::size_t at) const {
        return {texts_.data() + names_[at].begin, names_[at].size};
    }
    [[nodiscard]] std::uint64_t place(std::size_t at) const { return names_[at].place; }
};

/// All names in the order of their first places, and for each table its numbers as theirs.
struct UnitedNames {
    std::vector<std::string> names;
    std::vector<PagedVector<std::uint32_t>> numbers;
};
[[nodiscard]] UnitedNames unite(const std::vector<NameTable>& tables);

} // namespace longmen::ingest::detail
