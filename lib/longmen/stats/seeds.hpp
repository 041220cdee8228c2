// SPDX-License-Identifier: GPL-3.0-or-later
// Seeds of independent streams of random numbers.
#pragma once

#include <cstdint>

namespace longmen::stats {

/// Spreads consecutive numbers over all 64 bits (a step of the Weyl sequence and two multiplications): seeds
/// of streams that have nothing to do with each other, and, called on a counter, a stream itself.
[[nodiscard]] constexpr std::uint64_t spread_seed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

} // namespace longmen::stats
