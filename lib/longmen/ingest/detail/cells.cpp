// SPDX-License-Identifier: GPL-3.0-or-later
// Reads single cells.
#include <longmen/ingest/detail/cells.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>
#include <array>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, 8> total_words{"合计", "总计",  "小计",     "共计",
                                                      "总和", "total", "subtotal", "sum"};
constexpr std::array<std::string_view, 6> dashes{"-", "--", "---", "—", "——", "/"};

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

bool is_nothing(std::string_view trimmed, const Profile& profile) {
    if (trimmed.empty() || std::ranges::find(dashes, trimmed) != dashes.end()) {
        return true;
    }
    if (profile.null_words.empty()) {
        return false;
    }
    constexpr std::size_t longest_word =
        40; // no word of a profile is longer: cheaper than folding an abstract
    return trimmed.size() <= longest_word &&
           std::ranges::find(profile.null_words, fold(trimmed)) != profile.null_words.end();
}

bool is_total_word(std::string_view trimmed) {
    constexpr std::size_t longest_word = 24;
    if (trimmed.size() > longest_word) {
        return false;
    }
    auto key = fold_key(trimmed);
    while (key.ends_with(':')) {
        key.pop_back();
    }
    return std::ranges::find(total_words, key) != total_words.end();
}

std::optional<std::string> count_text(std::string_view cell) {
    const auto folded = is_ascii(cell) ? std::string{cell} : fold_width(cell);
    std::string digits;
    std::size_t i = 0;
    std::size_t since_comma = 0;
    bool commas = false;
    for (; i < folded.size() && folded[i] != '.'; ++i) {
        if (folded[i] >= '0' && folded[i] <= '9') {
            digits += folded[i];
            ++since_comma;
        } else if (folded[i] == ',' && !digits.empty() && (!commas || since_comma == 3)) {
            commas = true;
            since_comma = 0;
        } else {
            return std::nullopt;
        }
    }
    if (digits.empty() || (commas && since_comma != 3)) {
        return std::nullopt;
    }
    if (i < folded.size() &&
        (i + 1 == folded.size() || folded.find_first_not_of('0', i + 1) != std::string::npos)) {
        return std::nullopt;
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    constexpr std::size_t most_digits = 18;
    return digits.size() > most_digits ? std::nullopt : std::optional{std::move(digits)};
}

void DistinctMembers::add(std::string_view member) {
    constexpr std::size_t few = 16;
    if (members_.size() < few) {
        if (std::ranges::find(members_, member) == members_.end()) {
            members_.emplace_back(member);
        }
        return;
    }
    if (known_.empty()) {
        known_.insert(members_.begin(), members_.end());
    }
    if (known_.emplace(member).second) {
        members_.emplace_back(member);
    }
}

std::vector<std::string> list_members(std::string_view cell, const Profile& profile) {
    DistinctMembers members;
    const auto add = [&](std::string_view part) {
        part = trim(part);
        if (!part.empty()) {
            members.add(part);
        }
    };
    std::array<bool, 256> is_first{}; // byte of a separator
    for (const auto& separator : profile.separators) {
        is_first[static_cast<unsigned char>(separator.front())] = true;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < cell.size();) {
        std::size_t length = 0;
        if (is_first[static_cast<unsigned char>(cell[i])]) {
            for (const auto& separator : profile.separators) {
                if (cell.substr(i).starts_with(separator)) {
                    length = separator.size();
                    break;
                }
            }
        }
        if (length == 0) {
            ++i;
            continue;
        }
        add(cell.substr(begin, i - begin));
        i += length;
        begin = i;
    }
    add(cell.substr(begin));
    return members.take();
}

std::string class_symbol(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '(') {
            break;
        }
        if (c != ' ' && c != '\t') {
            result += c;
        }
    }
    if (!is_ascii(result)) { // full-width letters and brackets
        result = fold_width(result);
        result.resize(std::min(result.find('('), result.size()));
        std::erase(result, ' ');
    }
    return result.empty() ? std::string{trim(text)} : result;
}

std::string shown(std::string_view cell) {
    constexpr std::size_t most_bytes = 200;
    if (cell.size() > most_bytes) {
        std::size_t end = most_bytes;
        while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        cell = cell.substr(0, end);
    }
    return std::string{cell};
}

} // namespace longmen::ingest::detail
