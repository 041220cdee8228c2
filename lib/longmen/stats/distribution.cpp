// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of equal values, thinned out by position.
#include <longmen/stats/distribution.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <limits>

namespace longmen::stats {
namespace {

constexpr std::size_t steps = 1000; ///< between the kept positions
constexpr int capped_at = 99;       ///< the percentile that is always kept

std::size_t end_of_run(std::span<const double> sorted, std::size_t begin) {
    if (begin + 1 < sorted.size() && sorted[begin + 1] != sorted[begin]) {
        return begin + 1;
    }
    return static_cast<std::size_t>(
        std::upper_bound(sorted.begin() + static_cast<std::ptrdiff_t>(begin), sorted.end(), sorted[begin]) -
        sorted.begin());
}

DistributionPoint run(std::span<const double> sorted, std::size_t begin, std::size_t end) {
    return {sorted[begin], static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

std::vector<std::size_t> kept_positions(std::size_t n) {
    std::vector<std::size_t> positions;
    for (std::size_t k = 0; k <= steps; ++k) {
        positions.push_back(k * (n - 1) / steps);
    }
    const auto at = percentile_positions(n, capped_at);
    positions.push_back(at.low - 1);
    positions.push_back(at.high - 1);
    std::ranges::sort(positions);
    return positions;
}

std::size_t end_of(const DistributionPoint& point) {
    return std::size_t{point.below} + point.equal;
}

} // namespace

Distribution Distribution::of_sorted(std::span<const double> sorted, std::size_t kept) {
    if (sorted.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw UsageError(Sentence{"一组数值过多", "too many values in one group"});
    }
    Distribution made;
    made.size_ = sorted.size();
    for (std::size_t begin = 0; begin < sorted.size() && made.points_.size() <= kept;) {
        const auto end = end_of_run(sorted, begin);
        made.points_.push_back(run(sorted, begin, end));
        begin = end;
    }
    if (made.points_.size() <= kept) {
        made.points_.shrink_to_fit();
        return made;
    }
    made.points_.clear();
    for (const auto position : kept_positions(sorted.size())) {
        if (made.points_.empty() || position >= end_of(made.points_.back())) {
            const auto begin =
                static_cast<std::size_t>(std::ranges::lower_bound(sorted, sorted[position]) - sorted.begin());
            made.points_.push_back(run(sorted, begin, end_of_run(sorted, begin)));
        }
    }
    made.exact_ = false;
    return made;
}

Distribution Distribution::of_points(std::vector<DistributionPoint> points) {
    Distribution made;
    std::size_t end = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& point = points[i];
        if (point.equal == 0 || point.below < end || (i == 0 && point.below > 0) ||
            (i > 0 && !(points[i - 1].value < point.value)) || point.value != point.value) {
            throw UsageError(Sentence{"分布中的数值次序或个数不对",
                                      "values or counts of a distribution are out of order"});
        }
        made.exact_ = made.exact_ && point.below == end;
        end = end_of(point);
    }
    made.size_ = end;
    made.points_ = std::move(points);
    return made;
}

Distribution Distribution::merged(std::span<const Distribution* const> parts) {
    struct Atom {
        double value;
        std::size_t count;
    };
    std::vector<Atom> atoms;
    Distribution made;
    for (const auto* part : parts) {
        std::size_t end = 0;
        for (const auto& point : part->points_) {
            atoms.push_back({point.value, end_of(point) - end});
            end = end_of(point);
        }
        made.size_ += part->size_;
        made.exact_ = made.exact_ && part->exact_;
    }
    if (made.size_ > std::numeric_limits<std::uint32_t>::max()) {
        throw UsageError(Sentence{"一组数值过多", "too many values in one group"});
    }
    std::ranges::sort(atoms, {}, &Atom::value);
    std::size_t below = 0;
    for (const auto& atom : atoms) {
        if (made.points_.empty() || made.points_.back().value != atom.value) {
            made.points_.push_back({atom.value, static_cast<std::uint32_t>(below), 0});
        }
        made.points_.back().equal += static_cast<std::uint32_t>(atom.count);
        below += atom.count;
    }
    return made;
}

Distribution::Place Distribution::place(double value) const {
    const auto at = std::ranges::lower_bound(points_, value, {}, &DistributionPoint::value);
    const auto end = at == points_.begin() ? std::size_t{0} : end_of(*(at - 1));
    if (at == points_.end()) {
        return {end, 0, size_ - end};
    }
    return at->value == value ? Place{at->below, at->equal, 0} : Place{end, 0, at->below - end};
}

double Distribution::percentile(double value) const {
    const auto at = place(value);
    return (static_cast<double>(at.below) + static_cast<double>(at.equal + at.hidden) / 2) /
           static_cast<double>(size_);
}

Percentile Distribution::quantile(int percent) const {
    auto at = percentile_positions(size_, percent);
    const auto value_at = [&](std::size_t position) {
        return std::ranges::lower_bound(points_, position, {}, end_of)->value;
    };
    const double low = value_at(at.low);
    at.value = at.low == at.high ? low : (low + value_at(at.high)) / 2;
    return at;
}

} // namespace longmen::stats
