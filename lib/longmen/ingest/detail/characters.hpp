// SPDX-License-Identifier: GPL-3.0-or-later
// Named characters of SGML and XML documents.
#pragma once

#include <longmen/base/config.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace longmen::ingest::detail {

/// Appends a code point below 0x110000.
void append_utf8(std::string& out, std::uint32_t code);

class Characters {
    std::unordered_map<std::string, std::string> texts_;

public:
    /// models/vocabulary/characters.toml. DataError on anything unknown in it.
    static Characters read(const Config& config);
    /// Empty when the name is not known.
    [[nodiscard]] std::string_view find(std::string_view name) const;
};

} // namespace longmen::ingest::detail
