// SPDX-License-Identifier: GPL-3.0-or-later
// Open addressing over texts that are never moved.
#include <longmen/ingest/detail/name_block.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <functional>

namespace longmen::ingest::detail {

void NameBlock::grow() {
    constexpr std::size_t least = 1024;
    Buffer<Slot> larger(std::max(least, slots_.size() * 2));
    for (const auto& slot : slots_) {
        if (slot.name != 0) {
            auto at = slot.hash & (larger.size() - 1);
            while (larger[at].name != 0) {
                at = (at + 1) & (larger.size() - 1);
            }
            larger[at] = slot;
        }
    }
    slots_ = std::move(larger);
}

void NameBlock::keep(std::string_view text) {
    constexpr std::size_t block_bytes = std::size_t{4} << 20;
    if (blocks_.empty() || used_.back() + text.size() > blocks_.back().size()) {
        blocks_.emplace_back(std::max(block_bytes, text.size()));
        used_.push_back(0);
    }
    if (size_ >> begins_shift == begins_.size()) {
        begins_.emplace_back(std::size_t{1} << begins_shift);
    }
    const auto begin = (std::uint64_t{blocks_.size() - 1} << place_bits) + used_.back();
    begins_.back()[size_ & ((1U << begins_shift) - 1)] = begin;
    std::ranges::copy(text, blocks_.back().data() + used_.back());
    used_.back() += text.size();
    ++size_;
}

std::uint32_t NameBlock::number(std::string_view text) {
    if (std::size_t{size_} * 2 >= slots_.size()) {
        grow();
    }
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
    auto at = hash & (slots_.size() - 1);
    for (; slots_[at].name != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (slots_[at].hash == hash && name(slots_[at].name - 1) == text) {
            return slots_[at].name - 1;
        }
    }
    if (size_ >= most) {
        throw DataError(sentence("名称超过 {} 个", "there are more than {} names", most));
    }
    slots_[at] = {hash, size_ + 1};
    keep(text);
    return size_ - 1;
}

} // namespace longmen::ingest::detail
