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

#ifdef __SSE2__

/// Finds four characters, sixteen bytes at a time: SSE2 is in every x86-64.
class ByteMarks {
    __m128i first_, second_, third_, fourth_;

    [[nodiscard]] std::uint64_t lane(const char* at) const {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const auto found =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, first_), _mm_cmpeq_epi8(bytes, second_)),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, third_), _mm_cmpeq_epi8(bytes, fourth_)));
        return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found)));
    }

public:
    explicit ByteMarks(const std::array<char, 4>& wanted)
        : first_{_mm_set1_epi8(wanted[0])}, second_{_mm_set1_epi8(wanted[1])},
          third_{_mm_set1_epi8(wanted[2])}, fourth_{_mm_set1_epi8(wanted[3])} {}
    /// Bit i is set when byte i of the 64 at `block` is one of them.
    [[nodiscard]] std::uint64_t of(const char* block) const {
        return lane(block) | lane(block + 16) << 16U | lane(block + 32) << 32U | lane(block + 48) << 48U;
    }
};

#else

/// Finds four characters, byte by byte.
class ByteMarks {
    std::array<bool, 256> wanted_{};

public:
    explicit ByteMarks(const std::array<char, 4>& wanted) {
        for (const char c : wanted) {
            wanted_[static_cast<unsigned char>(c)] = true;
        }
    }
    /// Bit i is set when byte i of the 64 at `block` is one of them.
    [[nodiscard]] std::uint64_t of(const char* block) const {
        std::uint64_t marks = 0;
        for (std::size_t i = 0; i < bytes_of_block; ++i) {
            marks |= std::uint64_t{wanted_[static_cast<unsigned char>(block[i])]} << i;
        }
        return marks;
    }
};

#endif

} // namespace longmen::ingest::detail
