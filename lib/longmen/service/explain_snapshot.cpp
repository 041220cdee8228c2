// SPDX-License-Identifier: GPL-3.0-or-later
// One score of a snapshot with every number it is made of, and what the snapshot holds of the document.
#include <longmen/base/date.hpp>
#include <longmen/record/packed_number.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/indicator_cells.hpp>
#include <longmen/service/detail/receipt.hpp>
#include <longmen/service/score_snapshot.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

std::string names_of(const Lists& lists, const store::TextColumn& names, NodeId node) {
    std::string text;
    if (lists.size() > 0) {
        for (const auto name : lists[node]) {
            text += text.empty() ? "" : "; ";
            text += names[name];
        }
    }
    return text;
}

Cell measure_cell(std::string_view name, std::int32_t value, Date as_of) {
    if (value == missing_measure) {
        return {};
    }
    if (!name.ends_with("_day")) {
        return std::int64_t{value};
    }
    return value > as_of.days() ? Cell{} : Cell{Date::from_days(value).iso()};
}

/// What the snapshot holds of the document, citations until the cut-off date.
Table input_table(const store::Snapshot& snapshot, const ScoredSnapshot& scored, NodeId node, Lang lang) {
    const auto& columns = snapshot.columns();
    const auto documents = static_cast<NodeId>(scored.scores.patents.size());
    auto table = table_with({{"field", {"字段", "Field"}}, {"value", {"取值", "Value"}}}, lang);
    const auto add = [&](std::string_view field, Cell value) {
        table.rows.push_back({std::string{field}, std::move(value)});
    };
    const auto until = [&](const Lists& lists) {
        return count_cell(static_cast<std::size_t>(
            std::ranges::count_if(lists[node], [&](NodeId other) { return other < documents; })));
    };
    const bool exact = columns.year_only.empty() || columns.year_only[node] == 0;
    add(scored.clock + (scored.clock == "date" ? "" : "_date"),
        columns.day[node] == unknown_day
            ? Cell{}
            : Cell{Date::from_days(columns.day[node], exact ? DatePrecision::day : DatePrecision::year)
                       .iso()});
    add("classes", text_cell(names_of(columns.classes, columns.class_names, node)));
    add("cited", until(columns.cited));
    add("citing", until(columns.citing));
    for (const auto& [name, values] : snapshot.measures()) {
        add(name, measure_cell(name, values[node], scored.scores.as_of));
    }
    return table;
}

} // namespace

Explanation explain_document(const store::Snapshot& snapshot, const ScoredSnapshot& scored,
                             const std::string& who, Lang lang) {
    const auto& scores = scored.scores;
    const auto node =
        detail::find_document(snapshot, who, static_cast<NodeId>(scores.patents.size()), scores.as_of);
    const auto& columns = snapshot.columns();
    const auto& place = scores.placement.members[node];
    return detail::patent_receipt(
        {scoring::explain_patent({snapshot.number(node),
                                  {},
                                  {},
                                  scores.placement.offices[static_cast<std::size_t>(place.office)],
                                  std::string{snapshot.about("generation")}},
                                 scored.model, scores, node),
         scored.model,
         scores,
         node,
         names_of(columns.applicants, columns.applicant_names, node),
         scored.clock,
         {"快照中的原始数据", "What the snapshot holds of it"},
         input_table(snapshot, scored, node, lang)},
        lang);
}

} // namespace longmen::service
