// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte of a class in a text, looked for sixteen at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace longmen::ingest::detail {

#ifdef __SSE2__
/// Lanes of `bytes` that lie in [first, first + width), as unsigned numbers.
[[nodiscard]] inline __m128i lanes_from(__m128i bytes, char first, char width) {
    const auto offset = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(width - 1))), offset);
}
[[nodiscard]] inline __m128i lanes_of(__m128i bytes, char wanted) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted));
}
#endif

/// Place of the first byte of a class at or behind `at`; the size of the text when there is none. A class
/// says of a byte whether it `holds` it and, where there is SSE2, of sixteen at once which `lanes` it holds.
template <typename Class>
[[nodiscard]] inline std::size_t find_first(std::string_view text, std::size_t at) {
#ifdef __SSE2__
    constexpr std::size_t width = 16;
    for (; at + width <= text.size(); at += width) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(Class::lanes(bytes)));
        if (found != 0) {
            return at + static_cast<std::size_t>(std::countr_zero(found));
        }
    }
#endif
    while (at < text.size() && !Class::holds(text[at])) {
        ++at;
    }
    return at;
}

/// True when a text holds no byte of a class; texts that hold one are rare.
template <typename Class>
[[nodiscard]] inline bool is_free_of(std::string_view text) {
    std::size_t at = 0;
#ifdef __SSE2__
    constexpr std::size_t width = 16;
    const auto lanes_at = [&](std::size_t place) {
        return Class::lanes(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + place)));
    };
    for (; at + 4 * width <= text.size(); at += 4 * width) {
        const auto found = _mm_or_si128(_mm_or_si128(lanes_at(at), lanes_at(at + width)),
                                        _mm_or_si128(lanes_at(at + 2 * width), lanes_at(at + 3 * width)));
        if (_mm_movemask_epi8(found) != 0) {
            return false;
        }
    }
#endif
    return find_first<Class>(text, at) == text.size();
}

} // namespace longmen::ingest::detail
