// SPDX-License-Identifier: GPL-3.0-or-later
// Figures back to cells.
#include <longmen/store/detail/figures_cells.hpp>

namespace longmen::store::detail {

std::vector<ExtraValue> figures_cells(const FiguresRow& row) {
    std::vector<ExtraValue> cells{
        {"name", row.name}, {"uscc", row.uscc.value_or("")}, {"year", std::to_string(row.year)}};
    const auto money = [&](const char* heading, const std::optional<Money>& amount) {
        if (amount) {
            cells.emplace_back(heading, print_money(*amount, MoneyUnit::yuan));
        }
    };
    money("sales_revenue(元)", row.sales_revenue);
    money("main_revenue(元)", row.main_revenue);
    money("rd_expense(元)", row.rd_expense);
    money("conversion_revenue(元)", row.conversion_revenue);
    const auto count = [&](const char* heading, const std::optional<std::int64_t>& number) {
        if (number) {
            cells.emplace_back(heading, std::to_string(*number));
        }
    };
    count("staff", row.staff);
    count("rd_staff", row.rd_staff);
    cells.insert(cells.end(), row.extras.begin(), row.extras.end());
    return cells;
}

} // namespace longmen::store::detail
