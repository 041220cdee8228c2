// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a portfolio that list families or patents.
#include <longmen/service/detail/portfolio_rows.hpp>

#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::service::detail {
namespace {

struct Maker {
    const PortfolioBasis& basis;
    const PortfolioViews& views;
    Lang lang;

    [[nodiscard]] const Corpus& corpus() const { return basis.scored.corpus; }
    [[nodiscard]] std::string field_name(int field) const {
        return std::string{basis.scored.model.fields.field_name(field, lang)};
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
};

} // namespace

Table family_rows(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang, bool best) {
    return Maker{basis, views, lang}.families(best);
}

Table gap_rows(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang) {
    return Maker{basis, views, lang}.gaps();
}

Table candidate_rows(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang) {
    return Maker{basis, views, lang}.candidates();
}

Table condition_rows(const PortfolioViews& views, Lang lang) {
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

} // namespace longmen::service::detail
