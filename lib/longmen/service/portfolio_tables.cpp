// SPDX-License-Identifier: GPL-3.0-or-later
// The views of a portfolio as tables.
#include <longmen/base/text.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/portfolio.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace longmen::service {
namespace {

constexpr int file_digits = 4;

Cell decimal(double value, int screen_digits) {
    return Decimal{value, file_digits, screen_digits};
}
Cell decimal(const std::optional<double>& value, int screen_digits) {
    return value ? decimal(*value, screen_digits) : Cell{};
}
Cell decimal(const Measured<double>& value, int screen_digits) {
    return value.defined() ? decimal(value.value(), screen_digits) : Cell{};
}
Cell share_cell(std::size_t part, std::size_t all) {
    return all == 0 ? Cell{} : decimal(static_cast<double>(part) / static_cast<double>(all), 3);
}
Cell yuan_of(const Measured<Money>& money) {
    return money.defined() ? yuan_cell(money.value()) : Cell{};
}
Cell day_cell(const std::optional<Date>& date) {
    return date ? Cell{date->iso()} : Cell{};
}
Cell key_cell(std::string_view key) {
    return std::string{key};
}

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
            add("value", {}, decimal(band.from, 0), decimal(band.to, 0), band.own, band.all);
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

    // --- families ----------------------------------------------------------------------------------------
    [[nodiscard]] std::string finding_of(std::size_t family) const {
        const auto& rows = views.candidates.rows;
        const auto found = std::ranges::find(rows, family, &analysis::Candidate::family);
        return found == rows.end() ? std::string{} : found->sure ? "candidate" : "look";
    }

    /// By value, highest first, those without last; then by number.
    [[nodiscard]] std::vector<std::size_t> by_value(bool active_only) const {
        const auto& families = views.portfolio.families;
        std::vector<std::size_t> order;
        for (std::size_t f = 0; f < families.size(); ++f) {
            if (!active_only || (families[f].active && families[f].value.defined())) {
                order.push_back(f);
            }
        }
        const auto value = [&](std::size_t f) {
            return families[f].active && families[f].value.defined() ? families[f].value.value() : -1;
        };
        std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
            return value(a) != value(b) ? value(a) > value(b)
                                        : corpus().patents[families[a].representative].number <
                                              corpus().patents[families[b].representative].number;
        });
        return order;
    }

    [[nodiscard]] Table families(bool best) const {
        auto table = table_with({{"number", {"代表专利", "Representative"}},
                                 {"title", {"名称", "Title"}},
                                 {"field", {"技术领域", "Technology field"}},
                                 {"value", {"价值分", "Value"}},
                                 {"coverage", {"覆盖率", "Coverage"}},
                                 {"complete", {"数据完整", "Complete"}},
                                 {"percentile", {"组内百分位", "Percentile"}},
                                 {"rank", {"名次", "Rank"}},
                                 {"rank_low", {"最好名次", "Best rank"}},
                                 {"rank_high", {"最差名次", "Worst rank"}},
                                 {"validity", {"有效性", "Validity"}},
                                 {"term_end", {"保护期届满", "Term ends"}}},
                                lang);
        if (!best) {
            const auto more = table_with({{"family", {"专利族", "Family"}},
                                          {"active", {"存续", "Active"}},
                                          {"cohort", {"比较组", "Cohort"}},
                                          {"cohort_size", {"组内族数", "Cohort size"}},
                                          {"filed", {"首次申请日", "First filed"}},
                                          {"members", {"成员", "Members"}},
                                          {"rights_in_force", {"有效权利", "Rights in force"}},
                                          {"fee_next_cny", {"一年内年费（元）", "Fees of one year (CNY)"}},
                                          {"fees_ahead_cny", {"今后年费（元）", "Fees ahead (CNY)"}},
                                          {"cny_per_point", {"每分年费（元）", "CNY per point"}},
                                          {"use", {"使用记录", "Use on record"}},
                                          {"finding", {"建议查看", "Finding"}}},
                                         lang);
            table.columns.insert(table.columns.end(), more.columns.begin(), more.columns.end());
        }
        for (const auto f : by_value(best)) {
            const auto& family = views.portfolio.families[f];
            const auto& patent = corpus().patents[family.representative];
            const auto rank = [](std::uint32_t r) { return r == 0 ? Cell{} : Cell{std::int64_t{r}}; };
            std::vector<Cell> row{patent.number,
                                  text_cell(patent.title.empty() ? patent.title_en : patent.title),
                                  family.field == 0 ? Cell{} : Cell{field_name(family.field)},
                                  decimal(family.value, 1),
                                  decimal(family.coverage, 2),
                                  family.value.defined() ? Cell{family.value.complete() ? "yes" : "no"}
                                                         : Cell{},
                                  decimal(family.place.percentile, 2),
                                  rank(family.rank.rank),
                                  rank(family.rank.low),
                                  rank(family.rank.high),
                                  key_cell(validity_key(family.validity)),
                                  day_cell(family.end)};
            if (!best) {
                std::vector<std::string> members, uses;
                for (const auto member : family.members) {
                    members.push_back(corpus().patents[member].number);
                }
                for (const auto& [kind, count] : family.use.counts) {
                    uses.push_back(fmt::format("{} {}", event_key(kind), count));
                }
                const auto next = family.cost(views.portfolio.as_of.add_years(1));
                const bool ratio = next.defined() && family.value.defined() && family.value.value() > 0;
                row.push_back(family.key);
                row.emplace_back(family.active ? "yes" : "no");
                row.push_back(text_cell(family.place.cohort));
                row.push_back(family.place.size == 0 ? Cell{} : count_cell(family.place.size));
                row.push_back(day_cell(family.filed));
                row.emplace_back(join(members, "; "));
                row.push_back(count_cell(family.in_force.size()));
                row.push_back(yuan_of(next));
                row.push_back(yuan_of(family.cost(views.portfolio.until)));
                row.push_back(ratio ? decimal(static_cast<double>(next.value().fen) / fen_in_yuan /
                                                  family.value.value(),
                                              1)
                                    : Cell{});
                row.push_back(text_cell(join(uses, "; ")));
                row.push_back(text_cell(finding_of(f)));
            }
            table.rows.push_back(std::move(row));
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

    [[nodiscard]] Table gaps() const {
        auto table = table_with({{"number", {"专利号", "Number"}},
                                 {"title", {"名称", "Title"}},
                                 {"reason", {"原因", "Reason"}},
                                 {"why", {"说明", "Why"}}},
                                lang);
        for (const auto& gap : views.costs.gaps) {
            const auto& patent = corpus().patents[gap.patent];
            table.rows.push_back(
                {patent.number, text_cell(patent.title.empty() ? patent.title_en : patent.title),
                 key_cell(undefined_key(gap.reason)), std::string{undefined_text(gap.reason).in(lang)}});
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
            table.rows.push_back({field_name(row.field), count_cell(row.families), count_cell(row.active),
                                  count_cell(row.all), decimal(row.share_of_all, 3), decimal(row.value, 1),
                                  count_cell(row.placed), decimal(row.mean_percentile, 2),
                                  low(row.percentile_interval), high(row.percentile_interval),
                                  decimal(row.rta, 2), low(row.rta_interval), high(row.rta_interval),
                                  row.rta ? Cell{row.reliable ? "yes" : "no"} : Cell{},
                                  decimal(row.recent, 2), decimal(row.own_recent, 2)});
        }
        return table;
    }

    // --- candidates --------------------------------------------------------------------------------------
    [[nodiscard]] std::string joined(const std::vector<Sentence>& sentences) const {
        std::vector<std::string> words;
        for (const auto& one : sentences) {
            words.push_back(one.in(lang));
        }
        return join(words, lang == Lang::zh ? "；" : "; ");
    }

    [[nodiscard]] Table candidates() const {
        auto table = table_with({{"finding", {"类别", "Finding"}},
                                 {"number", {"代表专利", "Representative"}},
                                 {"title", {"名称", "Title"}},
                                 {"value", {"价值分", "Value"}},
                                 {"percentile", {"组内百分位", "Percentile"}},
                                 {"saved_cny", {"今后年费（元）", "Fees ahead (CNY)"}},
                                 {"by_year", {"分年", "By year"}},
                                 {"for", {"符合的条件", "For"}},
                                 {"against", {"应予考虑", "Against"}},
                                 {"unknown", {"尚不清楚", "Not known"}}},
                                lang);
        for (const auto& row : views.candidates.rows) {
            const auto& family = views.portfolio.families[row.family];
            const auto& patent = corpus().patents[family.representative];
            std::vector<std::string> years;
            for (const auto& [year, money] : row.saving) {
                years.push_back(fmt::format("{}: {}", year, print_money(money, MoneyUnit::yuan)));
            }
            table.rows.push_back({std::string{row.sure ? "candidate" : "look"}, patent.number,
                                  text_cell(patent.title.empty() ? patent.title_en : patent.title),
                                  decimal(family.value, 1), decimal(family.place.percentile, 2),
                                  row.told[static_cast<std::size_t>(analysis::CandidateRule::costly)] ==
                                          analysis::Told::unknown
                                      ? Cell{}
                                      : yuan_cell(row.saved),
                                  text_cell(join(years, "; ")), text_cell(joined(row.reasons)),
                                  text_cell(joined(row.against)), text_cell(joined(row.unknown))});
        }
        return table;
    }

    [[nodiscard]] Table conditions() const {
        auto table = table_with({{"condition", {"条件", "Condition"}},
                                 {"meaning", {"含义", "Meaning"}},
                                 {"yes", {"符合", "Holds"}},
                                 {"no", {"不符合", "Does not"}},
                                 {"unknown", {"不明", "Not known"}}},
                                lang);
        for (std::size_t rule = 0; rule < analysis::candidate_rules; ++rule) {
            const auto key = static_cast<analysis::CandidateRule>(rule);
            const auto& tally = views.candidates.tally[rule];
            const auto count = [&](analysis::Told told) {
                return count_cell(tally[static_cast<std::size_t>(told)]);
            };
            table.rows.push_back({key_cell(analysis::candidate_rule_key(key)),
                                  std::string{analysis::candidate_rule_text(key).in(lang)},
                                  count(analysis::Told::yes), count(analysis::Told::no),
                                  count(analysis::Told::unknown)});
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
        table = maker.families(true);
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
        table = maker.gaps();
        break;
    case PortfolioView::fields:
        table = maker.fields();
        break;
    case PortfolioView::candidates:
        table = maker.candidates();
        break;
    case PortfolioView::conditions:
        return maker.conditions();
    case PortfolioView::families:
        table = maker.families(false);
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
