// SPDX-License-Identifier: GPL-3.0-or-later
// A random sample without replacement.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::stats {

/// `count` positions of 0..size-1, each sample of that size as likely as any other, in the order drawn: with
/// the same seed a larger sample begins with the smaller one. All positions, shuffled, when `count` reaches
/// `size`. Same seed, same sample, on every machine. O(size) memory.
[[nodiscard]] std::vector<std::size_t> draw_without_replacement(std::size_t size, std::size_t count,
                                                                std::uint64_t seed);

} // namespace longmen::stats
