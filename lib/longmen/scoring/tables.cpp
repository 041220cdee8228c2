// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of scores.
#include <longmen/scoring/tables.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>
#include <string>

namespace longmen::scoring {
namespace {

constexpr int file_digits = 4;
constexpr int value_screen_digits = 1;
constexpr int share_screen_digits = 2;

struct Heading {
    std::string_view key;
    Text text;
};

constexpr Heading rank_heading{"rank", {"名次", "Rank"}};
constexpr Heading value_heading{"value", {"价值分", "Value"}};
constexpr Heading coverage_heading{"coverage", {"覆盖率", "Coverage"}};
constexpr Heading low_heading{"rank_low", {"最好名次", "Best rank"}};
constexpr Heading high_heading{"rank_high", {"最差名次", "Worst rank"}};
constexpr Heading complete_heading{"complete", {"数据完整", "Complete"}};
constexpr Heading families_heading{"families", {"专利族", "Families"}};
constexpr Heading active_heading{"active", {"存续族", "Active"}};
constexpr Heading counted_heading{"counted", {"计入族", "Counted"}};
constexpr Heading top_heading{"top_mean", {"前列均值", "Mean of best"}};

Table table_of(std::initializer_list<Heading> headings, Lang lang) {
    Table table;
    for (const auto& heading : headings) {
        table.columns.push_back({std::string{heading.key}, std::string{heading.text.in(lang)}});
    }
    return table;
}

Cell count_cell(std::size_t count) {
    return static_cast<std::int64_t>(count);
}
Cell rank_cell(std::uint32_t rank) {
    return rank == 0 ? Cell{} : Cell{static_cast<std::int64_t>(rank)};
}
Cell decimal(double value, int screen_digits) {
    return Decimal{value, file_digits, screen_digits};
}
Cell value_cell(const Measured<double>& value) {
    return value.defined() ? decimal(value.value(), value_screen_digits) : Cell{};
}
Cell yes_no(bool yes) {
    return std::string{yes ? "yes" : "no"};
}

std::size_t rows_of(std::size_t all, std::size_t top) {
    return top == 0 ? all : std::min(all, top);
}

/// The columns enterprises and parks share, from `families` on.
void add_party(std::vector<Cell>& row, const PartyScore& party) {
    row.push_back(count_cell(party.families.size()));
    row.push_back(value_cell(party.value));
    row.push_back(decimal(party.coverage, share_screen_digits));
    row.push_back(rank_cell(party.rank.low));
    row.push_back(rank_cell(party.rank.high));
    row.push_back(count_cell(party.active));
    row.push_back(count_cell(party.counted));
    row.push_back(value_cell(party.top_mean));
    row.push_back(yes_no(party.complete));
}

std::string note_of(const TermTrace& row, Lang lang) {
    if (row.state == TermState::zeroed) {
        return lang == Lang::zh ? row.term->zero_label_zh : row.term->zero_label_en;
    }
    if (row.reason) {
        return std::string{undefined_text(*row.reason).in(lang)};
    }
    if (!row.complete) {
        return std::string{
            Text{"公开不满五年，尚会增加", "still growing: under five years since publication"}.in(lang)};
    }
    if (row.cohort && row.cohort->level && *row.cohort->level != stats::CohortLevel::cell) {
        return std::string{cohort_level_text(*row.cohort->level).in(lang)};
    }
    return {};
}

Cell raw_cell(const TermTrace& row) {
    if (!row.raw) {
        return {};
    }
    return row.category.empty() ? decimal(*row.raw, value_screen_digits) : Cell{std::string{row.category}};
}

} // namespace

Table patent_table_head(const ValueModel& model, Lang lang) {
    auto table = table_of({rank_heading,
                           {"number", {"号码", "Number"}},
                           {"title", {"名称", "Title"}},
                           {"applicant", {"申请人", "Applicant"}},
                           value_heading,
                           coverage_heading,
                           low_heading,
                           high_heading,
                           complete_heading},
                          lang);
    if (!model.bands.empty()) {
        table.columns.push_back({"band", std::string{Text{"档次", "Band"}.in(lang)}});
    }
    return table;
}

std::vector<Cell> patent_row(const ValueModel& model, const PatentScore& score, std::string number,
                             std::string title, std::string applicants, Lang lang) {
    constexpr std::size_t most_columns = 10;
    std::vector<Cell> row;
    row.reserve(most_columns);
    row.emplace_back(rank_cell(score.rank.rank));
    row.emplace_back(std::move(number));
    row.emplace_back(std::move(title));
    row.emplace_back(std::move(applicants));
    row.emplace_back(value_cell(score.value));
    row.emplace_back(decimal(score.coverage, share_screen_digits));
    row.emplace_back(rank_cell(score.rank.low));
    row.emplace_back(rank_cell(score.rank.high));
    row.emplace_back(yes_no(score.complete));
    if (!model.bands.empty()) {
        const auto* band = score.value.defined() ? band_of(model, score.value.value()) : nullptr;
        row.push_back(band == nullptr ? Cell{} : Cell{lang == Lang::zh ? band->title_zh : band->title_en});
    }
    return row;
}

Table patent_table(const Corpus& corpus, const ValueModel& model, const Scores& scores, Lang lang,
                   std::size_t top) {
    auto table = patent_table_head(model, lang);
    for (std::size_t r = 0; r < rows_of(scores.patent_order.size(), top); ++r) {
        const auto& patent = corpus.patents[scores.patent_order[r]];
        table.rows.push_back(patent_row(model, scores.patents[scores.patent_order[r]], patent.number,
                                        patent.title, join(patent.applicants, "; "), lang));
    }
    return table;
}

Table enterprise_table(const Corpus& corpus, const Scores& scores, Lang lang, std::size_t top) {
    auto table = table_of({rank_heading,
                           {"enterprise", {"企业", "Enterprise"}},
                           {"uscc", {"统一社会信用代码", "Credit code"}},
                           families_heading,
                           value_heading,
                           coverage_heading,
                           low_heading,
                           high_heading,
                           active_heading,
                           counted_heading,
                           top_heading,
                           complete_heading},
                          lang);
    for (std::size_t r = 0; r < rows_of(scores.enterprise_order.size(), top); ++r) {
        const auto e = scores.enterprise_order[r];
        const auto& enterprise = corpus.enterprises[e];
        std::vector<Cell> row{rank_cell(scores.enterprises[e].rank.rank), enterprise.name, enterprise.uscc};
        add_party(row, scores.enterprises[e]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table park_table(const Scores& scores, Lang lang, std::size_t top) {
    auto table = table_of({rank_heading,
                           {"park", {"园区", "Park"}},
                           families_heading,
                           value_heading,
                           coverage_heading,
                           low_heading,
                           high_heading,
                           active_heading,
                           counted_heading,
                           top_heading,
                           complete_heading},
                          lang);
    for (std::size_t r = 0; r < rows_of(scores.park_order.size(), top); ++r) {
        const auto& park = scores.parks[scores.park_order[r]];
        std::vector<Cell> row{rank_cell(park.rank.rank), park.name};
        add_party(row, park);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table term_table(const PatentTrace& trace, Lang lang) {
    const bool product = trace.basis.aggregation == Aggregation::product ||
                         trace.basis.aggregation == Aggregation::geometric_mean;
    auto table = table_of(
        {{"indicator", {"指标", "Indicator"}},
         {"raw", {"原值", "Value"}},
         {"unit", {"单位", "Unit"}},
         {"cohort", {"比较组", "Cohort"}},
         {"size", {"组内件数", "Members"}},
         {"p99", {"第99百分位", "99th percentile"}},
         {"normalised", {"归一值", "Normalised"}},
         {"weight", {"权重", "Weight"}},
         {"weight_used", {"实用权重", "Weight used"}},
         product ? Heading{"contribution", {"因子", "Factor"}} : Heading{"contribution", {"得分", "Points"}},
         {"note", {"说明", "Note"}}},
        lang);
    for (const auto& row : trace.terms) {
        const bool cohort = row.cohort && row.cohort->level;
        const bool used = row.state != TermState::dropped;
        table.rows.push_back(
            {row.term->heading(lang), raw_cell(row), row.term->unit(lang),
             cohort ? Cell{row.cohort->id} : Cell{}, cohort ? count_cell(row.cohort->size) : Cell{},
             cohort && row.cohort->p99_known ? decimal(row.cohort->p99.value, value_screen_digits) : Cell{},
             used ? decimal(row.normalised, file_digits) : Cell{},
             decimal(row.term->weight, share_screen_digits),
             used ? decimal(row.weight_used, file_digits) : Cell{},
             row.contribution ? decimal(*row.contribution, share_screen_digits)
             : row.factor     ? decimal(*row.factor, file_digits)
                              : Cell{},
             note_of(row, lang)});
    }
    std::vector<Cell> total(table.columns.size());
    total.front() = std::string{value_heading.text.in(lang)};
    total[9] = trace.score.value.defined() ? decimal(trace.score.value.value(), share_screen_digits) : Cell{};
    total.back() = trace.score.value.defined() ? std::string{}
                   : trace.score.value.reason() == Undefined::no_data
                       ? std::string{Text{"不可比：可测指标不足，不给分",
                                          "not comparable: too little measured for a value"}
                                         .in(lang)}
                       : std::string{undefined_text(trace.score.value.reason()).in(lang)};
    table.rows.push_back(std::move(total));
    return table;
}

Table group_table(const PatentTrace& trace, Lang lang) {
    auto table = table_of({{"group", {"分组", "Group"}},
                           value_heading,
                           {"weight", {"权重", "Weight"}},
                           coverage_heading,
                           {"contribution", {"得分", "Points"}}},
                          lang);
    for (const auto& row : trace.groups) {
        table.rows.push_back({lang == Lang::zh ? row.group->title_zh : row.group->title_en,
                              value_cell(row.value), decimal(row.weight, share_screen_digits),
                              decimal(row.coverage, share_screen_digits),
                              decimal(row.contribution, share_screen_digits)});
    }
    return table;
}

Table family_table(const PartyTrace& trace, Lang lang) {
    auto table = table_of({{"family", {"专利族", "Family"}},
                           {"number", {"代表专利", "Representative"}},
                           {"members", {"成员", "Members"}},
                           {"validity", {"有效性", "Validity"}},
                           value_heading,
                           coverage_heading,
                           counted_heading,
                           {"note", {"说明", "Note"}}},
                          lang);
    for (const auto& family : trace.families) {
        std::string note;
        if (family.left_out == "no_value") {
            note = Text{"可测指标不足，未计入", "too little measured, not counted"}.in(lang);
        } else if (family.left_out == "unknown_status") {
            note = Text{"法律状态不明，未计入", "status not known, not counted"}.in(lang);
        } else if (!family.left_out.empty()) {
            note = Text{"权利不在存续状态，未计入", "no live right, not counted"}.in(lang);
        }
        table.rows.push_back({family.family, family.representative, join(family.members, "; "),
                              std::string{validity_key(family.validity)}, value_cell(family.score.value),
                              decimal(family.score.coverage, share_screen_digits), yes_no(family.counted),
                              std::move(note)});
    }
    return table;
}

} // namespace longmen::scoring
