// SPDX-License-Identifier: GPL-3.0-or-later
// Which of 64 bytes are a separator, a quote or the end of a line, as bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace longmen::ingest::detail {

inline constexpr std::size_t bytes_of_block = 64;

/// Bit i is set when byte i of the 64 at `block` is one of `wanted`. SSE2 is in every x86-64; elsewhere byte
/// by byte.
template <std::size_t n>
[[nodiscard]] inline std::uint64_t marks_of(const char* block, const std::array<char, n>& wanted) {
    std::uint64_t marks = 0;
#ifdef __SSE2__
    constexpr std::size_t lane = sizeof(__m128i);
    for (std::size_t at = 0; at < bytes_of_block; at += lane) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + at));
        auto found = _mm_setzero_si128();
        for (const char c : wanted) {
            found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
        }
        marks |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found))) << at;
    }
#else
    for (std::size_t at = 0; at < bytes_of_block; ++at) {
        bool found = false;
        for (const char c : wanted) {
            found = found || block[at] == c;
        }
        marks |= std::uint64_t{found} << at;
    }
#endif
    return marks;
}

} // namespace longmen::ingest::detail
