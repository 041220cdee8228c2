// SPDX-License-Identifier: GPL-3.0-or-later
// Text to words: Chinese character by character, everything else by runs of letters and digits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace longmen::search {

/// One word of a text. Punctuation leaves a gap in the positions; blanks, and `. / - _` between letters or
/// digits, do not.
struct Token {
    std::string text;               ///< width, case and traditional characters folded
    std::uint32_t position = 0;     ///< from 0
    bool character = false;         ///< one Chinese, Japanese or Korean character
    std::size_t begin = 0, end = 0; ///< bytes of the original
};

/// Splits texts. Used by one thread; what was learned about characters serves all of the thread. A text is
/// folded first: `m²` is m2, ⑴ is (1), full-width letters and points are plain ones, traditional characters
/// simplified ones.
class Tokeniser {
    std::string folded_;
    std::vector<std::pair<std::size_t, std::size_t>>
        places_; ///< of each byte of it: its character in the original

    void fold_text(std::string_view text);

public:
    /// A word of more than 64 bytes is its first 48 and a checksum of the whole, in texts and queries alike.
    [[nodiscard]] std::vector<Token> split(std::string_view text);
    /// Every character folded as in words, nothing left out.
    [[nodiscard]] std::string folded(std::string_view text);
};

/// Are these two, side by side, both among the `paired` characters? Then the index has them as one term.
[[nodiscard]] bool is_pair(const Token& token, const Token& next,
                           const std::unordered_set<std::string>& paired);

/// Byte ranges of a text in which the words of a phrase stand, one behind the other.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> find_phrase(const std::vector<Token>& text,
                                                                           const std::vector<Token>& phrase);

} // namespace longmen::search
