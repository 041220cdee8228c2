// SPDX-License-Identifier: GPL-3.0-or-later
// The piece of a text that shows why it was found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::search {

/// A piece of text around the words found; `marks` are byte ranges of it, ascending.
struct Snippet {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> marks;
};

/// The piece of `text` in which most of the words stand: about `width` Chinese characters. Words are phrases
/// as typed.
[[nodiscard]] Snippet make_snippet(std::string_view text, const std::vector<std::string>& words,
                                   std::size_t width);

} // namespace longmen::search
