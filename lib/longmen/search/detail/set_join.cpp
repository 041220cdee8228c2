// SPDX-License-Identifier: GPL-3.0-or-later
// Prefix, length and positional filters, then the sets themselves.
#include <longmen/search/detail/set_join.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <span>

namespace longmen::search::detail {
namespace {

constexpr std::size_t sets_of_piece = 256;

/// The chosen sets by size, then number; items renamed so that rare ones come first.
struct Ordered {
    std::vector<std::uint32_t> text; ///< number of each set outside
    std::vector<ArcId> offsets{0};
    Buffer<std::uint32_t> items;
    std::uint32_t alone = 0; ///< items below it are in one set only: they meet nothing
    std::uint32_t kinds = 0;

    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t at) const {
        return items.view().subspan(offsets[at], offsets[at + 1] - offsets[at]);
    }
    [[nodiscard]] std::size_t size(std::size_t at) const { return offsets[at + 1] - offsets[at]; }
};

Ordered order(const Lists& sets, const std::vector<std::uint32_t>& chosen, Threads& threads) {
    Ordered result;
    result.text = chosen;
    std::ranges::sort(result.text, [&](std::uint32_t a, std::uint32_t b) {
        return sets.count(a) != sets.count(b) ? sets.count(a) < sets.count(b) : a < b;
    });
    std::vector<std::uint32_t> frequency;
    for (const auto text : result.text) {
        for (const auto item : sets[text]) {
            if (item >= frequency.size()) {
                frequency.resize(item + std::size_t{1});
            }
            ++frequency[item];
        }
        result.offsets.push_back(result.offsets.back() + sets.count(text));
    }
    std::vector<std::uint32_t> by_rarity(frequency.size());
    std::iota(by_rarity.begin(), by_rarity.end(), 0U);
    std::ranges::stable_sort(by_rarity, {}, [&](std::uint32_t item) { return frequency[item]; });
    std::vector<std::uint32_t> rank(frequency.size());
    for (std::uint32_t i = 0; i < by_rarity.size(); ++i) {
        rank[by_rarity[i]] = i;
        result.alone += frequency[by_rarity[i]] < 2 ? 1 : 0;
    }
    result.kinds = static_cast<std::uint32_t>(rank.size());
    result.items = Buffer<std::uint32_t>(result.offsets.back());
    threads.ranges(chosen.size(), sets_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto at = begin; at < end; ++at) {
            auto* to = result.items.begin() + result.offsets[at];
            for (const auto item : sets[result.text[at]]) {
                *to++ = rank[item];
            }
            std::sort(result.items.begin() + result.offsets[at], to);
        }
    });
    return result;
}

/// Of each item the sets that have it in their prefix, by size, and where it stands there.
struct Postings {
    struct Entry {
        std::uint32_t set, place;
    };
    std::vector<std::size_t> offsets;
    Buffer<Entry> entries;

    Postings(const Ordered& sets, const Bounds& bounds) : offsets(sets.kinds + std::size_t{1}) {
        const auto each = [&](auto take) {
            for (std::uint32_t set = 0; set < sets.text.size(); ++set) {
                const auto items = sets[set];
                for (std::uint32_t place = 0; place < bounds.indexed(items.size()); ++place) {
                    if (items[place] >= sets.alone) {
                        take(items[place], Entry{set, place});
                    }
                }
            }
        };
        each([&](std::uint32_t item, Entry) { ++offsets[item + 1]; });
        std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
        entries = Buffer<Entry>(offsets.back());
        auto next = offsets;
        each([&](std::uint32_t item, Entry entry) { entries[next[item]++] = entry; });
    }
    [[nodiscard]] std::span<const Entry> operator[](std::uint32_t item) const {
        return entries.view().subspan(offsets[item], offsets[item + 1] - offsets[item]);
    }
};

/// Items shared, or 0 as soon as they cannot reach `needed`.
std::uint32_t shared_items(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                           std::size_t needed) {
    auto left_a = static_cast<std::ptrdiff_t>(a.size() - needed); // items of each that may still be missed
    auto left_b = static_cast<std::ptrdiff_t>(b.size() - needed);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            ++i;
            ++j;
        } else if (a[i] < b[j]) {
            ++i;
            if (--left_a < 0) {
                return 0;
            }
        } else {
            ++j;
            if (--left_b < 0) {
                return 0;
            }
        }
    }
    const auto shared = i - (a.size() - needed - static_cast<std::size_t>(left_a));
    return shared < needed ? 0 : static_cast<std::uint32_t>(shared);
}

/// What one thread notes about the sets met.
struct Meeting {
    std::vector<std::uint32_t> met, count;
    static constexpr std::uint32_t ruled_out = 0xFFFFFFFFU;
};

} // namespace

std::vector<NearPair> join_sets(const Lists& sets, const std::vector<std::uint32_t>& chosen,
                                const DuplicateOptions& options, Threads& threads) {
    const Bounds bounds{options.threshold};
    const auto ordered = order(sets, chosen, threads);
    const Postings postings{ordered, bounds};
    std::vector<Meeting> meetings(threads.count());
    for (auto& meeting : meetings) {
        meeting.count.resize(chosen.size());
    }
    std::vector<std::vector<NearPair>> found((chosen.size() + sets_of_piece - 1) / sets_of_piece);
    std::atomic<std::size_t> pairs = 0;
    threads.ranges(chosen.size(), sets_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        auto& [met, count] = meetings[thread];
        auto& result = found[begin / sets_of_piece];
        for (auto at = static_cast<std::uint32_t>(begin); at < end; ++at) {
            const auto own = ordered[at];
            const auto smallest = bounds.smallest(own.size());
            // Sets ascend in size: those large enough begin here.
            const auto before = std::span{ordered.text}.first(at);
            const auto first = static_cast<std::uint32_t>(
                std::ranges::partition_point(
                    before, [&](std::uint32_t text) { return sets.count(text) < smallest; }) -
                before.begin());
            const auto already = result.size();
            met.clear();
            for (std::size_t place = 0; place < bounds.probed(own.size()); ++place) {
                if (own[place] < ordered.alone) {
                    continue;
                }
                const auto list = postings[own[place]];
                auto entry = std::ranges::lower_bound(list, first, {}, &Postings::Entry::set);
                for (; entry != list.end() && entry->set < at; ++entry) {
                    auto& shared = count[entry->set];
                    if (shared == Meeting::ruled_out) {
                        continue;
                    }
                    if (shared == 0) {
                        met.push_back(entry->set);
                    }
                    ++shared;
                    const auto other = ordered.size(entry->set);
                    const auto behind = std::min(own.size() - place, other - entry->place) - 1;
                    if (shared + behind < bounds.shared(own.size(), other)) {
                        shared = Meeting::ruled_out;
                    }
                }
            }
            for (const auto set : met) {
                const bool possible = count[set] != Meeting::ruled_out;
                count[set] = 0;
                if (!possible) {
                    continue;
                }
                const auto other = ordered[set];
                if (const auto shared = shared_items(own, other, bounds.shared(own.size(), other.size()))) {
                    const auto [a, b] = std::minmax(ordered.text[at], ordered.text[set]);
                    result.push_back({a, b, shared});
                }
            }
            const auto fresh = result.size() - already;
            if (pairs.fetch_add(fresh) + fresh > options.most_pairs) {
                throw UsageError(sentence(
                    "内容不同而达到相似度下限的文本对超过 {} 个，无法全部保存；请提高 --threshold",
                    "more than {} pairs of different texts reach the threshold, too many to hold; raise "
                    "--threshold",
                    options.most_pairs));
            }
        }
    });
    std::vector<NearPair> result;
    result.reserve(pairs);
    for (auto& piece : found) {
        result.insert(result.end(), piece.begin(), piece.end());
        piece = {};
    }
    std::ranges::sort(
        result, [](const NearPair& x, const NearPair& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return result;
}

} // namespace longmen::search::detail
