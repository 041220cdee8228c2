// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for large columns, in huge pages where the system gives them; what is given back is used again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace longmen {
namespace detail {
/// Null for no bytes. std::bad_alloc when the system has none left.
[[nodiscard]] void* take_memory(std::size_t bytes, bool zeroed);
void give_memory(void* block, std::size_t bytes) noexcept;
} // namespace detail

/// What items are at first.
enum class Filled : std::uint8_t {
    zero,
    no, ///< whatever lay there before: each item is written before it is read
};

/// A fixed number of items.
template <typename Item>
class Buffer {
    static_assert(std::is_trivially_copyable_v<Item> && std::is_trivially_destructible_v<Item>);
    static_assert(alignof(Item) <= alignof(std::max_align_t));
    Item* items_ = nullptr;
    std::size_t size_ = 0;

public:
    Buffer() = default;
    explicit Buffer(std::size_t size, Filled filled = Filled::zero)
        : items_(static_cast<Item*>(detail::take_memory(size * sizeof(Item), filled == Filled::zero))),
          size_(size) {}
    Buffer(Buffer&& other) noexcept
        : items_(std::exchange(other.items_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Buffer& operator=(Buffer&& other) noexcept {
        std::swap(items_, other.items_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~Buffer() { detail::give_memory(items_, size_ * sizeof(Item)); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] Item* data() { return items_; }
    [[nodiscard]] const Item* data() const { return items_; }
    [[nodiscard]] Item* begin() { return items_; }
    [[nodiscard]] const Item* begin() const { return items_; }
    [[nodiscard]] Item* end() { return items_ + size_; }
    [[nodiscard]] const Item* end() const { return items_ + size_; }
    [[nodiscard]] Item& operator[](std::size_t at) { return items_[at]; }
    [[nodiscard]] const Item& operator[](std::size_t at) const { return items_[at]; }
    [[nodiscard]] std::span<const Item> view() const { return {items_, size_}; }
};

} // namespace longmen
