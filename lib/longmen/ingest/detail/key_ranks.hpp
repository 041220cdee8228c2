// SPDX-License-Identifier: GPL-3.0-or-later
// A set of ids, and for each its rank: a bit an id where they are plain numbers.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/ingest/detail/bulk_ids.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace longmen::ingest::detail {

/// Ids are put in, then `end` is called, then they are asked for. Memory: a bit and a half for each number up
/// to the greatest plain id (below 2^33; longer ones and other ids take some 50 bytes each).
class KeyRanks {
    static constexpr std::uint64_t most_places = std::uint64_t{1} << 33;
    static constexpr unsigned bits = 64;
    Buffer<std::uint64_t> words_;
    Buffer<std::uint32_t> before_; ///< ids in the words before
    IdSet others_met_;
    std::unique_ptr<IdIndex> others_;
    std::uint32_t plain_ = 0, size_ = 0;

    void grow(std::uint64_t word);
    static bool is_plain(PackedNumber key) { return key % plain_step == 0 && key / plain_step < most_places; }

public:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    void add(PackedNumber key) {
        if (!is_plain(key)) {
            others_met_.add(key);
            return;
        }
        const auto place = key / plain_step;
        if (place / bits >= words_.size()) {
            grow(place / bits);
        }
        words_[place / bits] |= std::uint64_t{1} << (place % bits);
    }
    /// Call once, between the last `add` and the first `rank`. DataError when there are 2^32 - 1 or more.
    void end();
    [[nodiscard]] std::uint32_t size() const { return size_; }
    /// Below `size()`, different for different ids, whatever their order; `none` for what was not put in.
    [[nodiscard]] std::uint32_t rank(PackedNumber key) const {
        if (!is_plain(key)) {
            const auto at = others_->find(key);
            return at == IdIndex::none ? none : plain_ + at;
        }
        const auto place = key / plain_step;
        if (place / bits >= before_.size()) {
            return none;
        }
        const auto word = words_[place / bits];
        const auto bit = std::uint64_t{1} << (place % bits);
        return (word & bit) == 0
                   ? none
                   : before_[place / bits] + static_cast<std::uint32_t>(std::popcount(word & (bit - 1)));
    }
};

/// A document for each id, by rank.
struct KeyDocuments {
    KeyRanks ranks;
    Buffer<std::uint32_t> documents; ///< plus 1; 0: none

    void end_keys() {
        ranks.end();
        documents = Buffer<std::uint32_t>(ranks.size());
    }
    /// False when the id has one already, which stays.
    [[nodiscard]] bool put(PackedNumber key, std::uint32_t document) {
        auto& known = documents[ranks.rank(key)];
        const bool fresh = known == 0;
        known = fresh ? document + 1 : known;
        return fresh;
    }
    [[nodiscard]] std::uint32_t find(PackedNumber key) const {
        const auto rank = ranks.rank(key);
        return rank == KeyRanks::none ? IdIndex::none : documents[rank] - 1;
    }
};

} // namespace longmen::ingest::detail
