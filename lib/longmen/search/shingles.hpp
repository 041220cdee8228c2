// SPDX-License-Identifier: GPL-3.0-or-later
// What texts are compared by: the words of a text, and its pairs of neighbouring Chinese characters.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/record/columns.hpp>
#include <longmen/search/tokens.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace longmen::search {

/// A shingle is a word of letters, digits and letters, or a pair of neighbouring Chinese, Japanese or Korean
/// characters; numbers are none. Case and width do not matter. Two characters, and words of up to seven
/// bytes, are their key; a longer word is known by 62 bits of a hash.
using ShingleKey = std::uint64_t;

struct Shingle {
    ShingleKey key = 0;
    std::size_t begin = 0, end = 0; ///< bytes of the text
};

/// Takes texts apart. Used by one thread.
class Shingler {
    Tokeniser tokeniser_;

public:
    /// Calls `take` for each shingle of a text in the order in which they stand, repeats included.
    template <typename Take>
    void each(std::string_view text, Take take) {
        const auto tokens = tokeniser_.split(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto& token = tokens[i];
            if (!token.character) {
                if (const auto key = word_key(token.text); key != 0) {
                    take(Shingle{key, token.begin, token.end});
                }
            } else if (i + 1 < tokens.size() && tokens[i + 1].character &&
                       tokens[i + 1].position == token.position + 1) {
                take(Shingle{pair_key(token.text, tokens[i + 1].text), token.begin, tokens[i + 1].end});
            }
        }
    }

private:
    /// 0 for a number.
    static ShingleKey word_key(std::string_view word);
    static ShingleKey pair_key(std::string_view first, std::string_view second);
};

/// Shingles of many texts, numbered from 0 in the order in which they first occur.
struct ShingleLists {
    OwnedLists of;               ///< shingles of each text, ascending, each once
    Buffer<std::uint32_t> count; ///< how often, beside `of.items`
    std::size_t shingles = 0;    ///< different ones
};

/// A text may have several parts (title, abstract): `parts(i, take)` hands those of text i to `take`, is
/// called once for each text and from any thread. The same for any number of threads. Memory: 8 bytes for
/// each different shingle of a text, 12 more for each of its occurrences while it runs.
[[nodiscard]] ShingleLists shingle_lists(
    std::size_t texts,
    const std::function<void(std::size_t text, const std::function<void(std::string_view)>& take)>& parts,
    Threads& threads);

} // namespace longmen::search
