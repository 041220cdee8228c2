// SPDX-License-Identifier: GPL-3.0-or-later
// Large blocks of memory, used again when given back: pages new from the system are zeroed by it one by one,
// which costs more than most of what is then done with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace longmen {

/// Serves several threads at once. Blocks are runs of huge pages in one range of addresses, each the first
/// run that is large enough, so that what is given back is used before new pages are.
class PagePool {
    enum class Page : std::uint8_t { fresh, dirty, held };
    mutable std::mutex mutex_;
    std::byte* begin_ = nullptr; ///< of the range; none until the first block is taken
    std::size_t most_pages_ = 0;
    std::vector<Page> pages_; ///< those that were ever used
    std::size_t dirty_ = 0;
    std::size_t most_dirty_;

    void reserve();
    [[nodiscard]] std::size_t free_run(std::size_t pages) const;
    void grow(std::size_t pages);

public:
    static constexpr std::size_t page = std::size_t{2} << 20; ///< bytes of a huge page

    /// Keeps at most `most_kept` bytes; what is beyond them goes back to the system at once.
    explicit PagePool(std::size_t most_kept) : most_dirty_(most_kept / page) {}
    ~PagePool();
    PagePool(const PagePool&) = delete;
    PagePool& operator=(const PagePool&) = delete;

    /// Zeroed, or with whatever lay there before. Pages that are new and never touched cost nothing.
    /// std::bad_alloc when the system has none left.
    [[nodiscard]] void* take(std::size_t bytes, bool zeroed);
    /// `bytes` as they were taken.
    void give(void* block, std::size_t bytes) noexcept;

    /// Bytes given back that wait to be used again.
    [[nodiscard]] std::size_t kept() const;
};

/// The one of all buffers.
[[nodiscard]] PagePool& page_pool();

} // namespace longmen
