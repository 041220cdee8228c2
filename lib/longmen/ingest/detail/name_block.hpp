// SPDX-License-Identifier: GPL-3.0-or-later
// Different texts, each once, behind one another in large blocks of bytes.
#pragma once

#include <longmen/base/buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// Texts get numbers in the order in which they are met. Memory: their bytes, 8 for each, and 16 to 32 more
/// until `end_names` (half as much again while the table of slots doubles).
class NameBlock {
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t name = 0; ///< plus 1; 0: free
    };
    /// Begins in blocks of their own: tens of millions are not moved.
    static constexpr unsigned begins_shift = 20;
    static constexpr unsigned place_bits = 40; ///< of a begin: place in its block; above: the block
    std::vector<Buffer<char>> blocks_;
    std::vector<std::size_t> used_; ///< bytes of each block
    std::vector<Buffer<std::uint64_t>> begins_;
    Buffer<Slot> slots_;
    std::uint32_t size_ = 0;

    void grow();
    void keep(std::string_view text);
    [[nodiscard]] std::uint64_t begin_of(std::uint32_t number) const {
        return begins_[number >> begins_shift][number & ((1U << begins_shift) - 1)];
    }

public:
    static constexpr std::uint32_t most = (std::uint32_t{1} << 31) - 1;
    /// The number of this text. DataError when there are more than `most`.
    std::uint32_t number(std::string_view text);
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] std::string_view name(std::uint32_t number) const {
        constexpr std::uint64_t place = (std::uint64_t{1} << place_bits) - 1;
        const auto begin = begin_of(number);
        const auto block = begin >> place_bits;
        const bool last = number + 1 == size_ || begin_of(number + 1) >> place_bits != block;
        const auto end = last ? used_[block] : begin_of(number + 1) & place;
        return {blocks_[block].data() + (begin & place), static_cast<std::size_t>(end - (begin & place))};
    }
    /// No further texts come: what finds them is given back.
    void end_names() { slots_ = {}; }
};

} // namespace longmen::ingest::detail
