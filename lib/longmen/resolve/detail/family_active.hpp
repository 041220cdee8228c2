// SPDX-License-Identifier: GPL-3.0-or-later
// The active priorities of documents: what is left of a chain of claims when only first filings count.
#pragma once

#include <longmen/resolve/detail/family_ties.hpp>

#include <cstdint>
#include <vector>

namespace longmen::resolve::detail {

/// Sets of number ids, ascending, each set once; and which set each document (by place) has.
struct ActiveSets {
    std::vector<std::vector<std::uint32_t>> sets;
    std::vector<std::uint32_t> set_of;
};

/// See make_families for the definition. Chains of any length; circles are resolved as one.
ActiveSets active_sets(const Ties& ties);

} // namespace longmen::resolve::detail
