// SPDX-License-Identifier: GPL-3.0-or-later
// How far two judges agree beyond chance.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace longmen::stats {

struct Agreement {
    std::size_t both = 0; ///< subjects judged by both
    std::size_t same = 0; ///< of them, those with the same category
    double observed = 0;  ///< share on which they agree
    double expected = 0;  ///< share on which two would agree who judge at random, each with its own shares
    Measured<double> kappa = Undefined::zero_denominator;
};

/// Cohen's kappa of two judges over the same subjects, categories unordered:
/// (observed - expected) / (1 - expected). Source: Cohen (1960). Undefined `no_data` without subjects; the
/// kappa alone is undefined, `zero_denominator`, where both give one and the same category to all. UsageError
/// for lists of unequal length.
[[nodiscard]] Measured<Agreement> cohen_kappa(std::span<const std::uint8_t> one,
                                              std::span<const std::uint8_t> other);

} // namespace longmen::stats
