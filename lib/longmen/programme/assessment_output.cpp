// SPDX-License-Identifier: GPL-3.0-or-later
// Writes assessments as JSON and as tables.
#include <longmen/programme/assessment_output.hpp>

#include <longmen/programme/detail/criteria.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace longmen::programme {

namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t fen_per_yuan = 100;
constexpr int share_digits = 6; // a threshold is exact to six decimals
constexpr int percent_digits = 2;
constexpr double percent = 100;

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json text(const Sentence& sentence) {
    return {{"zh", sentence.zh}, {"en", sentence.en}};
}

/// Whole yuan stay whole.
Json yuan(const std::optional<Money>& money) {
    if (!money) {
        return nullptr;
    }
    return money->fen % fen_per_yuan == 0
               ? Json(money->fen / fen_per_yuan)
               : Json(static_cast<double>(money->fen) / static_cast<double>(fen_per_yuan));
}

std::string yuan_text(Money money) {
    const std::int64_t whole = money.fen / fen_per_yuan, rest = money.fen % fen_per_yuan;
    return rest == 0 ? fmt::format("{}", whole) : fmt::format("{}.{:02}", whole, rest);
}

Json word(const std::optional<ExpertWord>& word) {
    if (!word) {
        return nullptr;
    }
    return {{"by", word->by},
            {"date", word->date},
            {"reason", word->reason},
            {"met", or_null(word->met)},
            {"score", or_null(word->score)}};
}

Json criterion(const CriterionResult& result) {
    Json evidence = Json::array(), series = Json::array();
    for (const auto& figure : result.evidence) {
        evidence.push_back({{"figure", figure.key},
                            {"year", figure.year == 0 ? Json(nullptr) : Json(figure.year)},
                            {"cny", yuan(figure.amount)},
                            {"source", figure.source}});
    }
    for (const auto& year : result.series) {
        series.push_back({{"year", year.year},
                          {"value", or_null(year.value)},
                          {"state", criterion_state_key(year.state)}});
    }
    return {{"id", result.id},
            {"metric", metric_key(result.metric)},
            {"value", or_null(result.value)},
            {"threshold", or_null(result.threshold)},
            {"state", criterion_state_key(result.state)},
            {"gap_cny", or_null(result.gap_cny)},
            {"gap_points", or_null(result.gap_points)},
            {"evidence", evidence},
            {"series", series},
            {"mean", or_null(result.mean)},
            {"only_mean", result.only_mean},
            {"only_one_year", result.only_one_year},
            {"reason", text(result.reason)},
            {"word", word(result.word)}};
}

Json growth(const GrowthResult& result) {
    return {{"growth", growth_key(result.growth)},
            {"weight", result.weight},
            {"from_year", or_null(result.from_year)},
            {"to_year", or_null(result.to_year)},
            {"from", or_null(result.from)},
            {"to", or_null(result.to)},
            {"rate", result.rate.defined() ? Json(result.rate.value()) : Json(nullptr)},
            {"undefined", result.rate.defined() ? Json(nullptr) : Json(undefined_key(result.rate.reason()))},
            {"percentile", or_null(result.percentile)},
            {"among", result.among}};
}

Json enterprise(const EnterpriseAssessment& result) {
    Json criteria = Json::array(), parts = Json::array();
    for (const auto& entry : result.criteria) {
        criteria.push_back(criterion(entry));
    }
    for (const auto& entry : result.growth) {
        parts.push_back(growth(entry));
    }
    return {{"name", result.name},
            {"uscc", result.uscc},
            {"verdict", verdict_key(result.verdict)},
            {"criteria", criteria},
            {"leap_growth", or_null(result.leap_growth)},
            {"coverage", result.coverage},
            {"growth", parts},
            {"word", word(result.word)},
            {"rank", or_null(result.rank)},
            {"support_cny", or_null(result.support_cny)},
            {"reason", text(result.reason)}};
}

// --- tables ------------------------------------------------------------------------------------------------

template <class T>
Cell whole(const std::optional<T>& value) {
    return value ? Cell{static_cast<std::int64_t>(*value)} : Cell{};
}

Cell decimal(const std::optional<double>& value, int file_digits, int screen_digits) {
    return value ? Cell{Decimal{*value, file_digits, screen_digits}} : Cell{};
}

std::string evidence_text(const CriterionResult& result, Lang lang) {
    std::string all;
    for (const auto& figure : result.evidence) {
        if (!figure.amount) {
            continue;
        }
        all += all.empty() ? "" : "; ";
        all += lang == Lang::zh ? fmt::format("{}年{} {}元", figure.year, detail::figure_name(figure.key).zh,
                                              yuan_text(*figure.amount))
                                : fmt::format("{} {} {} yuan", detail::figure_name(figure.key).en,
                                              figure.year, yuan_text(*figure.amount));
        all += figure.source.empty() ? "" : fmt::format(" [{}]", figure.source);
    }
    return all;
}

std::string verdict_cell(Verdict verdict) {
    return std::string{verdict_key(verdict)};
}

} // namespace

Json to_json(const Assessment& assessment) {
    Json notes = Json::array(), enterprises = Json::array();
    for (const auto& note : assessment.notes) {
        notes.push_back(text(note));
    }
    for (const auto& entry : assessment.enterprises) {
        enterprises.push_back(enterprise(entry));
    }
    return {{"programme", assessment.programme},
            {"version", assessment.version},
            {"checksum", assessment.checksum},
            {"scheme", assessment.scheme},
            {"as_of", assessment.as_of.iso()},
            {"year", or_null(assessment.year)},
            {"period_ended", assessment.period_ended},
            {"notes", notes},
            {"counts",
             {{"eligible", assessment.count(Verdict::eligible)},
              {"not_eligible", assessment.count(Verdict::not_eligible)},
              {"evidence_missing", assessment.count(Verdict::evidence_missing)}}},
            {"enterprises", enterprises}};
}

Table to_table(const Assessment& assessment, Lang lang) {
    const auto heading = [lang](Text text) { return std::string{text.in(lang)}; };
    Table table;
    table.columns = {{"rank", heading({"名次", "Rank"})},
                     {"name", heading({"企业", "Enterprise"})},
                     {"uscc", heading({"统一社会信用代码", "Credit code"})},
                     {"verdict", heading({"结论", "Verdict"})},
                     {"support_cny", heading({"扶持金额（元）", "Support (yuan)"})},
                     {"year", heading({"年度", "Year"})},
                     {"id", heading({"条件", "Criterion"})},
                     {"value", heading({"比值", "Value"})},
                     {"threshold", heading({"标准", "Threshold"})},
                     {"state", heading({"状态", "State"})},
                     {"gap_cny", heading({"差额（元）", "Gap (yuan)"})},
                     {"gap_points", heading({"差距（百分点）", "Gap (points)"})},
                     {"evidence", heading({"依据", "Evidence"})},
                     {"reason", heading({"说明", "Reason"})},
                     {"leap_growth", heading({"跃升增长", "Leap growth"})},
                     {"coverage", heading({"覆盖率", "Coverage"})}};
    for (const auto& entry : assessment.enterprises) {
        for (const auto& result : entry.criteria) {
            table.rows.push_back(
                {whole(entry.rank), entry.name, entry.uscc, verdict_cell(entry.verdict),
                 whole(entry.support_cny), whole(assessment.year), result.id,
                 decimal(result.value, share_digits, 4), decimal(result.threshold, share_digits, 2),
                 std::string{criterion_state_key(result.state)}, whole(result.gap_cny),
                 decimal(result.gap_points, 4, percent_digits), evidence_text(result, lang),
                 result.reason.in(lang), decimal(entry.leap_growth, 4, 1), Decimal{entry.coverage, 4, 2}});
        }
    }
    return table;
}

Table to_summary_table(const Assessment& assessment, Lang lang) {
    Table table;
    table.columns = {{"rank", std::string{Text{"名次", "Rank"}.in(lang)}},
                     {"name", std::string{Text{"企业", "Enterprise"}.in(lang)}},
                     {"verdict", std::string{Text{"结论", "Verdict"}.in(lang)}}};
    if (!assessment.enterprises.empty()) {
        for (const auto& result : assessment.enterprises.front().criteria) {
            table.columns.push_back({result.id, result.id});
        }
    }
    table.columns.push_back({"leap_growth", std::string{Text{"跃升增长", "Leap growth"}.in(lang)}});
    table.columns.push_back({"support_cny", std::string{Text{"扶持金额（元）", "Support (yuan)"}.in(lang)}});
    for (const auto& entry : assessment.enterprises) {
        std::vector<Cell> row{whole(entry.rank), entry.name,
                              std::string{verdict_text(entry.verdict).in(lang)}};
        for (const auto& result : entry.criteria) {
            const std::string state{criterion_state_text(result.state).in(lang)};
            row.emplace_back(result.value
                                 ? fmt::format("{} {:.{}f}%", state, *result.value * percent, percent_digits)
                                 : state);
        }
        row.push_back(decimal(entry.leap_growth, 4, 1));
        row.push_back(whole(entry.support_cny));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace longmen::programme
