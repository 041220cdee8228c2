// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of documents as numbers, and the row behind each.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/record/columns.hpp>
#include <longmen/record/packed_number.hpp>

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::ingest::detail {

/// An id that does not pack gets a provisional number, in the order in which threads meet them; once all are
/// known they are put in order of text.
class IdTexts {
    std::mutex mutex_;
    std::unordered_map<std::string, std::uint64_t> numbers_;

public:
    static constexpr std::size_t longest = 64;
    /// Nothing for a text that is no id.
    [[nodiscard]] std::optional<PackedNumber> number(std::string_view text);
    /// The texts in order, and for each provisional number its place among them.
    [[nodiscard]] std::vector<std::string> ordered(std::vector<std::uint64_t>& places) const;
    [[nodiscard]] bool empty() const { return numbers_.empty(); }
};

[[nodiscard]] inline std::uint64_t id_hash(PackedNumber id) {
    id ^= id >> 32U;
    id *= 0xD6E8FEB86659FD93U;
    return id ^ (id >> 32U);
}

/// Ids met by one thread, each once.
class alignas(apart) IdSet {
    std::vector<PackedNumber> slots_; ///< `free` where there is none
    std::size_t size_ = 0;
    static constexpr PackedNumber free = ~PackedNumber{0};

    void grow();
    void put(PackedNumber id);

public:
    void add(PackedNumber id) {
        if (size_ * 2 >= slots_.size()) {
            grow();
        }
        put(id);
    }
    void append_to(std::vector<PackedNumber>& ids) const;
};

/// Row of each id. Where ids are plain numbers close together a table by number serves, else one by hash.
class IdIndex {
    enum class Form : std::uint8_t { none, consecutive, by_place, by_hash };
    Form form_ = Form::none;
    std::uint64_t first_ = 0; ///< place of the least plain number
    std::uint64_t places_ = 0;
    Buffer<std::uint32_t> by_place_; ///< row + 1
    struct Slot {
        PackedNumber id = 0;
        std::uint64_t row = 0; ///< plus 1; 0: free
    };
    Buffer<Slot> slots_;
    std::uint64_t mask_ = 0;

    [[nodiscard]] bool take_places(std::span<const PackedNumber> ids, std::vector<std::uint32_t>& duplicates);
    void take_hashes(std::span<const PackedNumber> ids, std::vector<std::uint32_t>& duplicates);

public:
    static constexpr NodeId none = ~NodeId{0};
    /// Rows whose id stood before are appended to `duplicates`, ascending.
    IdIndex(std::span<const PackedNumber> ids, std::vector<std::uint32_t>& duplicates);

    /// Of a plain number by its place; only where `by_place()`.
    [[nodiscard]] NodeId find_place(std::uint64_t place) const {
        const auto at = place - first_;
        if (at >= places_) {
            return none;
        }
        return form_ == Form::consecutive ? static_cast<NodeId>(at) : by_place_[at] - 1;
    }
    [[nodiscard]] bool by_place() const { return form_ == Form::consecutive || form_ == Form::by_place; }

    [[nodiscard]] NodeId find(PackedNumber id) const {
        if (by_place()) {
            return id % plain_step == 0 ? find_place(id / plain_step) : none;
        }
        if (form_ == Form::by_hash) {
            for (auto at = id_hash(id) & mask_; slots_[at].row != 0; at = (at + 1) & mask_) {
                if (slots_[at].id == id) {
                    return static_cast<NodeId>(slots_[at].row - 1);
                }
            }
        }
        return none;
    }
};

} // namespace longmen::ingest::detail
