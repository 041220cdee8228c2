// SPDX-License-Identifier: GPL-3.0-or-later
// Items put away until all pieces of a table are there: in large blocks, which go when the last piece in them
// does.
#pragma once

#include <longmen/base/buffer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace longmen::ingest::detail {

/// Read only; holds the block it lies in.
template <typename Item>
class Kept {
    std::shared_ptr<const Buffer<std::byte>> block_;
    std::span<const Item> items_;

public:
    Kept() = default;
    Kept(std::shared_ptr<const Buffer<std::byte>> block, std::span<const Item> items)
        : block_(std::move(block)), items_(items) {}
    [[nodiscard]] std::span<const Item> view() const { return items_; }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] const Item& operator[](std::size_t at) const { return items_[at]; }
};

/// Of one thread. Blocks are large enough for huge pages: many small vectors would be as many pages to make
/// and to give back.
class Keeper {
    std::shared_ptr<Buffer<std::byte>> block_;
    std::size_t used_ = 0;

public:
    /// A copy of `items`, which are emptied and keep their memory.
    template <typename Item>
    [[nodiscard]] Kept<Item> keep(std::vector<Item>& items) {
        static_assert(std::is_trivially_copyable_v<Item>);
        constexpr std::size_t block_bytes = std::size_t{16} << 20;
        if (items.empty()) {
            return {};
        }
        const auto bytes = items.size() * sizeof(Item);
        used_ = (used_ + alignof(Item) - 1) / alignof(Item) * alignof(Item);
        if (block_ == nullptr || used_ + bytes > block_->size()) {
            block_ = std::make_shared<Buffer<std::byte>>(std::max(bytes, block_bytes), Filled::no);
            used_ = 0;
        }
        auto* const to = block_->data() + used_;
        std::memcpy(to, items.data(), bytes);
        used_ += bytes;
        items.clear();
        return {block_, {reinterpret_cast<const Item*>(to), bytes / sizeof(Item)}};
    }
};

} // namespace longmen::ingest::detail
