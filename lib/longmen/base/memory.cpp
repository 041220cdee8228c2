// SPDX-License-Identifier: GPL-3.0-or-later
// Of the GNU C library.
#include <longmen/base/memory.hpp>

#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace longmen {

void give_back_freed() noexcept {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

} // namespace longmen
