// SPDX-License-Identifier: GPL-3.0-or-later
// The join behind near duplicates: different sets, by size, items by rarity.
#pragma once

#include <longmen/search/near_duplicates.hpp>

namespace longmen::search::detail {

/// Items that a pair must share, and how long the prefixes are that must meet. All in whole numbers.
class Bounds {
    std::uint64_t threshold_;
    static constexpr std::uint64_t whole = 10000;

    static std::size_t up(std::uint64_t part, std::uint64_t of) {
        return static_cast<std::size_t>((part + of - 1) / of);
    }

public:
    explicit Bounds(std::uint32_t threshold) : threshold_(threshold) {}

    /// The smallest set that can be near one of `size`.
    [[nodiscard]] std::size_t smallest(std::size_t size) const { return up(size * threshold_, whole); }
    /// Shared at least by near sets of these sizes.
    [[nodiscard]] std::size_t shared(std::size_t a, std::size_t b) const {
        return up((a + b) * threshold_, whole + threshold_);
    }
    /// Items of a set that is held against smaller ones.
    [[nodiscard]] std::size_t probed(std::size_t size) const { return size - smallest(size) + 1; }
    /// Items of a set that larger ones meet.
    [[nodiscard]] std::size_t indexed(std::size_t size) const { return size - shared(size, size) + 1; }
};

/// Near pairs of the sets `chosen` (no two equal, none empty), ascending.
[[nodiscard]] std::vector<NearPair> join_sets(const Lists& sets, const std::vector<std::uint32_t>& chosen,
                                              const DuplicateOptions& options, Threads& threads);

} // namespace longmen::search::detail
