// SPDX-License-Identifier: GPL-3.0-or-later
// Named characters of SGML and XML documents.
#pragma once

#include <longmen/base/config.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace longmen::ingest::detail {

/// Adds a character as UTF-8; nothing for a code that is none.
void append_utf8(std::string& text, std::uint32_t code);

/// `#20013` or `#x4E2D`, as it stands between `&` and `;`; empty for names and for what is no character.
[[nodiscard]] std::string numbered_character(std::string_view name);

class Characters {
    std::unordered_map<std::string, std::string> texts_;

public:
    /// models/vocabulary/characters.toml. DataError on anything unknown in it.
    static Characters read(const Config& config);
    /// Empty when the name is not known.
    [[nodiscard]] std::string_view find(std::string_view name) const;
};

} // namespace longmen::ingest::detail
