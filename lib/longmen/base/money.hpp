// SPDX-License-Identifier: GPL-3.0-or-later
// Money as an integer number of fen; a unit is always known or the amount is refused.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen {

/// An amount in Chinese yuan, held in fen (1/100 yuan).
struct Money {
    std::int64_t fen = 0;
    friend auto operator<=>(const Money&, const Money&) = default;
};

enum class MoneyUnit : std::uint8_t { yuan, ten_thousand_yuan, hundred_million_yuan };

/// The unit named in a heading or cell: `万元`, `亿元`, `元`, `CNY`, `yuan`, `RMB`; nothing if none is named.
std::optional<MoneyUnit> find_money_unit(std::string_view text);

/// Reads `1,234.56`, `１２３４．５`, `-3`, `1234.5万元` (a unit in the cell wins over `unit`) exactly,
/// without floating point. Nothing when the text is no number, does not fit, or is finer than a fen.
std::optional<Money> parse_money(std::string_view text, std::optional<MoneyUnit> unit);

/// Decimal number in the unit, without trailing zeros and without separators: `1234.56`.
std::string print_money(Money money, MoneyUnit unit);

} // namespace longmen
