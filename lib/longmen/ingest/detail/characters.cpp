// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the table of named characters.
#include <longmen/ingest/detail/characters.hpp>

#include <longmen/base/sentence.hpp>

#include <charconv>

namespace longmen::ingest::detail {

void append_utf8(std::string& text, std::uint32_t code) {
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        return;
    }
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xc0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xe0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3f));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    }
}

std::string numbered_character(std::string_view name) {
    std::string text;
    if (!name.starts_with('#')) {
        return text;
    }
    const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (error == std::errc{} && end == digits.data() + digits.size() && code >= ' ') {
        append_utf8(text, code);
    }
    return text;
}

Characters Characters::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "characters"});
    Characters characters;
    const auto& entries = root.at("characters");
    for (const auto& entry : entries.strings()) {
        const auto blank = entry.find(' ');
        if (blank == std::string::npos || blank == 0 || blank + 1 == entry.size() ||
            !characters.texts_.emplace(entry.substr(0, blank), entry.substr(blank + 1)).second) {
            entries.fail(sentence("“{}”：应为名称、一个空格和文字，名称不得重复",
                                  "`{}`: expected a name, one blank and a text, each name once", entry));
        }
    }
    // The five that XML itself knows.
    for (const auto& [name, text] :
         {std::pair{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}) {
        characters.texts_.emplace(name, text);
    }
    return characters;
}

std::string_view Characters::find(std::string_view name) const {
    const auto found = texts_.find(std::string{name});
    return found == texts_.end() ? std::string_view{} : std::string_view{found->second};
}

} // namespace longmen::ingest::detail
