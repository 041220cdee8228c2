// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors that grow large, in the memory of buffers.
#pragma once

#include <longmen/base/buffer.hpp>

#include <cstddef>
#include <vector>

namespace longmen {

/// Of the standard containers.
template <typename Item>
struct PageAllocator {
    using value_type = Item;
    static_assert(alignof(Item) <= alignof(std::max_align_t));

    PageAllocator() = default;
    template <typename Other>
    PageAllocator(const PageAllocator<Other>&) noexcept {} // NOLINT: as the containers want it

    [[nodiscard]] Item* allocate(std::size_t count) {
        return static_cast<Item*>(detail::take_memory(count * sizeof(Item), false));
    }
    void deallocate(Item* items, std::size_t count) noexcept {
        detail::give_memory(items, count * sizeof(Item));
    }
    friend bool operator==(const PageAllocator&, const PageAllocator&) { return true; }
};

template <typename Item>
using PagedVector = std::vector<Item, PageAllocator<Item>>;

} // namespace longmen
