// SPDX-License-Identifier: GPL-3.0-or-later
// What each document of a family run says: its own number, what it claims, its vendor's families.
#pragma once

#include <longmen/resolve/detail/family_numbers.hpp>
#include <longmen/resolve/families.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

/// A document in settled number ids, without the claims that were cut; lists ascending, each id once.
struct Claims {
    std::uint32_t own = 0;
    std::vector<std::uint32_t> priorities;                     ///< may hold `own`
    std::vector<std::uint32_t> further;                        ///< tie the extended family alone
    std::vector<std::uint32_t> parents;                        ///< never `own`
    std::vector<std::uint32_t> vendor_simple, vendor_extended; ///< ids of families and of members, `own` too
    bool active = false;                                       ///< the priorities are the active ones
    bool owner = true; ///< its own number ties it to others; false when that was cut
};

/// All documents in canonical order.
struct Ties {
    FamilyNumbers numbers;
    std::vector<std::uint32_t> order; ///< place in canonical order to position of the input
    std::vector<Claims> claims;       ///< by place
    std::vector<std::pair<std::uint32_t, std::uint32_t>> cut_pairs; ///< places, smaller first; ascending
    std::vector<FamilyCut> unused_cuts;
};

Ties read_ties(const std::vector<FamilyDocument>& documents, FamilyBasis basis, const FamilyCuts& cuts);

} // namespace longmen::resolve::detail
