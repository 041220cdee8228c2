// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of documents and their citations: what bulk tables are read into, snapshots hold and graphs are
// made of.
#pragma once

#include <longmen/base/buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace longmen {

using NodeId = std::uint32_t; ///< dense number of a document inside one set of columns
using ArcId = std::uint32_t;  ///< below 2^32 entries in a set of lists
using Day = std::int32_t;     ///< days since 1970-01-01
inline constexpr Day unknown_day = std::numeric_limits<Day>::min();

struct Arc {
    NodeId citing = 0;
    NodeId cited = 0;
};

/// Lists of small numbers, one behind another: those of item i are `items[offsets[i] .. offsets[i + 1])`.
/// `offsets` has one more entry than there are items.
struct Lists {
    std::span<const ArcId> offsets;
    std::span<const std::uint32_t> items;

    [[nodiscard]] std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t at) const {
        return items.subspan(offsets[at], offsets[at + 1] - offsets[at]);
    }
    [[nodiscard]] std::uint32_t count(std::size_t at) const { return offsets[at + 1] - offsets[at]; }
};

/// Plain numbers of all documents under a name: `claims`, `npl_citations`, `grant_day` ...
struct Measure {
    std::string_view name;
    std::span<const std::int32_t> values; ///< `missing_measure` where not known
};
inline constexpr std::int32_t missing_measure = std::numeric_limits<std::int32_t>::min();

/// Lists that own their memory.
struct OwnedLists {
    Buffer<ArcId> offsets;
    Buffer<std::uint32_t> items;
    [[nodiscard]] Lists view() const { return {offsets.view(), items.view()}; }
};

} // namespace longmen
