// SPDX-License-Identifier: GPL-3.0-or-later
// High-value patents in words and as JSON: evidence, totals, bounds, what looks odd.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/high_value.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {
namespace {

using programme::CaseReason;
using programme::CaseState;
using programme::HighValueTest;

constexpr double hundred = 100;
constexpr std::int64_t people_of_rate = 10'000;
constexpr std::int64_t fen_in_yuan = 100;

std::size_t place_of(HighValueTest test) {
    return static_cast<std::size_t>(test);
}

Sentence reason_sentence(CaseReason reason) {
    const auto text = case_reason_text(reason);
    return {std::string{text.zh}, std::string{text.en}};
}

Sentence with(const Sentence& reason, const std::string& detail) {
    return detail.empty() ? reason : Sentence{reason.zh + "：" + detail, reason.en + ": " + detail};
}

Sentence industry_evidence(const HighValueList& list, const HighValuePatent& of, CaseReason reason) {
    const auto& match = of.facts.industry;
    const auto& place = match.hits.empty() ? match.candidates.front() : match.hits.front();
    const auto& entry = list.industries.entries()[place.entry];
    const auto& symbol = list.corpus.patents[of.patent].ipc[place.symbol];
    const auto& pattern = entry.symbols[place.pattern];
    const auto word = place.keyword ? entry.keywords[*place.keyword] : std::string{};
    const auto text = reason_sentence(reason);
    return {fmt::format("{}：{} 属 {}（{} {}）{}", text.zh, symbol, pattern, entry.id, entry.name.zh,
                        word.empty() ? "" : "，关键词“" + word + "”"),
            fmt::format("{}: {} under {} ({} {}){}", text.en, symbol, pattern, entry.id, entry.name.en,
                        word.empty() ? "" : ", keyword `" + word + "`")};
}

std::string date_text(const std::optional<Date>& date) {
    return date ? date->iso() : std::string{};
}

nlohmann::ordered_json text_or_null(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(text);
}

nlohmann::ordered_json case_json(const HighValueList& list, const HighValuePatent& of,
                                 const programme::HighValueCase& each) {
    const auto& result = of.judgement.cases.at(place_of(each.test));
    nlohmann::ordered_json json{
        {"id", each.id}, {"state", case_state_key(result.state)}, {"reason", case_reason_key(result.reason)}};
    if (result.reason == CaseReason::class_by_source) {
        json["source_class"] = of.facts.source_class;
    }
    if (!result.evidence) {
        return json;
    }
    const auto at = *result.evidence;
    switch (each.test) {
    case HighValueTest::strategic_industry: {
        const auto& match = of.facts.industry;
        const auto& place = match.hits.empty() ? match.candidates.at(at) : match.hits.at(at);
        const auto& entry = list.industries.entries()[place.entry];
        json["symbol"] = list.corpus.patents[of.patent].ipc[place.symbol];
        json["pattern"] = entry.symbols[place.pattern];
        json["entry"] = entry.id;
        json["keyword"] = text_or_null(place.keyword ? entry.keywords[*place.keyword] : std::string{});
        break;
    }
    case HighValueTest::right_abroad: {
        const auto& right = of.facts.abroad.at(at);
        json["number"] = right.number;
        json["office"] = right.office;
        json["granted_on"] = text_or_null(date_text(right.granted_on));
        break;
    }
    case HighValueTest::pledged: {
        const auto& pledge = of.facts.pledges.at(at);
        json["date"] = text_or_null(date_text(pledge.date));
        json["amount_cny"] = pledge.amount ? nlohmann::ordered_json(pledge.amount->fen / fen_in_yuan)
                                           : nlohmann::ordered_json{};
        json["told_by"] = pledge.source;
        break;
    }
    case HighValueTest::awarded: {
        const auto& award = of.facts.awards.at(at);
        json["award"] = award.words;
        json["date"] = text_or_null(date_text(award.date));
        json["told_by"] = award.source;
        break;
    }
    case HighValueTest::maintained:
    case HighValueTest::count_:
        break;
    }
    return json;
}

nlohmann::ordered_json parameters_json(const programme::HighValueParameters& of) {
    return {{"candidate", case_state_key(of.candidate)},
            {"unlisted_in_part", case_state_key(of.unlisted_in_part)},
            {"source_class", case_state_key(of.source_class)},
            {"hk_mo_tw", of.special_regions_abroad},
            {"alive", of.right_alive},
            {"family", of.extended_family ? "extended" : "simple"},
            {"application_only", case_state_key(of.application_only)},
            {"years", of.years},
            {"from", of.from_grant ? "grant" : "filing"},
            {"pledge_threshold_cny", of.pledge_threshold
                                         ? nlohmann::ordered_json(of.pledge_threshold->fen / fen_in_yuan)
                                         : nlohmann::ordered_json{}}};
}

std::string percent(double share) {
    return fmt::format("{:.1f}%", share * hundred);
}

const programme::ReferenceFigure* nearest_figure(const HighValueList& list) {
    const programme::ReferenceFigure* best = nullptr;
    for (const auto& figure : list.rule.references) {
        const auto distance = [&](const programme::ReferenceFigure& of) {
            return std::abs(of.date.days() - list.day.days());
        };
        if (!figure.target && (!best || distance(figure) < distance(*best))) {
            best = &figure;
        }
    }
    return best;
}

} // namespace

Sentence high_value_evidence(const HighValueList& list, const HighValuePatent& of, HighValueTest test) {
    const auto& result = of.judgement.cases.at(place_of(test));
    const auto reason = reason_sentence(result.reason);
    if (test == HighValueTest::maintained && result.reason == CaseReason::maintained) {
        const auto& from = list.rule.parameters.from_grant ? of.facts.granted : of.facts.filed;
        return with(reason, fmt::format("{} – {}", date_text(from), list.day.iso()));
    }
    if (result.reason == CaseReason::class_by_source) {
        auto told = of.facts.source_class;
        std::ranges::replace(told, '\n', ';');
        return with(reason, told);
    }
    if (!result.evidence) {
        return reason;
    }
    const auto at = *result.evidence;
    switch (test) {
    case HighValueTest::strategic_industry:
        return industry_evidence(list, of, result.reason);
    case HighValueTest::right_abroad: {
        const auto& right = of.facts.abroad.at(at);
        const auto day = date_text(right.granted_on);
        return with(reason, day.empty() ? right.number : right.number + " " + day);
    }
    case HighValueTest::pledged: {
        const auto& pledge = of.facts.pledges.at(at);
        return with(reason, pledge.amount ? fmt::format("{} {} CNY", pledge.source,
                                                        print_money(*pledge.amount, MoneyUnit::yuan))
                                          : pledge.source);
    }
    case HighValueTest::awarded: {
        const auto& award = of.facts.awards.at(at);
        return with(reason,
                    award.words == award.source ? award.words : award.words + " (" + award.source + ")");
    }
    case HighValueTest::maintained:
    case HighValueTest::count_:
        break;
    }
    return reason;
}

std::vector<Sentence> high_value_warnings(const HighValueList& list) {
    const auto total = list.total();
    std::vector<Sentence> warnings;
    for (const auto& expected : list.rule.expectations) {
        const bool of_valid = expected.share == programme::ExpectedShare::of_valid;
        std::size_t low = total.high_value, high = total.upper(), whole = total.valid;
        if (!of_valid) {
            const auto of =
                std::ranges::find(list.rule.cases, expected.case_id, &programme::HighValueCase::id);
            const auto test = place_of(of->test);
            low = total.met.at(test);
            high = low + total.unknown.at(test);
            whole = total.high_value;
        } else {
            high = std::min(high, whole);
        }
        if (whole < static_cast<std::size_t>(expected.least)) {
            continue;
        }
        const auto share = [&](std::size_t part) {
            return std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
        };
        const auto bound = [](std::int64_t millionths) {
            return static_cast<double>(millionths) / static_cast<double>(programme::millionths_per_one);
        };
        const auto from = bound(expected.low_millionths), to = bound(expected.high_millionths);
        if (share(low) > to || share(high) < from) {
            const Sentence what = of_valid
                                      ? Sentence{"高价值占有效发明的比例",
                                                 "the share of high-value ones among valid inventions"}
                                      : sentence("{} 占高价值的比例", "the share of {} among high-value ones",
                                                 expected.case_id);
            warnings.push_back({fmt::format("请核对：{}为 {}（上限 {}），常见范围 {} 至 {}；{}。", what.zh,
                                            percent(share(low)), percent(share(high)), percent(from),
                                            percent(to), expected.note.zh),
                                fmt::format("Look twice: {} is {} (at most {}), usually {} to {}; {}.",
                                            what.en, percent(share(low)), percent(share(high)), percent(from),
                                            percent(to), expected.note.en)});
        }
    }
    return warnings;
}

std::vector<std::string> high_value_statement(const HighValueList& list, Lang lang) {
    const auto total = list.total();
    std::vector<Sentence> lines;
    lines.push_back(sentence(
        "截至 {}，按 {}/v{} {}：有效发明专利 {} 件（另有 {} 件效力不明），高价值至少 {} 件、至多 {} 件。",
        "As of {}, by {}/v{} {}: {} valid invention patents (validity of {} more unknown), at least {} and "
        "at most {} of them high-value.",
        list.day.iso(), list.rule.id, list.rule.version,
        lang == Lang::zh ? list.rule.name.zh : list.rule.name.en, total.valid, total.valid_unknown,
        total.high_value, total.upper()));
    Sentence cases{"", ""};
    Sentence left_out{"", ""};
    for (const auto& each : list.rule.cases) {
        const auto test = place_of(each.test);
        if (!list.records.test(test) && each.without_records == programme::WithoutRecords::leave_out) {
            left_out.zh += (left_out.zh.empty() ? "" : "、") + each.id + " " + each.name.zh;
            left_out.en += (left_out.en.empty() ? "" : ", ") + each.id + " " + each.name.en;
            continue;
        }
        cases.zh += fmt::format("{}{} {} 件（{} 件不明）", cases.zh.empty() ? "" : "，", each.id,
                                total.met.at(test), total.unknown.at(test));
        cases.en += fmt::format("{}{} {} ({} unknown)", cases.en.empty() ? "" : ", ", each.id,
                                total.met.at(test), total.unknown.at(test));
    }
    if (!cases.zh.empty()) {
        lines.push_back(
            {"各情形（可重叠）：" + cases.zh + "。", "By case, with overlaps: " + cases.en + "."});
    }
    if (!left_out.zh.empty()) {
        lines.push_back(
            {"没有这类记录，未审查：" + left_out.zh + "；实际数可能更高。",
             "Not examined, for want of records: " + left_out.en + "; the true number may be higher."});
    }
    if (const auto people = list.people()) {
        const auto rate = [&](std::size_t patents) {
            return static_cast<double>(patents) * people_of_rate / static_cast<double>(*people);
        };
        lines.push_back(
            sentence("每万人口高价值发明专利拥有量（人口 {}）：{:.2f} 至 {:.2f} 件。",
                     "High-value invention patents per 10,000 people ({} people): {:.2f} to {:.2f}.", *people,
                     rate(total.high_value), rate(total.upper())));
        if (const auto* figure = nearest_figure(list)) {
            lines.push_back(sentence("全国 {} 为 {:g} 件。", "The nation had {1:g} on {0}.",
                                     figure->date.iso(), figure->per_10k));
        }
    } else if (list.populations) {
        lines.push_back(
            {"人口表中没有统计范围的合计，未计算总的每万人口数；可用 --region 指定地区。",
             "The populations have no figure for all that is counted: no rate of the total; --region "
             "names a place."});
    }
    if (!list.industries.whole() && !list.industries.entries().empty()) {
        lines.push_back(
            {fmt::format("战略性新兴产业按“{}”判断，不是官方对照表；用 --industries 载入完整对照表。",
                         list.industries.name().zh),
             fmt::format("Strategic industries are told by `{}`, which is not the official table; "
                         "--industries takes in a whole one.",
                         list.industries.name().en)});
    }
    const bool pledges = std::ranges::find(list.rule.cases, HighValueTest::pledged,
                                           &programme::HighValueCase::test) != list.rule.cases.end();
    if (pledges && !list.rule.parameters.pledge_threshold &&
        list.records.test(place_of(HighValueTest::pledged))) {
        lines.push_back(
            {"质押金额的官方阈值未见公布，质押一律不计入下限；--pledge-threshold 可指定。",
             "No official threshold of a pledge is known: none is counted; --pledge-threshold sets one."});
    }
    if (list.numbers_not_found > 0) {
        lines.push_back(
            sentence("质押和获奖文件中有 {} 行的专利不在工作区中。",
                     "{} rows of the files of pledges and awards are about patents that are not here.",
                     list.numbers_not_found));
    }
    if (list.outside + list.unplaced + list.holders_left_out > 0) {
        lines.push_back(
            sentence("未计入：地区以外 {} 件、地区不明 {} 件、规则排除的权利人 {} 件。",
                     "Not counted: {} outside the region, {} of unknown place, {} of holders the rule "
                     "leaves out.",
                     list.outside, list.unplaced, list.holders_left_out));
    }
    if (list.day.days() > list.data_date.days()) {
        lines.push_back(sentence("数据截止于 {}，此后的变化没有反映。",
                                 "The records end with {}: later changes are not in them.",
                                 list.data_date.iso()));
    }
    if (!list.rule.note.zh.empty()) {
        lines.push_back({"规则说明：" + list.rule.note.zh + "。", "Of the rule: " + list.rule.note.en + "."});
    }
    for (auto& warning : high_value_warnings(list)) {
        lines.push_back(std::move(warning));
    }
    std::vector<std::string> result;
    for (const auto& line : lines) {
        result.emplace_back(line.in(lang));
    }
    return result;
}

std::string high_value_json(const HighValueList& list, HighValueSubject subject) {
    constexpr std::array<const char*, 8> subjects{"patent",     "case", "industry", "applicant",
                                                  "enterprise", "park", "region",   "year"};
    const auto total = list.total();
    nlohmann::ordered_json json;
    json["as_of"] = list.day.iso();
    json["data_date"] = list.data_date.iso();
    json["rule"] = {{"id", list.rule.id},
                    {"version", list.rule.version},
                    {"checksum", list.rule.checksum},
                    {"parameters", parameters_json(list.rule.parameters)}};
    json["industries"] = {{"id", list.industries.id()},
                          {"checksum", list.industries.checksum()},
                          {"entries", list.industries.entries().size()},
                          {"coverage", list.industries.whole() ? "whole" : "partial"}};
    json["region"] = text_or_null(list.request.region);
    json["totals"] = {{"valid", total.valid},
                      {"valid_unknown", total.valid_unknown},
                      {"high_value", total.high_value},
                      {"high_value_upper", total.upper()}};
    json["population"] = list.people() ? nlohmann::ordered_json(*list.people()) : nlohmann::ordered_json{};
    json["references"] = nlohmann::ordered_json::array();
    for (const auto& figure : list.rule.references) {
        json["references"].push_back({{"date", figure.date.iso()},
                                      {"per_10k", figure.per_10k},
                                      {"target", figure.target},
                                      {"source", figure.origin.source},
                                      {"clause", figure.origin.clause}});
    }
    json["cases"] = rows_json(high_value_table(list, HighValueSubject::case_, Lang::en, 0));
    json["warnings"] = nlohmann::ordered_json::array();
    for (const auto& warning : high_value_warnings(list)) {
        json["warnings"].push_back(warning.en);
    }
    json["by"] = subjects.at(static_cast<std::size_t>(subject));
    if (subject != HighValueSubject::patent) {
        json["rows"] = rows_json(high_value_table(list, subject, Lang::en, 0));
        return json_document(json);
    }
    auto& rows = json["rows"] = nlohmann::ordered_json::array();
    for (const auto& of : list.patents) {
        if (of.valid && !*of.valid) {
            continue;
        }
        nlohmann::ordered_json row{{"number", list.corpus.patents[of.patent].number},
                                   {"validity", of.valid ? "in_force" : "unknown"},
                                   {"verdict", verdict_key(of.judgement.verdict)}};
        for (const auto& each : list.rule.cases) {
            row["cases"].push_back(case_json(list, of, each));
        }
        rows.push_back(std::move(row));
    }
    return json_document(json);
}

} // namespace longmen::service
