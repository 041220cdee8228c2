// SPDX-License-Identifier: GPL-3.0-or-later
// What the measurements of reading share: made-up words, texts of many rows, and the clock.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <string_view>

namespace bench {

inline constexpr int rounds = 7;

/// Prints the best of several rounds, in time of the processor: other work on the machine only ever slows one
/// down.
inline void measure(std::string_view what, std::size_t bytes, const std::function<std::uint64_t()>& work) {
    double best = 1e9;
    std::uint64_t result = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto begun = std::clock();
        result = work();
        best = std::min(best, static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    fmt::print("{:<58} {:>8.0f} MB/s   ({})\n", what, static_cast<double>(bytes) / 1e6 / best, result);
}

/// Made-up words, the same in every run.
class Words {
    std::mt19937 random_{1};

public:
    std::size_t below(std::size_t n) { return random_() % n; }
    std::string latin(std::size_t size) {
        std::string text;
        while (text.size() < size) {
            text += static_cast<char>('a' + below(26));
        }
        return text;
    }
    /// Words between blanks, `size` bytes in all.
    std::string sentence(std::size_t size) {
        std::string text;
        while (text.size() + 1 < size) {
            text += latin(std::min(2 + below(9), size - text.size() - 1));
            text += ' ';
        }
        return text;
    }
    std::string chinese(std::size_t characters) {
        std::string text;
        for (std::size_t i = 0; i < characters; ++i) { // U+4E00 to U+8DFF
            const auto code = 0x4E00 + below(0x4000);
            text += static_cast<char>(0xE0U | (code >> 12U));
            text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
            text += static_cast<char>(0x80U | (code & 0x3FU));
        }
        return text;
    }
};

/// Rows one after another until there are `bytes`.
inline std::string repeat(std::size_t bytes, const std::function<void(std::string&, std::size_t)>& add_row) {
    std::string text;
    text.reserve(bytes + (std::size_t{1} << 20));
    for (std::size_t row = 0; text.size() < bytes; ++row) {
        add_row(text, row);
    }
    return text;
}

} // namespace bench
