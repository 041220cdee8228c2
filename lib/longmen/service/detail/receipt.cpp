// SPDX-License-Identifier: GPL-3.0-or-later
// One score with every number it is made of.
#include <longmen/service/detail/receipt.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/scoring/tables.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/table_json.hpp>

#include <longmen/record/field.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/patent_type.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace longmen::service::detail {
namespace {

using Json = nlohmann::ordered_json;

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

std::string basis_line(const scoring::Basis& basis, Lang lang) {
    const bool zh = lang == Lang::zh;
    auto line = zh ? fmt::format("模型 {} 第 {} 版（校验和 {}）；数据截至 {}", basis.model, basis.version,
                                 basis.model_checksum, basis.as_of.iso())
                   : fmt::format("Model {} version {} (checksum {}); data as of {}", basis.model,
                                 basis.version, basis.model_checksum, basis.as_of.iso());
    if (!basis.generation.empty()) {
        line += zh ? fmt::format("，第 {} 代", basis.generation)
                   : fmt::format(", generation {}", basis.generation);
    }
    return line;
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

/// For people: fields by their headings, the type and the state of the right in words.
Table named_inputs(Table inputs, Lang lang) {
    for (auto& row : inputs.rows) {
        auto* key = std::get_if<std::string>(&row.front());
        const auto field = key != nullptr ? field_by_key(*key) : std::nullopt;
        if (!field) {
            continue;
        }
        *key = std::string{field_info(*field).heading.in(lang)};
        auto* value = row.size() > 1 ? std::get_if<std::string>(&row[1]) : nullptr;
        if (value != nullptr && *field == Field::status) {
            *value = std::string{legal_state_text(legal_state_by_key(*value)).in(lang)};
        } else if (value != nullptr && *field == Field::patent_type) {
            *value = std::string{patent_type_text(patent_type_by_key(*value)).in(lang)};
        }
    }
    return inputs;
}

} // namespace

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
               ? fmt::format("价值分 {:.4f}；第 {} 名（共 {} 个）；任一权重增减 {:.0f}% 时，名次在第 {} 至第 "
                             "{} 之间；"
                             "覆盖率 {:.2f}",
                             value.value(), rank.rank, of, percent * change, rank.low, rank.high, coverage)
               : fmt::format(
                     "Value {:.4f}; rank {} of {}, between {} and {} when any one weight changes by {:.0f} "
                     "per cent; coverage {:.2f}",
                     value.value(), rank.rank, of, rank.low, rank.high, percent * change, coverage);
}

void add_basis(Section& head, const scoring::Basis& basis, std::string_view data_clock, Lang lang) {
    head.lines.push_back(basis_line(basis, lang));
    if (!basis.baseline) {
        return;
    }
    head.lines.push_back(baseline_line(*basis.baseline, lang));
    if (const auto& clock = basis.baseline->clock; clock != data_clock) {
        head.lines.push_back(sentence("注意：基线的时间窗口自 {} 起算，本数据自 {} 起算",
                                      "Note: windows of the baseline begin at {}, those of these data at {}",
                                      clock, data_clock)
                                 .in(lang));
    }
}

Json receipt_json(const Receipt& receipt, Json& cohorts) {
    auto json = Json::parse(scoring::to_json(receipt.trace));
    json["inputs"] = rows_json(receipt.inputs);
    for (std::size_t t = 0; t < receipt.scores.terms.size(); ++t) {
        const auto& column = receipt.scores.terms[t];
        const auto& cell = column.cells[receipt.patent];
        if (cell.cohort != scoring::no_cohort) {
            const auto& statistic = column.statistics[cell.cohort];
            const auto& cohort = statistic.baseline;
            auto& slot = cohorts[receipt.model.terms[t].name()][statistic.id];
            if (slot.is_null() && (!cohort || (cohort->values && cohort->values->exact()))) {
                slot = cohort ? distribution(*cohort->values) : distribution(statistic.sorted);
            }
        }
    }
    return json;
}

Explanation patent_receipt(const Receipt& receipt, Lang lang) {
    const auto& trace = receipt.trace;
    const bool zh = lang == Lang::zh;
    Explanation result;
    result.table = scoring::term_table(trace, lang);

    Section head;
    head.title = trace.title.empty() ? trace.number : trace.number + "  " + trace.title;
    head.lines.push_back(receipt.applicants);
    const auto office = trace.office.empty() ? std::string{"–"} : trace.office;
    const auto year = trace.year ? fmt::format("{}", *trace.year) : "–";
    const bool filed = receipt.clock == "filing";
    head.lines.push_back(zh ? fmt::format("技术领域：{}；{}：{}；受理局：{}", trace.field_zh,
                                          filed ? "申请年" : "年份", year, office)
                            : fmt::format("Technology field: {}; {}: {}; office: {}", trace.field_en,
                                          filed ? "filing year" : "year", year, office));
    head.lines.push_back(rank_line(trace.score.rank, trace.score.value, trace.score.coverage, trace.scored,
                                   receipt.model.weight_change, lang));
    if (trace.band != nullptr) {
        head.lines.push_back(
            zh ? fmt::format("档次：{}（{:g} 起）", trace.band->title_zh, trace.band->from)
               : fmt::format("Band: {} (from {:g})", trace.band->title_en, trace.band->from));
    }
    add_basis(head, trace.basis, receipt.clock, lang);
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
        {std::string{receipt.inputs_title.in(lang)}, {}, named_inputs(receipt.inputs, lang)});

    Json cohorts = Json::object();
    auto json = receipt_json(receipt, cohorts);
    json["cohort_values"] = std::move(cohorts);
    result.json = json_document(json);
    return result;
}

} // namespace longmen::service::detail
