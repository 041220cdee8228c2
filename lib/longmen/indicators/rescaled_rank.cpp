// SPDX-License-Identifier: GPL-3.0-or-later
// Sums up to each document, differences for each window.
#include <longmen/indicators/rescaled_rank.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace longmen::indicators {

std::size_t contemporaries(std::size_t dated) {
    constexpr std::size_t most = 15000;
    constexpr std::size_t of_hundred = 5;
    return std::min(dated, std::clamp(dated * of_hundred / 100, fewest_contemporaries, most));
}

Buffer<double> rescaled_rank(const Buffer<double>& values, std::size_t first_dated, Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 15;
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    Buffer<double> result(values.size());
    const auto dated = values.size() - std::min(first_dated, values.size());
    if (dated < fewest_contemporaries) {
        std::ranges::fill(result, undefined);
        return result;
    }
    std::fill_n(result.begin(), first_dated, undefined);
    // Of x / mean: the sums stay near the number of documents, whatever the unit of x.
    long double total = 0;
    for (auto node = first_dated; node < values.size(); ++node) {
        total += values[node];
    }
    const auto scale = total > 0 ? static_cast<long double>(dated) / total : 1.0L;
    Buffer<long double> sums(dated + 1);
    Buffer<long double> squares(dated + 1);
    for (std::size_t i = 0; i < dated; ++i) {
        const auto x = values[first_dated + i] * scale;
        sums[i + 1] = sums[i] + x;
        squares[i + 1] = squares[i] + x * x;
    }
    const auto window = contemporaries(dated);
    threads.ranges(dated, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            const auto from = std::min(i < window / 2 ? 0 : i - window / 2, dated - window);
            const auto mean = (sums[from + window] - sums[from]) / static_cast<long double>(window);
            const auto square = (squares[from + window] - squares[from]) / static_cast<long double>(window);
            const auto variance = square - mean * mean;
            constexpr long double noise = 1e-12L;
            result[first_dated + i] =
                variance > noise * square
                    ? static_cast<double>((values[first_dated + i] * scale - mean) / std::sqrt(variance))
                    : undefined;
        }
    });
    return result;
}

} // namespace longmen::indicators
