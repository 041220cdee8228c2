// SPDX-License-Identifier: GPL-3.0-or-later
// The form of ids of sources.
#include <longmen/record/source_id.hpp>

#include <algorithm>

namespace longmen {
namespace {

bool is_small(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_of_id(char c) {
    return is_small(c) || (c >= 'A' && c <= 'Z') || c == '-';
}

} // namespace

bool is_source_id(std::string_view text) {
    const auto first = text.find(':');
    const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos || first == 0 || second == first + 1 || second + 1 == text.size()) {
        return false;
    }
    return std::ranges::all_of(text.substr(0, first), is_small) &&
           std::ranges::all_of(text.substr(first + 1, second - first - 1), is_small) &&
           std::ranges::all_of(text.substr(second + 1), is_of_id);
}

std::string source_id_key(std::string_view id) {
    return "s:" + std::string{id};
}

bool holds_source_id(std::string_view list) {
    while (!list.empty()) {
        const auto end = list.find('\n');
        if (is_source_id(list.substr(0, end))) {
            return true;
        }
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return false;
}

} // namespace longmen
