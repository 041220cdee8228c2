// SPDX-License-Identifier: GPL-3.0-or-later
// Reads classification symbols in the spacings exports use.
#include <longmen/indicators/ipc.hpp>

#include <longmen/base/text.hpp>

namespace longmen::indicators {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr int largest_group = 9999;

} // namespace

std::optional<IpcSymbol> parse_ipc(std::string_view text) {
    text = trim(text);
    if (text.size() < 4) {
        return std::nullopt;
    }
    const char section = upper(text[0]);
    const char letter = upper(text[3]);
    if (!((section >= 'A' && section <= 'H') || section == 'Y') || !digit(text[1]) || !digit(text[2]) ||
        letter < 'A' || letter > 'Z') {
        return std::nullopt;
    }
    IpcSymbol symbol{{section, text[1], text[2], letter}, 0};
    for (const char c : trim(text.substr(4))) {
        if (!digit(c) || symbol.group > largest_group) {
            break;
        }
        symbol.group = symbol.group * 10 + (c - '0');
    }
    return symbol;
}

} // namespace longmen::indicators
