// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the table of named characters.
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/characters.hpp>

namespace longmen::ingest::detail {

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
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
