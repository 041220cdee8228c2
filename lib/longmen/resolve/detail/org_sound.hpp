// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a firm's own word sounds like the Chinese syllables it stands for.
#pragma once

#include <string>
#include <string_view>

namespace longmen::resolve::detail {

/// Classes of the consonants in order, neighbours of one class once: `ruifutong` and `rifetune` are both
/// `rftn`. Letters of one class are those by which English words and Chinese syllables render one another
/// (w and v, x and s, q and ch); vowels, y, and h inside a word count nothing, n and ng are one.
[[nodiscard]] std::string consonant_key(std::string_view word);

/// One key of at least `shortest` consonants; of more than that, one may be another or missing, but not the
/// first (`torin`, `tongrun`).
[[nodiscard]] bool sounds_alike(std::string_view one, std::string_view other, std::size_t shortest);

} // namespace longmen::resolve::detail
