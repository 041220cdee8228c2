// SPDX-License-Identifier: GPL-3.0-or-later
// Texts to shingles block by block, numbers given out in the order of blocks.
#include <longmen/search/shingles.hpp>

#include <algorithm>
#include <unordered_map>

namespace longmen::search {
namespace {

constexpr ShingleKey pair_mark = ShingleKey{1} << 63U;
constexpr ShingleKey is_hash = ShingleKey{1} << 62U;
constexpr std::size_t longest_packed = 7; // bytes; the eighth holds the length

/// FNV-1a, its bits mixed once more.
ShingleKey hash(std::string_view bytes) {
    std::uint64_t sum = 0xCBF29CE484222325U;
    for (const auto byte : bytes) {
        sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    sum ^= sum >> 32U;
    sum *= 0xD6E8FEB86659FD93U;
    return sum ^ (sum >> 32U);
}

/// The bytes of one folded character: four at most but for a few signs that fold to two.
std::uint32_t packed(std::string_view bytes) {
    std::uint32_t sum = 0;
    for (const auto byte : bytes) {
        sum = (sum << 8U | sum >> 24U) ^ static_cast<unsigned char>(byte);
    }
    return sum;
}

/// A block of texts with numbers of its own.
struct Block {
    std::vector<ShingleKey> keys; ///< in the order in which they first occur
    std::vector<std::uint32_t> items, count;
    std::vector<std::size_t> ends; ///< of each text in `items`

    void close(const std::vector<std::uint32_t>& text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (i == 0 || text[i] != text[i - 1]) {
                items.push_back(text[i]);
                count.push_back(0);
            }
            ++count.back();
        }
        ends.push_back(items.size());
    }
};

} // namespace

ShingleKey Shingler::word_key(std::string_view word) {
    if (std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
        return 0;
    }
    if (word.size() > longest_packed) {
        return is_hash | (hash(word) & (is_hash - 1));
    }
    ShingleKey key = word.size();
    for (const auto byte : word) {
        key = key << 8U | static_cast<unsigned char>(byte);
    }
    return key << 8U * (longest_packed - word.size());
}

ShingleKey Shingler::pair_key(std::string_view first, std::string_view second) {
    // UTF-8 of a character has 21 bits of its own; its lead byte starts with 1, so 31 bits keep it whole.
    constexpr ShingleKey bits = 0x7FFFFFFFU;
    return pair_mark | (packed(first) & bits) << 31U | (packed(second) & bits);
}

ShingleLists shingle_lists(
    std::size_t texts,
    const std::function<void(std::size_t text, const std::function<void(std::string_view)>& take)>& parts,
    Threads& threads) {
    constexpr std::size_t texts_of_block = 512;
    std::vector<Block> blocks((texts + texts_of_block - 1) / texts_of_block);
    std::vector<Shingler> shinglers(threads.count());
    threads.ranges(texts, texts_of_block, [&](std::size_t begin, std::size_t end, unsigned thread) {
        auto& block = blocks[begin / texts_of_block];
        std::unordered_map<ShingleKey, std::uint32_t> numbers;
        std::vector<std::uint32_t> text;
        for (auto at = begin; at < end; ++at) {
            text.clear();
            parts(at, [&](std::string_view part) {
                shinglers[thread].each(part, [&](const Shingle& shingle) {
                    const auto [found, fresh] =
                        numbers.try_emplace(shingle.key, static_cast<std::uint32_t>(block.keys.size()));
                    if (fresh) {
                        block.keys.push_back(shingle.key);
                    }
                    text.push_back(found->second);
                });
            });
            std::ranges::sort(text);
            block.close(text);
        }
    });

    // --- numbers of the whole
    // --------------------------------------------------------------------------------
    std::unordered_map<ShingleKey, std::uint32_t> numbers;
    ShingleLists result;
    result.of.offsets = Buffer<ArcId>(texts + 1);
    std::vector<std::size_t> begins;
    std::size_t items = 0;
    std::size_t text = 0;
    for (auto& block : blocks) {
        for (auto& key : block.keys) {
            key = numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
        }
        begins.push_back(items);
        for (const auto end : block.ends) {
            result.of.offsets[++text] = static_cast<ArcId>(items + end);
        }
        items += block.items.size();
    }
    result.shingles = numbers.size();
    result.of.items = Buffer<std::uint32_t>(items);
    result.count = Buffer<std::uint32_t>(items);
    threads.each(blocks.size(), [&](std::size_t i, unsigned) {
        auto& block = blocks[i];
        std::vector<std::pair<std::uint32_t, std::uint32_t>> one;
        std::size_t at = 0;
        for (const auto end : block.ends) {
            one.clear();
            for (; at < end; ++at) {
                one.emplace_back(static_cast<std::uint32_t>(block.keys[block.items[at]]), block.count[at]);
            }
            std::ranges::sort(one);
            auto to = begins[i] + at - one.size();
            for (const auto& [shingle, count] : one) {
                result.of.items[to] = shingle;
                result.count[to++] = count;
            }
        }
        block = {};
    });
    return result;
}

} // namespace longmen::search
