// SPDX-License-Identifier: GPL-3.0-or-later
// Documents sorted into their groups by counting, then group by group.
#include <longmen/indicators/breakthrough.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t groups_of_piece = 256;

bool in_group(const Buffer<double>& values, const Peers& peers, std::size_t node) {
    return peers.of[node] != Peers::none && !std::isnan(values[node]);
}

/// Documents with a value, group by group, ascending within.
struct Members {
    std::vector<std::uint64_t> begins;
    Buffer<std::uint32_t> nodes;

    Members(const Buffer<double>& values, const Peers& peers) : begins(peers.sizes.size() + 1) {
        for (std::size_t node = 0; node < values.size(); ++node) {
            if (in_group(values, peers, node)) {
                ++begins[peers.of[node] + 1];
            }
        }
        for (std::size_t group = 1; group < begins.size(); ++group) {
            begins[group] += begins[group - 1];
        }
        nodes = Buffer<std::uint32_t>(begins.back());
        auto next = begins;
        for (std::size_t node = 0; node < values.size(); ++node) {
            if (in_group(values, peers, node)) {
                nodes[next[peers.of[node]]++] = static_cast<std::uint32_t>(node);
            }
        }
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t group) const {
        return nodes.view().subspan(begins[group], begins[group + 1] - begins[group]);
    }
};

/// Calls `work(members, result)` for each group; the rest of the result is undefined.
template <typename Work>
Buffer<double> by_group(const Buffer<double>& values, const Peers& peers, Threads& threads, Work work) {
    const Members members{values, peers};
    Buffer<double> result(values.size());
    std::ranges::fill(result, undefined);
    threads.ranges(peers.sizes.size(), groups_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto group = begin; group < end; ++group) {
            work(members.of(group), result);
        }
    });
    return result;
}

} // namespace

Buffer<double> relative_to_peers(const Buffer<double>& values, const Peers& peers, Threads& threads) {
    return by_group(values, peers, threads,
                    [&](std::span<const std::uint32_t> members, Buffer<double>& result) {
                        double sum = 0;
                        for (const auto node : members) {
                            sum += values[node];
                        }
                        if (members.size() < least_of_mean || !(sum > 0)) {
                            return;
                        }
                        const auto mean = sum / static_cast<double>(members.size());
                        for (const auto node : members) {
                            result[node] = values[node] / mean;
                        }
                    });
}

Buffer<double> breakthrough(const Buffer<double>& values, const Peers& peers, Threads& threads) {
    return by_group(values, peers, threads,
                    [&](std::span<const std::uint32_t> members, Buffer<double>& result) {
                        if (members.size() < least_of_breakthrough) {
                            return;
                        }
                        std::vector<double> sorted;
                        for (const auto node : members) {
                            sorted.push_back(values[node]);
                        }
                        // At the cut stands the largest value that fewer than 1 % exceed.
                        constexpr std::size_t hundred = 100;
                        const auto exceed = (members.size() - 1) / hundred; // most that may
                        std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(exceed),
                                                 std::ranges::greater{});
                        const auto cut = sorted[exceed];
                        for (const auto node : members) {
                            result[node] = values[node] >= cut && values[node] > 0 ? 1 : 0;
                        }
                    });
}

Buffer<double> breakthrough_share(const Buffer<double>& values, const Peers& peers, Threads& threads) {
    const auto top = breakthrough(values, peers, threads);
    return by_group(top, peers, threads, [&](std::span<const std::uint32_t> members, Buffer<double>& result) {
        double count = 0;
        for (const auto node : members) {
            count += top[node];
        }
        for (const auto node : members) {
            result[node] = count / static_cast<double>(members.size());
        }
    });
}

} // namespace longmen::indicators
