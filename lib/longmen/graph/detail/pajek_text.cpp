// SPDX-License-Identifier: GPL-3.0-or-later
// Characters by their decimal numbers.
#include <longmen/graph/detail/pajek_text.hpp>

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

namespace longmen::graph::detail {
namespace {

constexpr std::uint32_t last_character = 0x10FFFF;

bool is_character(std::uint32_t code) {
    return code > 0 && code <= last_character && (code < 0xD800 || code > 0xDFFF);
}

void append_utf8(std::string& text, std::uint32_t code) {
    const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
    const auto tail = [&](int shift) { byte(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12));
        tail(6);
        tail(0);
    } else {
        byte(0xF0U | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

std::string escape_pajek(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char each = text[at];
        if (each == '"' || (static_cast<unsigned char>(each) < 0x20 && each != '\0') ||
            (each == '&' && text.substr(at).starts_with("&#"))) {
            out += fmt::format("&#{};", static_cast<int>(each));
        } else {
            out += each;
        }
    }
    return out;
}

std::string unescape_pajek(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (text.starts_with("&#")) {
            std::uint32_t code = 0;
            const auto* const last = text.data() + text.size();
            const auto [end, error] = std::from_chars(text.data() + 2, last, code);
            if (error == std::errc{} && end != last && *end == ';' && is_character(code)) {
                append_utf8(out, code);
                text.remove_prefix(static_cast<std::size_t>(end + 1 - text.data()));
                continue;
            }
        }
        out += text.front();
        text.remove_prefix(1);
    }
    return out;
}

} // namespace longmen::graph::detail
