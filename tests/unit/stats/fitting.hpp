// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for the tests of fits, drawn and shuffled.
#pragma once

#include <longmen/stats/design.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

namespace longmen::test {

struct Numbers {
    std::size_t columns = 0;
    std::vector<double> values;

    [[nodiscard]] stats::Design design() const {
        return {columns == 0 ? 0 : values.size() / columns, columns, values};
    }
};

inline double uniform(std::mt19937_64& random) { // in (0, 1)
    return (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
}

/// Columns of different size and middle; some whole numbers, so that there are ties.
inline Numbers drawn_numbers(std::size_t rows, std::size_t columns, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Numbers result{columns, {}};
    for (std::size_t i = 0; i < rows * columns; ++i) {
        const auto j = static_cast<double>(i % columns);
        const double u = 4 * uniform(random) - 2;
        result.values.push_back(i % columns == 1 ? std::floor(3 * u) : (j + 1) * u + 10 * j);
    }
    return result;
}

/// The same rows in another order.
template <class T>
std::vector<T> picked(const std::vector<T>& from, const std::vector<std::size_t>& order) {
    std::vector<T> result;
    for (const auto i : order) {
        result.push_back(from[i]);
    }
    return result;
}

inline Numbers picked(const Numbers& from, const std::vector<std::size_t>& order) {
    Numbers result{from.columns, {}};
    for (const auto i : order) {
        const auto row = from.design().row(i);
        result.values.insert(result.values.end(), row.begin(), row.end());
    }
    return result;
}

inline std::vector<std::size_t> shuffled_order(std::size_t size, std::uint64_t seed) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(seed);
    std::ranges::shuffle(order, random);
    return order;
}

} // namespace longmen::test
