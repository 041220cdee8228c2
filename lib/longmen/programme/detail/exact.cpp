// SPDX-License-Identifier: GPL-3.0-or-later
// Exact comparison of ratios of amounts.
#include <longmen/programme/detail/exact.hpp>

#include <longmen/programme/programme.hpp>

#include <fmt/format.h>

namespace longmen::programme::detail {

namespace {

constexpr Wide one = millionths_per_one;
constexpr Wide fen_per_yuan = 100;

/// Threshold minus ratio, as multiples of 1 / (a million denominators); above 0 when short of it.
Wide shortfall(const Ratio& ratio, const Threshold& threshold) {
    return Wide{threshold.millionths} * ratio.denominator - ratio.numerator * one;
}

} // namespace

bool meets(const Ratio& ratio, const Threshold& threshold) {
    const Wide need = shortfall(ratio, threshold);
    return threshold.strict ? need < 0 : need <= 0;
}

std::int64_t gap_yuan(const Ratio& ratio, const Threshold& threshold) {
    if (meets(ratio, threshold)) {
        return 0;
    }
    const Wide need = shortfall(ratio, threshold);
    const Wide per_yuan = one * fen_per_yuan;
    return static_cast<std::int64_t>(threshold.strict ? need / per_yuan + 1
                                                      : (need + per_yuan - 1) / per_yuan);
}

double gap_points(const Ratio& ratio, const Threshold& threshold) {
    constexpr double points_per_one = 100;
    const Wide need = shortfall(ratio, threshold);
    return need <= 0
               ? 0.0
               : static_cast<double>(need) / static_cast<double>(ratio.denominator * one) * points_per_one;
}

double share(const Ratio& ratio) {
    return static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator);
}

std::string percent(const Ratio& ratio, const Threshold& threshold) {
    constexpr Wide basis_points = 10'000; // hundredths of a percent in one
    constexpr std::int64_t millionths_per_basis_point = 100;
    const Wide rounded = (ratio.numerator * basis_points * 2 + ratio.denominator) / (ratio.denominator * 2);
    const bool hides =
        !meets(ratio, threshold) && rounded * millionths_per_basis_point >= threshold.millionths;
    if (!hides) {
        const auto points = static_cast<std::int64_t>(rounded);
        return fmt::format("{}.{:02}%", points / 100, points % 100);
    }
    const auto cut = static_cast<std::int64_t>(ratio.numerator * one / ratio.denominator);
    return fmt::format("{}.{:04}%", cut / 10'000, cut % 10'000);
}

std::string percent(const Threshold& threshold) {
    constexpr std::int64_t per_percent = 10'000;
    std::string text =
        fmt::format("{}.{:04}", threshold.millionths / per_percent, threshold.millionths % per_percent);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text + "%";
}

} // namespace longmen::programme::detail
