// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of paths: whole ones that say when they do not fit, and logarithms that always do.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace longmen::graph::detail {

template <typename Number>
struct PathMath {
    static constexpr Number one = 1;
    static constexpr Number zero = 0;
    /// True when it does not fit.
    static bool add(Number& sum, Number more) { return __builtin_add_overflow(sum, more, &sum); }
    static bool multiply(Number a, Number b, Number& product) {
        return __builtin_mul_overflow(a, b, &product);
    }
    static bool same(Number a, Number b) { return a == b; }
};

template <>
struct PathMath<double> {
    static constexpr double one = 0;
    static constexpr double zero = -std::numeric_limits<double>::infinity();
    static bool add(double& sum, double more) {
        const auto high = std::max(sum, more);
        const auto low = std::min(sum, more);
        sum = low == zero ? high : high + std::log1p(std::exp(low - high));
        return false;
    }
    static bool multiply(double a, double b, double& product) {
        product = a == zero || b == zero ? zero : a + b;
        return false;
    }
    /// Logarithms carry rounding, so those that close are taken for one.
    static bool same(double a, double b) { return a == b || std::abs(a - b) <= 1e-9 + 1e-12 * std::abs(a); }
};

/// Floating point as it is, up to 2^1024: what logarithms are taken of while the counts stay below.
struct PlainMath {
    static constexpr double one = 1;
    static constexpr double zero = 0;
    static bool add(double& sum, double more) {
        sum += more;
        return sum > std::numeric_limits<double>::max();
    }
};

} // namespace longmen::graph::detail
