// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese numbers of bodies as digits.
#include <longmen/resolve/detail/org_digits.hpp>

#include <longmen/resolve/detail/org_text.hpp>

#include <algorithm>
#include <array>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t han_bytes = 3;

} // namespace

std::string with_digits(std::string_view text, const std::vector<std::string>& counted) {
    constexpr auto digits = std::to_array<std::string_view>(
        {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"});
    constexpr std::size_t ten = 10;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::vector<std::size_t> run;
        auto end = at;
        while (end < text.size()) {
            const auto character = text.substr(end, han_bytes);
            const auto found =
                std::ranges::find(digits, character == "○" || character == "零" ? digits[0] : character);
            if (found == digits.end()) {
                break;
            }
            run.push_back(static_cast<std::size_t>(found - digits.begin()));
            end += han_bytes;
        }
        const bool before = result.ends_with("第");
        const bool behind = run.size() > 1 && std::ranges::any_of(counted, [&](const auto& word) {
                                return text.substr(end).starts_with(word);
                            });
        if (run.empty() || (!before && !behind)) {
            const auto begin = at;
            (void)next_character(text, at);
            result += text.substr(begin, at - begin);
            continue;
        }
        const bool spoken = std::ranges::any_of(run, [](auto digit) { return digit >= ten; });
        std::size_t number = 0;
        std::size_t digit = 0;
        for (const auto value : run) {
            if (value >= ten) {
                number += (digit == 0 ? 1 : digit) * (value == ten ? ten : ten * ten);
                digit = 0;
            } else {
                digit = spoken ? value : digit * ten + value;
            }
        }
        result += std::to_string(number + digit);
        at = end;
    }
    return result;
}

} // namespace longmen::resolve::detail
