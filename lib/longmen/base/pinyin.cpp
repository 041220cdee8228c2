// SPDX-License-Identifier: GPL-3.0-or-later
// Han to Latin on ICU.
#include <longmen/base/pinyin.hpp>

#include <longmen/base/detail/transliterator.hpp>
#include <longmen/base/text.hpp>

namespace longmen {

std::vector<std::string> pinyin(std::string_view text) {
    if (!has_han(text)) {
        return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::string{text}};
    }
    thread_local const detail::Transliterator read_aloud{"Han-Latin; Latin-ASCII; Lower"};
    return split_trimmed(read_aloud(text), " ");
}

} // namespace longmen
