// SPDX-License-Identifier: GPL-3.0-or-later
// Equal sets are found first; the different ones are joined.
#include <longmen/search/near_duplicates.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/search/detail/set_join.hpp>

#include <algorithm>
#include <numeric>

namespace longmen::search {
namespace {

constexpr std::uint32_t whole = 10000; // a similarity of one
constexpr std::size_t texts_of_piece = 4096;

std::uint64_t mixed(std::span<const std::uint32_t> items) {
    std::uint64_t sum = items.size();
    for (const auto item : items) {
        sum = (sum ^ item) * 0x9E3779B97F4A7C15U;
        sum ^= sum >> 29U;
    }
    return sum;
}

/// The first text with the same set, for each of `compared`, which ascends.
void find_equal(const Lists& sets, const std::vector<std::uint32_t>& compared,
                std::vector<std::uint32_t>& first_of, Threads& threads) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sums(compared.size());
    threads.ranges(compared.size(), texts_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto at = begin; at < end; ++at) {
            sums[at] = {mixed(sets[compared[at]]), compared[at]};
        }
    });
    std::ranges::sort(sums);
    std::vector<std::uint32_t> different; // of one checksum
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (i == 0 || sums[i].first != sums[i - 1].first) {
            different.clear();
        }
        const auto text = sums[i].second;
        const auto same = std::ranges::find_if(
            different, [&](std::uint32_t other) { return std::ranges::equal(sets[text], sets[other]); });
        first_of[text] = same == different.end() ? text : *same;
        if (same == different.end()) {
            different.push_back(text);
        }
    }
}

std::vector<std::vector<std::uint32_t>> copies_of(const NearDuplicates& found) {
    std::vector<std::vector<std::uint32_t>> copies(found.first_of.size());
    for (std::uint32_t text = 0; text < found.first_of.size(); ++text) {
        if (found.first_of[text] != NearDuplicates::not_compared) {
            copies[found.first_of[text]].push_back(text);
        }
    }
    return copies;
}

} // namespace

NearDuplicates near_duplicates(const Lists& sets, const DuplicateOptions& options, Threads& threads) {
    if (options.threshold < 1 || options.threshold > whole) {
        throw UsageError(
            sentence("相似度下限须在 0.0001 至 1 之间", "a threshold of similarity lies from 0.0001 to 1"));
    }
    NearDuplicates result;
    result.first_of.assign(sets.size(), NearDuplicates::not_compared);
    std::vector<std::uint32_t> compared;
    for (std::uint32_t text = 0; text < sets.size(); ++text) {
        const auto size = sets.count(text);
        if (size == 0) {
            ++result.empty;
        } else if (size < options.shortest) {
            ++result.too_short;
        } else {
            compared.push_back(text);
        }
    }
    find_equal(sets, compared, result.first_of, threads);
    std::vector<std::uint64_t> copies(sets.size());
    std::vector<std::uint32_t> different;
    for (const auto text : compared) {
        if (++copies[result.first_of[text]] == 1) {
            different.push_back(text);
        }
    }
    result.pairs = detail::join_sets(sets, different, options, threads);
    for (const auto text : different) {
        result.all_pairs += copies[text] * (copies[text] - 1) / 2;
    }
    for (const auto& pair : result.pairs) {
        result.all_pairs += copies[pair.a] * copies[pair.b];
    }
    return result;
}

std::vector<NearPair> every_pair(const NearDuplicates& found, const Lists& sets) {
    const auto copies = copies_of(found);
    std::vector<NearPair> result;
    result.reserve(found.all_pairs);
    for (const auto& same : copies) {
        for (std::size_t i = 0; i < same.size(); ++i) {
            for (std::size_t k = i + 1; k < same.size(); ++k) {
                result.push_back({same[i], same[k], sets.count(same[i])});
            }
        }
    }
    for (const auto& pair : found.pairs) {
        for (const auto a : copies[pair.a]) {
            for (const auto b : copies[pair.b]) {
                result.push_back({std::min(a, b), std::max(a, b), pair.shared});
            }
        }
    }
    std::ranges::sort(
        result, [](const NearPair& x, const NearPair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return result;
}

std::vector<std::uint32_t> duplicate_clusters(const NearDuplicates& found) {
    std::vector<std::uint32_t> above(found.first_of.size());
    std::iota(above.begin(), above.end(), 0U);
    const auto top = [&](std::uint32_t text) {
        while (above[text] != text) {
            text = above[text] = above[above[text]];
        }
        return text;
    };
    const auto tie = [&](std::uint32_t a, std::uint32_t b) {
        a = top(a);
        b = top(b);
        above[std::max(a, b)] = std::min(a, b); // the smallest stays on top
    };
    for (std::uint32_t text = 0; text < above.size(); ++text) {
        if (found.first_of[text] != NearDuplicates::not_compared) {
            tie(text, found.first_of[text]);
        }
    }
    for (const auto& pair : found.pairs) {
        tie(pair.a, pair.b);
    }
    for (std::uint32_t text = 0; text < above.size(); ++text) {
        above[text] = top(text);
    }
    return above;
}

} // namespace longmen::search
