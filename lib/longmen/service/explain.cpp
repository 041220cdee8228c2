// SPDX-License-Identifier: GPL-3.0-or-later
// One score with every number it is made of, and the places these come from.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/scoring/explain.hpp>
#include <longmen/scoring/tables.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/decision_sections.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view workspace_clock = "filing"; ///< of its snapshot

std::string rank_line(const scoring::RankRange& rank, const Measured<double>& value, double coverage,
                      std::size_t of, double change, Lang lang) {
    if (!value.defined()) {
        const auto why = value.reason() == Undefined::no_data
                             ? Text{"不可比，可测指标不足", "not comparable, too little measured"}
                             : undefined_text(value.reason());
        return lang == Lang::zh ? fmt::format("价值分：–（{}）；覆盖率 {:.2f}", why.zh, coverage)
                                : fmt::format("Value: – ({}); coverage {:.2f}", why.en, coverage);
    }
    constexpr double percent = 100;
    return lang == Lang::zh
               ? fmt::format("价值分 {:.4f}；第 {} 名（共 {} 名）；任一权重增减 {:.0f}% 时，名次在第 {} 至第 "
                             "{} 之间；"
                             "覆盖率 {:.2f}",
                             value.value(), rank.rank, of, percent * change, rank.low, rank.high, coverage)
               : fmt::format(
                     "Value {:.4f}; rank {} of {}, between {} and {} when any one weight changes by {:.0f} "
                     "per cent; coverage {:.2f}",
                     value.value(), rank.rank, of, rank.low, rank.high, percent * change, coverage);
}

std::string formula(const scoring::Basis& basis, Lang lang) {
    using scoring::Aggregation;
    const bool zh = lang == Lang::zh;
    const double scale = basis.scale;
    switch (basis.aggregation) {
    case Aggregation::points:
        return zh ? fmt::format("价值分 = {:g} × 所得点数 ÷ 参评各项最高点数之和；得分之和即价值分。", scale)
                  : fmt::format(
                        "Value = {:g} x points / most points of the terms used; the points add up to it.",
                        scale);
    case Aggregation::geometric_mean:
        return zh ? fmt::format("价值分 = {:g} × 各项归一值以实用权重为指数的乘积，即各因子之积。", scale)
                  : fmt::format(
                        "Value = {:g} x product of the normalised values, each to the power of its weight "
                        "used: of the factors below.",
                        scale);
    case Aggregation::product:
        return zh ? fmt::format("价值分 = {:g} × 各项归一值以权重为指数的乘积，即各因子之积。", scale)
                  : fmt::format("Value = {:g} x product of the normalised values, each to the power of its "
                                "weight: of the factors below.",
                                scale);
    case Aggregation::topsis:
        return zh ? fmt::format("价值分 = {:g} × d0 ÷ (d0 + d1)；d0、d1 为加权后到全 0、全 1 两点的距离。",
                                scale)
                  : fmt::format(
                        "Value = {:g} x d0 / (d0 + d1), the weighted distances from all 0 and from all 1.",
                        scale);
    case Aggregation::weighted_mean:
        break;
    }
    return zh ? fmt::format("价值分 = {:g} × Σ(权重 × 归一值) ÷ Σ(实际参评权重)；得分之和即价值分。", scale)
              : fmt::format(
                    "Value = {:g} x sum(weight x normalised) / sum(weights used); the points add up to it.",
                    scale);
}

std::string portfolio_rule_line(const scoring::PartyTrace& trace, Lang lang) {
    const bool zh = lang == Lang::zh;
    if (trace.value_rule == "sum") {
        return zh ? "价值分为所列计入专利族代表专利的价值分之和；用 longmen explain "
                    "加代表专利号码可逐件展开。"
                  : "The value is the sum over the counted families of the value of their representatives; "
                    "`longmen explain` with such a number opens one.";
    }
    if (trace.value_rule == "h") {
        return zh ? fmt::format("价值分为最大的 h：有 h 个计入专利族的价值分不低于 h × {:g}。", trace.step)
                  : fmt::format("The value is the greatest h such that h counted families have a value of at "
                                "least h x {:g}.",
                                trace.step);
    }
    return zh ? fmt::format("价值分为计入专利族中价值分最高的 {} 个的平均值。", trace.top)
              : fmt::format("The value is the mean of the {} best counted families.", trace.top);
}

std::string basis_line(const scoring::Basis& basis, Lang lang) {
    return lang == Lang::zh
               ? fmt::format("模型 {} 第 {} 版（校验和 {}）；数据截至 {}，第 {} 代", basis.model,
                             basis.version, basis.model_checksum, basis.as_of.iso(), basis.generation)
               : fmt::format("Model {} version {} (checksum {}); data as of {}, generation {}", basis.model,
                             basis.version, basis.model_checksum, basis.as_of.iso(), basis.generation);
}

void add_basis(Section& head, const scoring::Basis& basis, Lang lang) {
    head.lines.push_back(basis_line(basis, lang));
    if (!basis.baseline) {
        return;
    }
    head.lines.push_back(baseline_line(*basis.baseline, lang));
    if (const auto& clock = basis.baseline->clock; clock != workspace_clock) {
        head.lines.push_back(
            sentence("注意：基线的时间窗口自 {} 起算，工作区自 {} 起算",
                     "Note: windows of the baseline begin at {}, those of the workspace at {}", clock,
                     workspace_clock)
                .in(lang));
    }
}

/// Fields the model needs, as they stand in the record.
Table input_table(const store::RecordView& view, const std::vector<std::string>& needs, Lang lang) {
    auto table = table_with({{"field", {"字段", "Field"}},
                             {"value", {"取值", "Value"}},
                             {"file", {"文件", "File"}},
                             {"row", {"行", "Row"}},
                             {"column", {"列", "Column"}},
                             {"fix", {"人工更正", "Correction"}}},
                            lang);
    for (const auto& place : view.fields) {
        if (std::ranges::find(needs, place.field) != needs.end()) {
            table.rows.push_back({place.field, place.value, text_cell(place.file),
                                  place.row == 0 ? Cell{} : Cell{place.row}, text_cell(place.column),
                                  text_cell(place.fix)});
        }
    }
    return table;
}

/// Values of a cohort as `[value, how many]`, so that its percentile can be read off by hand.
Json distribution(const std::vector<double>& sorted) {
    auto list = Json::array();
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        while (end < sorted.size() && sorted[end] == sorted[i]) {
            ++end;
        }
        list.push_back(Json::array({sorted[i], end - i}));
        i = end;
    }
    return list;
}

Json distribution(const stats::Distribution& values) {
    auto list = Json::array();
    for (const auto& point : values.points()) {
        list.push_back(Json::array({point.value, point.equal}));
    }
    return list;
}

/// The trace of one patent, with its inputs; cohorts go to `cohorts` by term and id, once each.
Json patent_json(const store::Workspace& workspace, const Scored& scored, std::size_t patent, Json& cohorts) {
    const auto trace = scoring::explain_patent(scored.corpus, scored.model, scored.scores, patent);
    auto json = Json::parse(scoring::to_json(trace));
    json["inputs"] = rows_json(input_table(store::view_patent(workspace, scored.corpus.patents[patent].id),
                                           scored.model.needs, Lang::en));
    for (std::size_t t = 0; t < scored.scores.terms.size(); ++t) {
        const auto& column = scored.scores.terms[t];
        const auto& cell = column.cells[patent];
        if (cell.cohort != scoring::no_cohort) {
            const auto& statistic = column.statistics[cell.cohort];
            const auto& cohort = statistic.baseline;
            auto& slot = cohorts[scored.model.terms[t].name()][statistic.id];
            if (slot.is_null() && (!cohort || (cohort->values && cohort->values->exact()))) {
                slot = cohort ? distribution(*cohort->values) : distribution(statistic.sorted);
            }
        }
    }
    return json;
}

Explanation explain_one_patent(const store::Workspace& workspace, const Scored& scored, std::size_t patent,
                               Lang lang) {
    const auto trace = scoring::explain_patent(scored.corpus, scored.model, scored.scores, patent);
    const auto& record = scored.corpus.patents[patent];
    const bool zh = lang == Lang::zh;
    Explanation result;
    result.table = scoring::term_table(trace, lang);

    Section head;
    head.title = trace.number + "  " + trace.title;
    head.lines.push_back(join(record.applicants, "; "));
    const auto office = trace.office.empty() ? std::string{"–"} : trace.office;
    head.lines.push_back(zh ? fmt::format("技术领域：{}；申请年：{}；受理局：{}", trace.field_zh,
                                          trace.year ? fmt::format("{}", *trace.year) : "–", office)
                            : fmt::format("Technology field: {}; filing year: {}; office: {}", trace.field_en,
                                          trace.year ? fmt::format("{}", *trace.year) : "–", office));
    head.lines.push_back(rank_line(trace.score.rank, trace.score.value, trace.score.coverage, trace.scored,
                                   scored.model.weight_change, lang));
    if (trace.band != nullptr) {
        head.lines.push_back(
            zh ? fmt::format("档次：{}（{:g} 起）", trace.band->title_zh, trace.band->from)
               : fmt::format("Band: {} (from {:g})", trace.band->title_en, trace.band->from));
    }
    add_basis(head, trace.basis, lang);
    result.sections.push_back(std::move(head));

    result.sections.push_back({zh ? "各项得分" : "Terms", {formula(trace.basis, lang)}, result.table});
    if (!trace.groups.empty()) {
        result.sections.push_back({zh ? "分组得分" : "Groups", {}, scoring::group_table(trace, lang)});
    }

    auto steps = table_with({{"indicator", {"指标", "Indicator"}},
                             {"level", {"范围", "Range"}},
                             {"size", {"件数", "Members"}},
                             {"minimum", {"最少件数", "Minimum"}}},
                            lang);
    for (const auto& term : trace.terms) {
        if (term.cohort) {
            for (const auto& step : term.cohort->steps) {
                steps.rows.push_back({term.term->heading(lang),
                                      std::string{scoring::cohort_level_text(step.level).in(lang)},
                                      count_cell(step.size), count_cell(term.cohort->minimum)});
            }
        }
    }
    result.sections.push_back({zh ? "比较组如何选定" : "How the cohorts were found",
                               {zh ? "自上而下，取第一个达到最少件数的范围。"
                                   : "From the top, the first range with the minimum of members."},
                               std::move(steps)});
    result.sections.push_back(
        {zh ? "原始数据出处" : "Where the inputs come from",
         {},
         input_table(store::view_patent(workspace, record.id), scored.model.needs, lang)});

    Json cohorts = Json::object();
    auto json = patent_json(workspace, scored, patent, cohorts);
    json["cohort_values"] = std::move(cohorts);
    result.json = json_document(json);
    return result;
}

std::size_t position_of(const Corpus& corpus, const std::string& number) {
    const auto found =
        std::ranges::lower_bound(corpus.patents, number, {}, &Patent::number); // ordered by number
    return static_cast<std::size_t>(found - corpus.patents.begin());
}

Explanation explain_party(const store::Workspace& workspace, const Scored& scored,
                          const scoring::PartyTrace& trace, Lang lang) {
    const bool zh = lang == Lang::zh;
    Explanation result;
    result.table = scoring::family_table(trace, lang);
    Section head;
    head.title = trace.uscc.empty() ? trace.name : trace.name + "  " + trace.uscc;
    head.lines.push_back(rank_line(trace.score.rank, trace.score.value, trace.score.coverage, trace.scored,
                                   scored.model.weight_change, lang));
    head.lines.push_back(zh ? fmt::format("专利族 {} 个，存续 {} 个，计入 {} 个，法律状态不明 {} 个",
                                          trace.score.families.size(), trace.score.active,
                                          trace.score.counted, trace.score.unknown)
                            : fmt::format("{} families, {} active, {} counted, {} of unknown status",
                                          trace.score.families.size(), trace.score.active,
                                          trace.score.counted, trace.score.unknown));
    add_basis(head, trace.basis, lang);
    result.sections.push_back(std::move(head));
    result.sections.push_back(
        {zh ? "各专利族" : "Families", {portfolio_rule_line(trace, lang)}, result.table});

    auto json = Json::parse(scoring::to_json(trace));
    Json cohorts = Json::object();
    for (std::size_t i = 0; i < trace.families.size(); ++i) {
        const auto& family = trace.families[i];
        if (family.counted) {
            json["parts"][i]["trace"] =
                patent_json(workspace, scored, position_of(scored.corpus, family.representative), cohorts);
        }
    }
    json["cohort_values"] = std::move(cohorts);
    result.json = json_document(json);
    return result;
}

} // namespace

void add_decision(Explanation& explanation, const scoring::Decisions& decisions, Lang lang) {
    add_decisions(explanation.sections, decisions, lang);
    auto json = Json::parse(explanation.json);
    json["decision"] = Json::parse(scoring::decisions_json(decisions));
    explanation.json = json_document(json);
}

Explanation explain(const store::Workspace& workspace, const Scored& scored, const std::string& who,
                    Lang lang) {
    const auto& corpus = scored.corpus;
    if (const auto id = store::find_patent(workspace, who)) {
        const auto found = std::ranges::find(corpus.patents, *id, &Patent::id);
        return explain_one_patent(workspace, scored, static_cast<std::size_t>(found - corpus.patents.begin()),
                                  lang);
    }
    if (const auto id = store::find_enterprise(workspace, who)) {
        const auto found = std::ranges::find(corpus.enterprises, *id, &Enterprise::id);
        return explain_party(
            workspace, scored,
            scoring::explain_enterprise(corpus, scored.model, scored.scores,
                                        static_cast<std::size_t>(found - corpus.enterprises.begin())),
            lang);
    }
    const auto& parks = scored.scores.parks;
    const auto park = std::ranges::find(parks, who, &scoring::PartyScore::name);
    if (park != parks.end()) {
        return explain_party(workspace, scored,
                             scoring::explain_park(corpus, scored.model, scored.scores,
                                                   static_cast<std::size_t>(park - parks.begin())),
                             lang);
    }
    throw UsageError(sentence("{}：工作区中没有这个号码、企业或园区",
                              "{}: no patent, enterprise or park of the workspace", who));
}

} // namespace longmen::service
