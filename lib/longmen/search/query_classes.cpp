// SPDX-License-Identifier: GPL-3.0-or-later
// Reads symbols of classes.
#include <longmen/search/query_classes.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <algorithm>

namespace longmen::search {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, digit);
}

std::string_view without_zeros(std::string_view text) {
    const auto at = text.find_first_not_of('0');
    return at == std::string_view::npos ? std::string_view{} : text.substr(at);
}

/// Section, class and subclass at the head of a symbol, as far as they go.
bool good_head(std::string_view text) {
    return ((text[0] >= 'A' && text[0] <= 'H') || text[0] == 'Y') && (text.size() < 2 || digit(text[1])) &&
           (text.size() < 3 || digit(text[2])) && (text.size() < 4 || upper(text[3]));
}

/// The normal form, or nothing.
std::string normal(const std::string& text) {
    auto head = std::string_view{text}.substr(0, 4);
    auto tail = std::string_view{text}.substr(std::min<std::size_t>(4, text.size()));
    if (head.ends_with('*') && tail.empty()) {
        head.remove_suffix(1);
    } else if (tail == "*") {
        tail = {};
    }
    if (head.empty() || head.size() == 2 || !good_head(head) || (head.size() < 4 && !tail.empty())) {
        return {};
    }
    constexpr std::size_t group_width = 4;
    constexpr std::size_t fixed_width = 10;
    if (tail.size() == fixed_width && all_digits(tail)) {
        const auto group = without_zeros(tail.substr(0, group_width));
        auto subgroup = tail.substr(group_width);
        while (subgroup.size() > 2 && subgroup.ends_with('0')) {
            subgroup.remove_suffix(1);
        }
        return group.empty() ? std::string{} : fmt::format("{}{}/{}", head, group, subgroup);
    }
    const auto slash = tail.find('/');
    auto group = tail.substr(0, slash);
    const bool open_group = group.ends_with('*') && slash == std::string_view::npos;
    if (open_group) {
        group.remove_suffix(1);
    }
    if (!all_digits(group) || group.size() > group_width ||
        (group.empty() && (open_group || !tail.empty()))) {
        return {};
    }
    if (!group.empty() && without_zeros(group).empty()) {
        return {};
    }
    const std::string front = fmt::format("{}{}{}", head, without_zeros(group), open_group ? "*" : "");
    if (slash == std::string_view::npos || slash + 1 == tail.size()) {
        return front;
    }
    const auto subgroup = tail.substr(slash + 1);
    const bool open = subgroup.ends_with('*');
    const auto digits = subgroup.substr(0, subgroup.size() - (open ? 1 : 0));
    constexpr std::size_t longest = 6;
    if (!all_digits(digits) || digits.size() > longest || (digits.size() < 2 && !open)) {
        return {};
    }
    return digits.empty() ? front : fmt::format("{}/{}", front, subgroup);
}

/// What was meant when letters and digits look alike, or a `-` or `.` stands for the slash.
std::string meant(std::string text) {
    const auto as_digit = [](char c) {
        return c == 'O' || c == 'Q' ? '0' : c == 'I' || c == 'L' ? '1' : c == 'Z' ? '2' : c == 'S' ? '5' : c;
    };
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (i != 3) {
            text[i] = as_digit(text[i]);
        } else if (digit(text[i])) {
            text[i] = text[i] == '0' ? 'O' : text[i] == '1' ? 'I' : text[i] == '8' ? 'B' : text[i];
        }
    }
    if (text[0] == '8') {
        text[0] = 'B';
    }
    if (text.find('/') == std::string::npos && text.size() > 5) {
        if (const auto mark = text.find_first_of("-.:\\", 5); mark != std::string::npos) {
            text[mark] = '/';
        }
    }
    return normal(text);
}

} // namespace

std::variant<std::string, Sentence> read_class(std::string_view text) {
    auto key = fold_key(text);
    std::ranges::transform(key, key.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
    if (auto symbol = normal(key); !symbol.empty()) {
        return symbol;
    }
    const auto shown = cut_to_width(text, 40);
    if (const auto guess = key.empty() ? std::string{} : meant(key); !guess.empty()) {
        return sentence("“{}”不是分类号；应为 {} 吗？请写作 ipc:{}",
                        "`{}` is no class; is {} meant? Write ipc:{}", shown, guess, guess);
    }
    return sentence("“{}”不是分类号；分类号形如 H、H01、H01M、H01M10、H01M10/0525 或 H01M10/05*",
                    "`{}` is no class; classes look like H, H01, H01M, H01M10, H01M10/0525 or H01M10/05*",
                    shown);
}

bool is_subclass(std::string_view text) {
    const auto key = fold(text);
    return key.size() == 4 && key[0] >= 'a' && key[0] <= 'z' && digit(key[1]) && digit(key[2]) &&
           key[3] >= 'a' && key[3] <= 'z';
}

bool is_group(std::string_view text) {
    const auto key = fold_width(text);
    const auto slash = key.find('/');
    if (slash == std::string::npos || slash == 0 || slash > 4) {
        return false;
    }
    auto tail = std::string_view{key}.substr(slash + 1);
    if (tail.ends_with('*')) {
        tail.remove_suffix(1);
    }
    return all_digits(std::string_view{key}.substr(0, slash)) && tail.size() <= 6 && all_digits(tail);
}

} // namespace longmen::search
