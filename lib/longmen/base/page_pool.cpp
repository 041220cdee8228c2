// SPDX-License-Identifier: GPL-3.0-or-later
// A state for each huge page of the range: a world's graph has some ten thousand of them.
#include <longmen/base/page_pool.hpp>

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace longmen {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t most_kept_of_all = 0;
#else
constexpr std::size_t most_kept_of_all = std::size_t{256} << 20;
#endif

constexpr std::size_t widest_range = std::size_t{1} << 40; ///< bytes of addresses, not of memory
constexpr std::size_t least_range = std::size_t{1} << 30;

constexpr std::size_t pages_of(std::size_t bytes) {
    return (bytes + PagePool::page - 1) / PagePool::page;
}

} // namespace

/// Addresses that cannot be used yet; fewer where the process is allowed no more.
void PagePool::reserve() {
    for (auto bytes = widest_range; bytes >= least_range; bytes /= 2) {
        void* const range =
            mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (range != MAP_FAILED) {
            begin_ = static_cast<std::byte*>(range);
            const auto before = (page - reinterpret_cast<std::uintptr_t>(range) % page) % page;
            most_pages_ = (bytes - before) / page;
            begin_ += before;
            return;
        }
    }
    throw std::bad_alloc{};
}

PagePool::~PagePool() {
    if (begin_ != nullptr) {
        munmap(begin_, most_pages_ * page);
    }
}

/// The first of as many free pages; those at the end may lack the last ones.
std::size_t PagePool::free_run(std::size_t pages) const {
    std::size_t run = 0;
    std::size_t at = 0;
    for (; at < pages_.size() && run < pages; ++at) {
        run = pages_[at] == Page::held ? 0 : run + 1;
    }
    return at - run;
}

/// So that there are as many.
void PagePool::grow(std::size_t pages) {
    if (pages <= pages_.size()) {
        return;
    }
    if (pages > most_pages_) {
        throw std::bad_alloc{};
    }
    pages_.reserve(pages);
    auto* const from = begin_ + pages_.size() * page;
    const auto bytes = (pages - pages_.size()) * page;
    if (mprotect(from, bytes, PROT_READ | PROT_WRITE) != 0) {
        throw std::bad_alloc{};
    }
    madvise(from, bytes, MADV_HUGEPAGE); // a wish: without it all is as well, and slower
    pages_.resize(pages, Page::fresh);
}

void* PagePool::take(std::size_t bytes, bool zeroed) {
    const auto count = pages_of(bytes);
    std::vector<std::byte*> to_zero;
    std::byte* block = nullptr;
    {
        const std::lock_guard lock{mutex_};
        if (begin_ == nullptr) {
            reserve();
        }
        const auto first = free_run(count);
        grow(first + count);
        block = begin_ + first * page;
        to_zero.reserve(zeroed ? std::min(count, dirty_) : 0);
        for (std::size_t i = 0; i < count; ++i) {
            if (auto& state = pages_[first + i]; state == Page::dirty) {
                --dirty_;
                if (zeroed) {
                    to_zero.push_back(block + i * page);
                }
            }
        }
        std::fill_n(pages_.begin() + static_cast<std::ptrdiff_t>(first), count, Page::held);
    }
    for (auto* const one : to_zero) {
        std::memset(one, 0, page);
    }
    return block;
}

void PagePool::give(void* block, std::size_t bytes) noexcept {
    const auto count = pages_of(bytes);
    const std::lock_guard lock{mutex_};
    const auto first = static_cast<std::size_t>(static_cast<std::byte*>(block) - begin_) / page;
    auto kept = std::min(count, most_dirty_ - std::min(most_dirty_, dirty_));
    if (kept < count && madvise(begin_ + (first + kept) * page, (count - kept) * page, MADV_DONTNEED) != 0) {
        kept = count; // held by the process all the same
    }
    const auto states = pages_.begin() + static_cast<std::ptrdiff_t>(first);
    std::fill_n(states, kept, Page::dirty);
    std::fill_n(states + static_cast<std::ptrdiff_t>(kept), count - kept, Page::fresh);
    dirty_ += kept;
}

std::size_t PagePool::kept() const {
    const std::lock_guard lock{mutex_};
    return dirty_ * page;
}

PagePool& page_pool() {
    static auto& pool = *new PagePool{most_kept_of_all}; // outlives every buffer
    return pool;
}

} // namespace longmen
