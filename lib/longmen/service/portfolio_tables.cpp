// SPDX-License-Identifier: GPL-3.0-or-later
// The views of a portfolio as tables.
#include <longmen/service/detail/portfolio_rows.hpp>
#include <longmen/service/portfolio.hpp>

#include <charconv>
#include <cmath>

namespace longmen::service {
namespace {

using namespace detail; // cells

struct Maker {
    const PortfolioBasis& basis;
    const PortfolioViews& views;
    Lang lang;
    std::size_t top;

    [[nodiscard]] const Corpus& corpus() const { return basis.scored.corpus; }
    [[nodiscard]] std::string field_name(int field) const {
        return std::string{basis.scored.model.fields.field_name(field, lang)};
    }

    // --- values ------------------------------------------------------------------------------------------
    [[nodiscard]] Table values() const {
        auto table = table_with({{"measure", {"项目", "Measure"}},
                                 {"reason", {"原因", "Reason"}},
                                 {"from", {"自", "From"}},
                                 {"to", {"至", "To"}},
                                 {"families", {"专利族", "Families"}},
                                 {"share", {"占比", "Share"}},
                                 {"all", {"全部族", "All families"}},
                                 {"all_share", {"全部占比", "Share of all"}}},
                                lang);
        const auto& d = views.values;
        const auto add = [&](const char* measure, Cell reason, Cell from, Cell to, std::size_t own,
                             std::size_t all) {
            table.rows.push_back({std::string{measure}, std::move(reason), std::move(from), std::move(to),
                                  count_cell(own), share_cell(own, d.own), count_cell(all),
                                  share_cell(all, d.all)});
        };
        const auto add_reasons = [&](const char* measure, const std::map<Undefined, std::size_t>& own,
                                     const std::map<Undefined, std::size_t>& all) {
            for (const auto& [reason, count] : all) { // the portfolio is part of the whole
                const auto mine = own.find(reason);
                add(measure, key_cell(undefined_key(reason)), {}, {}, mine == own.end() ? 0 : mine->second,
                    count);
            }
            for (const auto& [reason, count] : own) {
                if (!all.contains(reason)) {
                    add(measure, key_cell(undefined_key(reason)), {}, {}, count, 0);
                }
            }
        };
        for (const auto& band : d.values) {
            const int digits = band.to - band.from >= 1 && std::floor(band.to) == band.to ? 0 : 2;
            add("value", {}, decimal(band.from, digits), decimal(band.to, digits), band.own, band.all);
        }
        add_reasons("no_value", d.without, d.all_without);
        for (const auto& band : d.percentiles) {
            add("percentile", {}, decimal(band.from, 1), decimal(band.to, 1), band.own, band.all);
        }
        add_reasons("no_percentile", d.unplaced, d.all_unplaced);
        for (const auto& one : d.tops) {
            add("top", {}, decimal(1 - one.share, 2), decimal(1.0, 2), one.own, one.all);
        }
        return table;
    }

    // --- concentration -----------------------------------------------------------------------------------
    [[nodiscard]] Table concentration() const {
        auto table = table_with({{"by", {"分布对象", "By"}},
                                 {"of", {"计量", "Of"}},
                                 {"holders", {"个数", "Holders"}},
                                 {"families", {"计入族", "Families"}},
                                 {"without", {"未计入族", "Left out"}},
                                 {"first1_share", {"首位占比", "First"}},
                                 {"first5_share", {"前五占比", "First 5"}},
                                 {"first10_share", {"前十占比", "First 10"}},
                                 {"hhi", {"HHI", "HHI"}},
                                 {"hhi_unbiased", {"HHI（小样本校正）", "HHI, corrected"}},
                                 {"effective", {"等效个数", "Effective number"}}},
                                lang);
        for (const auto& holder : views.holders) {
            for (const auto* one : {&holder.by_value, &holder.by_number}) {
                if (holder.holder == analysis::Holder::family && !one->of_value) {
                    continue; // each family is one: says nothing
                }
                table.rows.push_back({key_cell(analysis::holder_key(holder.holder)),
                                      std::string{one->of_value ? "value" : "families"},
                                      count_cell(one->holders), count_cell(one->counted),
                                      count_cell(one->without), decimal(one->first1, 3),
                                      decimal(one->first5, 3), decimal(one->first10, 3), decimal(one->hhi, 4),
                                      decimal(one->unbiased, 4), decimal(one->effective, 1)});
            }
        }
        return table;
    }

    [[nodiscard]] Table holders() const {
        auto table = table_with({{"by", {"分布对象", "By"}},
                                 {"name", {"名称", "Name"}},
                                 {"families", {"专利族", "Families"}},
                                 {"share", {"占比", "Share"}},
                                 {"value", {"价值分", "Value"}},
                                 {"value_share", {"价值占比", "Share of value"}}},
                                lang);
        for (const auto& holder : views.holders) {
            if (holder.holder == analysis::Holder::family) {
                continue; // see the families
            }
            std::size_t shown = 0;
            for (const auto& row : holder.rows) {
                if (top > 0 && shown++ == top) {
                    break;
                }
                auto name = row.name;
                if (holder.holder == analysis::Holder::field) {
                    int field = 0;
                    std::from_chars(name.data(), name.data() + name.size(), field);
                    name = field_name(field);
                }
                table.rows.push_back({key_cell(analysis::holder_key(holder.holder)), name,
                                      decimal(row.families, 1), decimal(row.share, 3), decimal(row.value, 1),
                                      decimal(row.value_share, 3)});
            }
        }
        return table;
    }

    // --- ladders -----------------------------------------------------------------------------------------
    [[nodiscard]] Table ladder(const analysis::FamilyLadder& ladder, Heading first) const {
        auto table = table_with({first,
                                 {"families", {"存续族", "Active families"}},
                                 {"in_force", {"有效", "In force"}},
                                 {"pending", {"在审", "Pending"}},
                                 {"value", {"价值分合计", "Value"}},
                                 {"without_value", {"无价值分", "Without value"}}},
                                lang);
        for (const auto& step : ladder.steps) {
            const bool valued = step.families > step.without_value || step.families == 0;
            table.rows.push_back({step.at ? Cell{static_cast<std::int64_t>(*step.at)} : Cell{},
                                  count_cell(step.families), count_cell(step.in_force),
                                  count_cell(step.pending), valued ? decimal(step.value, 1) : Cell{},
                                  count_cell(step.without_value)});
        }
        return table;
    }

    // --- costs -------------------------------------------------------------------------------------------
    [[nodiscard]] Table costs() const {
        auto table = table_with({{"year", {"缴费年份", "Year"}},
                                 {"families", {"专利族", "Families"}},
                                 {"patents", {"专利", "Patents"}},
                                 {"fees", {"年费笔数", "Fees"}},
                                 {"full_cny", {"全额（元）", "Full (CNY)"}},
                                 {"payable_cny", {"应缴（元）", "Payable (CNY)"}},
                                 {"grace_fees", {"滞纳期内笔数", "In grace"}},
                                 {"grace_cny", {"滞纳期内含滞纳金（元）", "In grace with surcharge (CNY)"}}},
                                lang);
        for (const auto& year : views.costs.years) {
            table.rows.push_back({static_cast<std::int64_t>(year.year), count_cell(year.families),
                                  count_cell(year.rights), count_cell(year.fees), yuan_cell(year.full),
                                  yuan_cell(year.payable), count_cell(year.grace_fees),
                                  yuan_cell(year.grace)});
        }
        return table;
    }

    // --- fields ------------------------------------------------------------------------------------------
    [[nodiscard]] Table fields() const {
        auto table = table_with({{"field", {"技术领域", "Technology field"}},
                                 {"families", {"专利族", "Families"}},
                                 {"active", {"存续族", "Active"}},
                                 {"all", {"全部族", "All families"}},
                                 {"share_of_all", {"占全部", "Share of all"}},
                                 {"park", {"园区族", "Park"}},
                                 {"share_of_park", {"占园区", "Share of park"}},
                                 {"value", {"价值分合计", "Value"}},
                                 {"placed", {"有百分位的族", "With percentile"}},
                                 {"mean_percentile", {"平均百分位", "Mean percentile"}},
                                 {"percentile_low", {"下限", "Low"}},
                                 {"percentile_high", {"上限", "High"}},
                                 {"rta", {"RTA", "RTA"}},
                                 {"rta_low", {"RTA 下限", "RTA low"}},
                                 {"rta_high", {"RTA 上限", "RTA high"}},
                                 {"rta_reliable", {"RTA 可靠", "RTA reliable"}},
                                 {"recent", {"全部近年占比", "Recent, all"}},
                                 {"own_recent", {"本方近年占比", "Recent, own"}}},
                                lang);
        for (const auto& row : views.fields.rows) {
            const auto low = [](const std::optional<stats::Interval>& interval) {
                return interval ? decimal(interval->low, 2) : Cell{};
            };
            const auto high = [](const std::optional<stats::Interval>& interval) {
                return interval ? decimal(interval->high, 2) : Cell{};
            };
            table.rows.push_back(
                {field_name(row.field), count_cell(row.families), count_cell(row.active), count_cell(row.all),
                 decimal(row.share_of_all, 3), row.park ? count_cell(*row.park) : Cell{},
                 row.park ? share_cell(row.families, *row.park) : Cell{}, decimal(row.value, 1),
                 count_cell(row.placed), decimal(row.mean_percentile, 2), low(row.percentile_interval),
                 high(row.percentile_interval), decimal(row.rta, 2), low(row.rta_interval),
                 high(row.rta_interval), row.rta ? Cell{row.reliable ? "yes" : "no"} : Cell{},
                 decimal(row.recent, 2), decimal(row.own_recent, 2)});
        }
        return table;
    }
};

} // namespace

Table portfolio_table(const PortfolioBasis& basis, const PortfolioViews& views, PortfolioView view, Lang lang,
                      std::size_t top) {
    const Maker maker{basis, views, lang, top};
    Table table;
    switch (view) {
    case PortfolioView::values:
        return maker.values();
    case PortfolioView::top:
        table = detail::family_rows(basis, views, lang, true);
        break;
    case PortfolioView::concentration:
        return maker.concentration();
    case PortfolioView::holders:
        return maker.holders();
    case PortfolioView::ages:
        return maker.ladder(views.ages, {"age", {"年龄（年）", "Age (years)"}});
    case PortfolioView::ends:
        return maker.ladder(views.ends, {"year", {"届满年", "Year of end"}});
    case PortfolioView::costs:
        return maker.costs();
    case PortfolioView::gaps:
        table = detail::gap_rows(basis, views, lang);
        break;
    case PortfolioView::fields:
        table = maker.fields();
        break;
    case PortfolioView::candidates:
        table = detail::candidate_rows(basis, views, lang);
        break;
    case PortfolioView::conditions:
        return detail::condition_rows(views, lang);
    case PortfolioView::families:
        table = detail::family_rows(basis, views, lang, false);
        break;
    case PortfolioView::count_:
        break;
    }
    if (top > 0 && table.rows.size() > top) {
        table.rows.resize(top);
    }
    return table;
}

} // namespace longmen::service
