// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in yuan read and printed exactly.
#include <longmen/base/money.hpp>

#include <longmen/base/text.hpp>

#include <array>
#include <cstddef>
#include <limits>

namespace longmen {
namespace {

constexpr int decimals_of(MoneyUnit unit) {
    switch (unit) {
    case MoneyUnit::yuan:
        return 2;
    case MoneyUnit::ten_thousand_yuan:
        return 6;
    case MoneyUnit::hundred_million_yuan:
        return 10;
    }
    return 2;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& parts) {
    for (const auto part : parts) {
        if (contains(text, part)) {
            return true;
        }
    }
    return false;
}

// Named, but not ours: another currency, or a multiple we do not hold.
constexpr std::array<std::string_view, 22> foreign{
    "美元", "美金", "欧元", "日元", "港元", "港币", "韩元", "英镑", "台币", "$",    "€",
    "£",    "usd",  "eur",  "jpy",  "hkd",  "gbp",  "krw",  "twd",  "千元", "百元", "角"};
constexpr std::array<std::string_view, 8> other_multiples{"十万", "百万", "千万", "万万",
                                                          "十亿", "百亿", "千亿", "万亿"};

/// Whether `mark` stands in `text` as a unit: at the end, or before a bracket or 元 or a currency.
bool stands_alone(std::string_view text, std::string_view mark) {
    const auto at = text.rfind(mark);
    if (at == std::string_view::npos) {
        return false;
    }
    const auto rest = text.substr(at + mark.size());
    return rest.empty() || rest.front() == ')' || rest.front() == ']' || rest.starts_with("元") ||
           rest.starts_with("圆") || rest.starts_with("人民币") || rest.starts_with("rmb") ||
           rest.starts_with("cny") || rest.starts_with("】") || rest.starts_with("yuan");
}

std::optional<MoneyUnit> unit_in_key(std::string_view key) {
    using enum MoneyUnit;
    if (contains_any(key, foreign) || contains_any(key, other_multiples)) {
        return std::nullopt;
    }
    const bool western = contains(key, "yuan") || contains(key, "cny") || contains(key, "rmb");
    if (stands_alone(key, "亿")) {
        return hundred_million_yuan;
    }
    if (stands_alone(key, "万")) {
        return ten_thousand_yuan;
    }
    if (western) {
        constexpr std::array<std::string_view, 3> hundred_million{"hundredmillion", "100million",
                                                                  "100,000,000"};
        constexpr std::array<std::string_view, 4> ten_thousand{"10,000", "10000", "tenthousand",
                                                               "10thousand"};
        constexpr std::array<std::string_view, 5> others{"000", "thousand", "million", "billion", "10k"};
        if (contains_any(key, hundred_million)) {
            return hundred_million_yuan;
        }
        if (contains_any(key, ten_thousand)) {
            return ten_thousand_yuan;
        }
        return contains_any(key, others) ? std::nullopt : std::optional{yuan};
    }
    if (contains(key, "元") || contains(key, "人民币") || contains(key, "¥")) {
        return yuan;
    }
    return std::nullopt;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_number_char(char c) {
    return is_digit(c) || c == '.' || c == ',';
}

/// Thousands separators, where there are any, cut groups of three.
bool commas_in_order(std::string_view whole) {
    const auto first = whole.find(',');
    if (first == std::string_view::npos) {
        return true;
    }
    if (first == 0 || first > 3 || (whole.size() - first) % 4 != 0) {
        return false;
    }
    for (std::size_t at = first; at < whole.size(); ++at) {
        if ((whole[at] == ',') != ((at - first) % 4 == 0)) {
            return false;
        }
    }
    return true;
}

bool append_digit(std::int64_t& amount, int digit) {
    return !__builtin_mul_overflow(amount, std::int64_t{10}, &amount) &&
           !__builtin_add_overflow(amount, std::int64_t{digit}, &amount);
}

/// Fen of an unsigned decimal number in a unit with that many decimals to the fen.
std::optional<std::int64_t> fen_of(std::string_view number, int decimals) {
    const auto dot = number.find('.');
    const auto whole = number.substr(0, dot);
    auto fraction = dot == std::string_view::npos ? std::string_view{} : number.substr(dot + 1);
    if (whole.empty() || !commas_in_order(whole) || (dot != std::string_view::npos && fraction.empty())) {
        return std::nullopt;
    }
    while (!fraction.empty() && fraction.back() == '0') {
        fraction.remove_suffix(1);
    }
    if (static_cast<int>(fraction.size()) > decimals) {
        return std::nullopt;
    }
    std::int64_t amount = 0;
    for (const char c : whole) {
        if (c != ',' && !append_digit(amount, c - '0')) {
            return std::nullopt;
        }
    }
    for (int place = 0; place < decimals; ++place) {
        const auto at = static_cast<std::size_t>(place);
        if (at < fraction.size() && !is_digit(fraction[at])) {
            return std::nullopt;
        }
        if (!append_digit(amount, at < fraction.size() ? fraction[at] - '0' : 0)) {
            return std::nullopt;
        }
    }
    return amount;
}

} // namespace

std::optional<MoneyUnit> find_money_unit(std::string_view text) {
    return unit_in_key(fold_key(text));
}

std::optional<Money> parse_money(std::string_view text, std::optional<MoneyUnit> unit) {
    const auto folded = fold(trim(text));
    std::string_view rest = folded;
    const auto begin = rest.find_first_of("0123456789");
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    auto end = begin;
    while (end < rest.size() && is_number_char(rest[end])) {
        ++end;
    }
    const auto number = rest.substr(begin, end - begin);
    std::string before = fold_key(rest.substr(0, begin));
    std::string after = fold_key(rest.substr(end));
    bool negative = false;
    if (before == "(" && after == ")") { // as accountants write it
        negative = true;
        before.clear();
        after.clear();
    }
    for (const std::string_view sign : {"-", "−", "+"}) {
        if (before.ends_with(sign)) {
            negative = sign != "+";
            before.resize(before.size() - sign.size());
            break;
        }
        if (before.starts_with(sign)) {
            negative = sign != "+";
            before.erase(0, sign.size());
            break;
        }
    }
    if (after.find_first_of("0123456789+-") != std::string::npos) {
        return std::nullopt;
    }
    if (!before.empty() || !after.empty()) {
        if (const bool sign_of_yuan = before == "¥" && after.empty(); !sign_of_yuan || !unit) {
            unit = unit_in_key(before + after);
        }
        const auto known = {"元", "圆", "万", "亿", "人民币", "¥", "rmb", "cny", "yuan", "整"};
        std::string left = before + after;
        for (const std::string_view word : known) {
            for (auto at = left.find(word); at != std::string::npos; at = left.find(word)) {
                left.erase(at, word.size());
            }
        }
        if (!left.empty()) {
            return std::nullopt;
        }
    }
    if (!unit) {
        return std::nullopt;
    }
    const auto fen = fen_of(number, decimals_of(*unit));
    if (!fen) {
        return std::nullopt;
    }
    return Money{negative ? -*fen : *fen};
}

std::string print_money(Money money, MoneyUnit unit) {
    const bool negative = money.fen < 0;
    const auto amount =
        negative ? 0 - static_cast<std::uint64_t>(money.fen) : static_cast<std::uint64_t>(money.fen);
    auto digits = std::to_string(amount);
    const auto decimals = static_cast<std::size_t>(decimals_of(unit));
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - decimals, 1, '.');
    while (digits.back() == '0') {
        digits.pop_back();
    }
    if (digits.back() == '.') {
        digits.pop_back();
    }
    return negative ? "-" + digits : digits;
}

} // namespace longmen
