// SPDX-License-Identifier: GPL-3.0-or-later
// What families are worth among their like, and in which markets.
#include <longmen/indicators/column_models.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/family_members.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/market_coverage.hpp>
#include <longmen/indicators/status.hpp>
#include <longmen/indicators/technology_relevance.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace longmen::indicators::detail {
namespace {

RightState state_of(const Patent& patent, Date as_of) {
    switch (validity_at(patent, as_of)) {
    case Validity::in_force:
        return RightState::in_force;
    case Validity::pending:
        return RightState::pending;
    case Validity::dead:
        return RightState::none;
    case Validity::unknown:
        break;
    }
    return RightState::unknown;
}

/// Rights that records tell, and of the numbers that vendors list for the family those of other offices.
std::vector<Right> rights_of(std::span<const std::uint32_t> members, const ColumnInput& input) {
    const auto as_of = Date::from_days(input.as_of);
    std::vector<Right> rights;
    for (const auto node : members) {
        if (const auto* record = input.records[node]) {
            rights.push_back({office_number(record->office), state_of(*record, as_of)});
        }
    }
    const auto told = rights.size();
    for (const auto node : members) {
        const auto* const record = input.records[node];
        if (record == nullptr) {
            continue;
        }
        for (const std::string_view number : record->family_members) {
            const auto office = office_number(number.substr(0, 2));
            const bool has_record =
                std::any_of(rights.begin(), rights.begin() + static_cast<std::ptrdiff_t>(told),
                            [office](const Right& right) { return right.office == office; });
            if (office != 0 && !has_record) {
                rights.push_back({office, RightState::unknown});
            }
        }
    }
    return rights;
}

Column coverage(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& input = work.input;
    const FamilyMembers families{input.family, input.nodes(), work.days().first_known()};
    std::vector<Measured<double>> found(families.size(), Undefined::no_data);
    constexpr std::size_t families_of_piece = std::size_t{1} << 10;
    work.threads.ranges(found.size(), families_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto family = begin; family < end; ++family) {
            found[family] = market_coverage(rights_of(families[family], input), input.models->markets);
        }
    });
    return measured_column(work, [&](std::size_t node) { return found[families.number(node)]; });
}

Column relevance(ColumnWork& work, const ColumnIndicator&, Parameters parameters) {
    const auto& input = work.input;
    const auto offices = work.offices();
    const auto bound = offices.empty() ? 0U : *std::ranges::max_element(offices) + 1;
    auto found = technology_relevance({input.graph, input.family, input.field, offices.view(), bound},
                                      work.days(), parameters[0], work.threads);
    const auto open = work.open_windows(parameters[0]);
    return {{},
            std::move(found.values),
            work.each<std::uint8_t>([&](std::size_t node) { return open[found.first[node]]; }),
            Undefined::no_data,
            std::move(found.reasons)};
}

Column impact(ColumnWork& work, const ColumnIndicator& self, Parameters parameters) {
    const auto markets = coverage(work, self, parameters);
    auto column = relevance(work, self, parameters);
    for (std::size_t node = 0; node < column.values.size(); ++node) {
        if (column.defined(node) && !markets.defined(node)) {
            column.reasons[node] = static_cast<std::uint8_t>(markets.why(node));
        }
        column.values[node] *= markets.values[node];
    }
    return column;
}

constexpr std::array list{
    ColumnIndicator{
        {"technology_relevance_Ny",
         {"倍", "times"},
         {"技术相关度（类 PatentSight），N 年", "Technology relevance (PatentSight-like), N years"},
         {"同族被其他同族引用的次数，按施引受理局的引用习惯折算，再除以同领域、同年同族的均值；1 "
          "为平均，不足 30 "
          "个同族的组不计",
          "Citations of the family by other families within N years, corrected for the habits of "
          "the citing offices, over the mean of families of its field and year; 1 is average, "
          "groups of fewer than 30 give none"},
         "ernst-omland-2011"},
        "technology_relevance_5y",
        {{{1, graph::longest_window}}},
        Need::fields,
        &relevance},
    ColumnIndicator{
        {"market_coverage",
         {"倍", "times"},
         {"市场覆盖度（类 PatentSight）", "Market coverage (PatentSight-like)"},
         {"同族有效或待审的国家（地区）国民总收入之和，以美国为 1；待审的打折，EP 按数据所列成员国折算",
          "Gross national income of the countries in which the family is in force or pending, the "
          "United States being 1; pending ones count less, EP stands for the states the table names"},
         "ernst-omland-2011"},
        "market_coverage",
        {},
        Need::markets,
        &coverage},
    ColumnIndicator{
        {"competitive_impact_Ny",
         {"", ""},
         {"竞争影响力（类 PatentSight），N 年", "Competitive impact (PatentSight-like), N years"},
         {"技术相关度乘以市场覆盖度；权利全部终止的同族为 0，各同族之和类似专利资产指数",
          "Technology relevance times market coverage; 0 for families whose rights have ended, summed "
          "over families it is like a patent asset index"},
         "ernst-omland-2011"},
        "competitive_impact_5y",
        {{{1, graph::longest_window}}},
        Need::markets,
        &impact},
};

} // namespace

std::span<const ColumnIndicator> market_columns() {
    return list;
}

} // namespace longmen::indicators::detail
