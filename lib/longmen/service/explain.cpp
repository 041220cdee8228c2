// SPDX-License-Identifier: GPL-3.0-or-later
// One score with every number it is made of, and the places these come from.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/scoring/explain.hpp>
#include <longmen/scoring/tables.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/decision_sections.hpp>
#include <longmen/service/detail/receipt.hpp>
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

/// Fields the model needs, as they stand in the record.
Table input_table(const std::vector<store::FieldPlace>& fields, const std::vector<std::string>& needs,
                  Lang lang) {
    auto table = table_with({{"field", {"字段", "Field"}},
                             {"value", {"取值", "Value"}},
                             {"file", {"文件", "File"}},
                             {"row", {"行", "Row"}},
                             {"column", {"列", "Column"}},
                             {"fix", {"人工更正", "Correction"}}},
                            lang);
    for (const auto& place : fields) {
        if (std::ranges::find(needs, place.field) != needs.end()) {
            table.rows.push_back({place.field, place.value, text_cell(place.file),
                                  place.row == 0 ? Cell{} : Cell{place.row}, text_cell(place.column),
                                  text_cell(place.fix)});
        }
    }
    return table;
}

/// Of a record: its inputs with their places.
detail::Receipt receipt_of(store::PatentFields& fields, const Scored& scored, std::size_t patent, Lang lang) {
    const auto& record = scored.corpus.patents[patent];
    return {scoring::explain_patent(scored.corpus, scored.model, scored.scores, patent),
            scored.model,
            scored.scores,
            patent,
            join(record.applicants, "; "),
            workspace_clock,
            {"原始数据出处", "Where the inputs come from"},
            input_table(fields.of(record.id), scored.model.needs, lang)};
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
    head.lines.push_back(detail::rank_line(trace.score.rank, trace.score.value, trace.score.coverage,
                                           trace.scored, scored.model.weight_change, lang));
    head.lines.push_back(zh ? fmt::format("专利族 {} 个，存续 {} 个，计入 {} 个，法律状态不明 {} 个",
                                          trace.score.families.size(), trace.score.active,
                                          trace.score.counted, trace.score.unknown)
                            : fmt::format("{} families, {} active, {} counted, {} of unknown status",
                                          trace.score.families.size(), trace.score.active,
                                          trace.score.counted, trace.score.unknown));
    detail::add_basis(head, trace.basis, workspace_clock, lang);
    result.sections.push_back(std::move(head));
    result.sections.push_back(
        {zh ? "各专利族" : "Families", {portfolio_rule_line(trace, lang)}, result.table});

    auto json = Json::parse(scoring::to_json(trace));
    Json cohorts = Json::object();
    store::PatentFields fields{workspace};
    for (std::size_t i = 0; i < trace.families.size(); ++i) {
        const auto& family = trace.families[i];
        if (family.counted) {
            json["parts"][i]["trace"] = detail::receipt_json(
                receipt_of(fields, scored, position_of(scored.corpus, family.representative), Lang::en),
                cohorts);
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
        store::PatentFields fields{workspace};
        return detail::patent_receipt(
            receipt_of(fields, scored, static_cast<std::size_t>(found - corpus.patents.begin()), lang), lang);
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
