// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a group, kept short: what a percentile or the place of a value is read from.
#pragma once

#include <longmen/stats/quantiles.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::stats {

/// A value that occurs, with how many members are below it and how many have it.
struct DistributionPoint {
    double value = 0;
    std::uint32_t below = 0, equal = 0;
    bool operator==(const DistributionPoint&) const = default;
};

/// Up to `fewest_kept` distinct values are all kept: the distribution is exact. Of more, those at the
/// positions floor(k (n - 1) / 1000), k = 0..1000, of the n values in ascending order, and those the 99th
/// percentile is read from, each with its exact counts; fewer than (n - 1) / 1000 members then lie hidden
/// between neighbours.
class Distribution {
    std::vector<DistributionPoint> points_;
    std::size_t size_ = 0;
    bool exact_ = true;

public:
    static constexpr std::size_t fewest_kept = 1001;

    Distribution() = default;
    /// Precondition: `sorted` is ascending, without NaN. UsageError above 2^32 - 1 values.
    [[nodiscard]] static Distribution of_sorted(std::span<const double> sorted,
                                                std::size_t kept = fewest_kept);
    /// Read back. UsageError when values do not ascend, counts overlap, or the ends are not kept.
    [[nodiscard]] static Distribution of_points(std::vector<DistributionPoint> points);
    /// All members together. Exact when all parts are; else hidden members count as equal to the kept value
    /// above them, which moves no percentile by more than 0.001.
    [[nodiscard]] static Distribution merged(std::span<const Distribution* const> parts);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool exact() const { return exact_; }
    [[nodiscard]] const std::vector<DistributionPoint>& points() const { return points_; }

    /// Where a value stands; `hidden` members may be on either side of it (0 when exact).
    struct Place {
        std::size_t below = 0, equal = 0, hidden = 0;
    };
    [[nodiscard]] Place place(double value) const;
    /// Mid-rank percentile in 0..1: (below + hidden / 2 + equal / 2) / size, the definition of `Standing`
    /// when exact, within 0.0005 of it otherwise. Precondition: size() > 0.
    [[nodiscard]] double percentile(double value) const;
    /// As `percentile_of_sorted`; where a position is hidden, the kept value above it. The 99th percentile is
    /// always exact, unless distributions that are not were merged. UsageError as there.
    [[nodiscard]] Percentile quantile(int percent) const;
};

} // namespace longmen::stats
