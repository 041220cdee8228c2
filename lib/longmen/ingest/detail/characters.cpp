// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the table of named characters.
#include <longmen/ingest/detail/characters.hpp>

namespace longmen::ingest::detail {

Characters Characters::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "characters"});
    Characters characters;
    const auto& table = root.at("characters");
    const auto& keys = table.keys();
    // Members stand in the order of their keys.
    for (const auto& key : keys) {
        characters.texts_.emplace(key, table.at(key).string());
    }
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
