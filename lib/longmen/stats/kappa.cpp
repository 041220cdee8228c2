// SPDX-License-Identifier: GPL-3.0-or-later
// Counts agreements and the shares of categories.
#include <longmen/stats/kappa.hpp>

#include <longmen/base/errors.hpp>

#include <array>
#include <limits>

namespace longmen::stats {

Measured<Agreement> cohen_kappa(std::span<const std::uint8_t> one, std::span<const std::uint8_t> other) {
    if (one.size() != other.size()) {
        throw UsageError(
            Sentence{"两位判读人的判读数不同", "the two judges have judged unequal numbers of subjects"});
    }
    if (one.empty()) {
        return Undefined::no_data;
    }
    constexpr std::size_t categories = std::numeric_limits<std::uint8_t>::max() + 1U;
    std::array<std::uint64_t, categories> first{};
    std::array<std::uint64_t, categories> second{};
    std::uint64_t same = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        ++first.at(one[i]);
        ++second.at(other[i]);
        same += one[i] == other[i] ? 1U : 0U;
    }
    std::uint64_t by_chance = 0; // times n squared
    for (std::size_t i = 0; i < categories; ++i) {
        by_chance += first.at(i) * second.at(i);
    }
    const std::uint64_t count = one.size();
    const auto n = static_cast<double>(count);
    Agreement agreement;
    agreement.both = one.size();
    agreement.same = same;
    agreement.observed = static_cast<double>(same) / n;
    agreement.expected = static_cast<double>(by_chance) / (n * n);
    if (by_chance != count * count) {
        agreement.kappa = (agreement.observed - agreement.expected) / (1 - agreement.expected);
    }
    return agreement;
}

} // namespace longmen::stats
