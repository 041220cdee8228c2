// SPDX-License-Identifier: GPL-3.0-or-later
// Pages from the system.
#include <longmen/base/buffer.hpp>

#include <sys/mman.h>

#include <new>

namespace longmen::detail {

void* take_pages(std::size_t bytes) {
    if (bytes == 0) {
        return nullptr;
    }
    void* pages =
        mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (pages == MAP_FAILED) {
        throw std::bad_alloc{};
    }
    constexpr std::size_t huge_page = std::size_t{2} << 20;
    if (bytes >= huge_page) {
        madvise(pages, bytes, MADV_HUGEPAGE); // a wish: without it all is as well, and slower
    }
    return pages;
}

void give_pages(void* pages, std::size_t bytes) noexcept {
    if (pages != nullptr) {
        munmap(pages, bytes);
    }
}

} // namespace longmen::detail
