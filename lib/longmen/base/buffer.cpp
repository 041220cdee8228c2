// SPDX-License-Identifier: GPL-3.0-or-later
// Large ones from the pool, small ones from the heap.
#include <longmen/base/buffer.hpp>

#include <longmen/base/page_pool.hpp>

#include <cstdlib>
#include <new>

namespace longmen::detail {
namespace {

/// Below it the heap serves: a page of the pool is held whole.
constexpr std::size_t least_of_pool = PagePool::page / 4;

} // namespace

void* take_memory(std::size_t bytes, bool zeroed) {
    if (bytes == 0) {
        return nullptr;
    }
    if (bytes >= least_of_pool) {
        return page_pool().take(bytes, zeroed);
    }
    void* const block = zeroed ? std::calloc(1, bytes) : std::malloc(bytes); // NOLINT: freed by give_memory
    if (block == nullptr) {
        throw std::bad_alloc{};
    }
    return block;
}

void give_memory(void* block, std::size_t bytes) noexcept {
    if (bytes >= least_of_pool) {
        page_pool().give(block, bytes);
    } else {
        std::free(block); // NOLINT: of take_memory
    }
}

} // namespace longmen::detail
