// SPDX-License-Identifier: GPL-3.0-or-later
// Bits, and their counts before each word.
#include <longmen/ingest/detail/key_ranks.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>

namespace longmen::ingest::detail {

void KeyRanks::grow(std::uint64_t word) {
    constexpr std::uint64_t least = 1024;
    constexpr std::uint64_t most = most_places / bits;
    Buffer<std::uint64_t> larger(std::min(most, std::max(least, std::bit_ceil(word + 1))));
    std::ranges::copy(words_, larger.begin());
    words_ = std::move(larger);
}

void KeyRanks::end() {
    auto used = words_.size();
    while (used > 0 && words_[used - 1] == 0) {
        --used;
    }
    before_ = Buffer<std::uint32_t>(used);
    std::uint64_t count = 0;
    for (std::size_t word = 0; word < used; ++word) {
        before_[word] = static_cast<std::uint32_t>(count);
        count += static_cast<std::uint64_t>(std::popcount(words_[word]));
    }
    std::vector<PackedNumber> others;
    others_met_.append_to(others);
    others_met_ = {};
    if (count + others.size() >= none) {
        throw DataError(
            sentence("共有 {} 个编号，超过上限", "{} ids are more than fit", count + others.size()));
    }
    plain_ = static_cast<std::uint32_t>(count);
    size_ = plain_ + static_cast<std::uint32_t>(others.size());
    std::ranges::sort(others);
    std::vector<std::uint32_t> again;
    others_ = std::make_unique<IdIndex>(others, again);
}

} // namespace longmen::ingest::detail
