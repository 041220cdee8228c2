// SPDX-License-Identifier: GPL-3.0-or-later
// A hint to the processor that memory will be read soon.
#pragma once

namespace longmen {

/// Reads nothing, so any address will do. Always inlined: gcc takes a function that does nothing but fetch
/// for one without effect, and leaves its calls out.
[[gnu::always_inline]] inline void prefetch(const void* address) {
    __builtin_prefetch(address);
}

} // namespace longmen
