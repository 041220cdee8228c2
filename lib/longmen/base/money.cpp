// SPDX-License-Identifier: GPL-3.0-or-later
// Exact reading and printing of amounts.
#include <longmen/base/money.hpp>
#include <longmen/base/text.hpp>

#include <limits>

namespace longmen {
namespace {

/// Fen in one unit.
std::int64_t fen_in(MoneyUnit unit) {
    switch (unit) {
    case MoneyUnit::yuan:
        return 100;
    case MoneyUnit::ten_thousand_yuan:
        return 1'000'000;
    case MoneyUnit::hundred_million_yuan:
        return 10'000'000'000;
    }
    return 100;
}

} // namespace

std::optional<MoneyUnit> find_money_unit(std::string_view text) {
    const auto key = fold_key(text);
    if (key.find("亿") != std::string::npos) {
        return MoneyUnit::hundred_million_yuan;
    }
    for (const auto* word :
         {"万元", "萬元", "万人民币", "10kyuan", "10kcny", "10,000yuan", "10000yuan", "10k-yuan"}) {
        if (key.find(word) != std::string::npos) {
            return MoneyUnit::ten_thousand_yuan;
        }
    }
    for (const auto* word : {"千元", "百万元", "thousand", "million"}) {
        if (key.find(word) != std::string::npos) {
            return std::nullopt; // units nobody of our users writes: refused rather than guessed
        }
    }
    for (const auto* word : {"元", "圆", "cny", "rmb", "yuan"}) {
        if (key.find(word) != std::string::npos) {
            return MoneyUnit::yuan;
        }
    }
    return std::nullopt;
}

std::optional<Money> parse_money(std::string_view text, std::optional<MoneyUnit> unit) {
    auto key = fold_key(text);
    std::string_view rest = key;
    const bool negative = rest.starts_with('-') || rest.starts_with("−");
    if (negative) {
        rest.remove_prefix(rest[0] == '-' ? 1 : std::string_view{"−"}.size());
    }
    for (const std::string_view sign : {"¥", "￥", "rmb", "cny"}) {
        if (rest.starts_with(sign)) {
            rest.remove_prefix(sign.size());
            unit = unit.value_or(MoneyUnit::yuan);
        }
    }
    // digits with thousands separators, then a fraction
    __extension__ using Wide = __int128;
    Wide whole = 0;
    Wide scale = 1;
    int digits = 0;
    bool point = false;
    while (!rest.empty() &&
           ((rest[0] >= '0' && rest[0] <= '9') || rest[0] == ',' || (rest[0] == '.' && !point))) {
        if (rest[0] == '.') {
            point = true;
        } else if (rest[0] != ',') {
            if (++digits > 24) {
                return std::nullopt;
            }
            whole = whole * 10 + (rest[0] - '0');
            scale *= point ? 10 : 1;
        } else if (point) {
            return std::nullopt;
        }
        rest.remove_prefix(1);
    }
    if (digits == 0) {
        return std::nullopt;
    }
    if (!rest.empty()) {
        unit = find_money_unit(rest);
        constexpr std::size_t longest_unit = 12;
        if (rest.size() > longest_unit) {
            return std::nullopt;
        }
    }
    if (!unit) {
        return std::nullopt;
    }
    const Wide scaled = whole * fen_in(*unit);
    const Wide fen = scaled / scale;
    if (scaled % scale != 0 || fen > std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return Money{static_cast<std::int64_t>(negative ? -fen : fen)};
}

std::string print_money(Money money, MoneyUnit unit) {
    const auto per_unit = static_cast<std::uint64_t>(fen_in(unit));
    const auto magnitude =
        money.fen < 0 ? 0 - static_cast<std::uint64_t>(money.fen) : static_cast<std::uint64_t>(money.fen);
    std::string result = (money.fen < 0 ? "-" : "") + std::to_string(magnitude / per_unit);
    auto fraction = std::to_string(per_unit + magnitude % per_unit).substr(1); // leading zeros kept
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? result : result + '.' + fraction;
}

} // namespace longmen
