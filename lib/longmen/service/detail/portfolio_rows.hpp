// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the tables of portfolios, and the tables that list families or patents.
#pragma once

#include <longmen/service/columns.hpp>
#include <longmen/service/portfolio.hpp>

namespace longmen::service::detail {

inline constexpr int file_digits = 4;

[[nodiscard]] inline Cell decimal(double value, int screen_digits) {
    return Decimal{value, file_digits, screen_digits};
}
[[nodiscard]] inline Cell decimal(const std::optional<double>& value, int screen_digits) {
    return value ? decimal(*value, screen_digits) : Cell{};
}
[[nodiscard]] inline Cell decimal(const Measured<double>& value, int screen_digits) {
    return value.defined() ? decimal(value.value(), screen_digits) : Cell{};
}
[[nodiscard]] inline Cell share_cell(std::size_t part, std::size_t all) {
    return all == 0 ? Cell{} : decimal(static_cast<double>(part) / static_cast<double>(all), 3);
}
[[nodiscard]] inline Cell yuan_of(const Measured<Money>& money) {
    return money.defined() ? yuan_cell(money.value()) : Cell{};
}
[[nodiscard]] inline Cell day_cell(const std::optional<Date>& date) {
    return date ? Cell{date->iso()} : Cell{};
}
[[nodiscard]] inline Cell key_cell(std::string_view key) {
    return std::string{key};
}

/// By value, highest first, those without last; then by number. `best`: active families with a value, fewer
/// columns.
[[nodiscard]] Table family_rows(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang,
                                bool best);
[[nodiscard]] Table gap_rows(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang);
[[nodiscard]] Table candidate_rows(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang);
/// How many families meet each condition.
[[nodiscard]] Table condition_rows(const PortfolioViews& views, Lang lang);

} // namespace longmen::service::detail
