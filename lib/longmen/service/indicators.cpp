// SPDX-License-Identifier: GPL-3.0-or-later
// Columns to rows.
#include <longmen/service/indicators.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/group_columns.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/indicator_cells.hpp>
#include <longmen/service/detail/rows_in_order.hpp>
#include <longmen/service/percentiles.hpp>
#include <longmen/service/snapshot.hpp>

namespace longmen::service {
namespace {

std::size_t row_count(const IndicatorResult& result) {
    return result.nodes.empty() ? result.documents : result.nodes.size();
}

std::vector<std::string> keys_of(const IndicatorResult& result) {
    std::vector<std::string> keys;
    for (const auto& column : result.columns) {
        keys.push_back(column.key);
    }
    return keys;
}

} // namespace

Date snapshot_as_of(const store::Snapshot& snapshot, const std::optional<Date>& wanted) {
    const auto as_of = wanted ? wanted : Date::from_iso(snapshot.about("as_of"));
    if (!as_of) {
        throw DataError(Sentence{"快照中没有任何日期；请用 --as-of 给出截止日",
                                 "the snapshot holds no date; give the cut-off date with --as-of"});
    }
    return *as_of;
}

IndicatorResult compute_indicators(const store::Snapshot& snapshot, const Corpus* corpus,
                                   const IndicatorRequest& request, Threads& threads) {
    const auto as_of = snapshot_as_of(snapshot, request.as_of);
    IndicatorResult result;
    result.as_of = as_of;
    result.reasons = request.reasons;
    const ColumnSource source{snapshot, corpus, as_of, threads, request.models_folder};
    result.documents = static_cast<NodeId>(source.input().nodes());
    for (const auto& number : request.numbers) {
        result.nodes.push_back(detail::find_document(snapshot, number, result.documents, as_of));
    }
    const auto keys = request.keys.empty() ? detail::usual_keys(source.whole()) : request.keys;
    result.columns = indicators::compute_columns(source.input(), keys, threads);
    if (request.percentiles) {
        add_percentiles(snapshot, corpus, *request.percentiles, result, threads);
    }
    return result;
}

void write_indicators(const store::Snapshot& snapshot, const IndicatorResult& result, char separator,
                      Threads& threads, const std::function<void(std::string_view)>& sink) {
    std::string header = "number";
    detail::append_headings(header, keys_of(result), result.reasons, separator);
    sink(header + '\n');
    detail::rows_in_order(row_count(result), threads, sink, [&](std::string& text, std::size_t row) {
        const auto node = result.nodes.empty() ? static_cast<NodeId>(row) : result.nodes[row];
        text += snapshot.number(node);
        detail::append_values(text, result.columns, node, result.reasons, separator);
        text += '\n';
    });
}

Table indicator_table(const store::Snapshot& snapshot, const IndicatorResult& result, Lang lang) {
    auto table = table_with({{"number", {"号码", "Number"}}}, lang);
    detail::add_headings(table, keys_of(result), result.reasons, lang);
    for (std::size_t row = 0; row < row_count(result); ++row) {
        const auto node = result.nodes.empty() ? static_cast<NodeId>(row) : result.nodes[row];
        std::vector<Cell> cells{snapshot.number(node)};
        detail::add_values(cells, result.columns, node, result.reasons);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table indicator_list(Lang lang) {
    auto table = table_with({{"key", {"指标", "Key"}},
                             {"subject", {"对象", "Subject"}},
                             {"shape", {"形式", "Shape"}},
                             {"unit", {"单位", "Unit"}},
                             {"heading", {"名称", "Name"}},
                             {"description", {"说明", "Description"}},
                             {"source", {"出处", "Source"}},
                             {"grade", {"成熟度", "Grade"}}},
                            lang);
    const auto add = [&](const indicators::IndicatorInfo& info, std::string subject) {
        table.rows.push_back({std::string{info.key}, std::move(subject),
                              std::string{indicators::shape_key(info.shape)},
                              text_cell(std::string{info.unit.in(lang)}), std::string{info.heading.in(lang)},
                              std::string{info.description.in(lang)}, text_cell(std::string{info.source}),
                              std::string{indicators::grade_key(info.grade)}});
    };
    for (const auto& one : indicators::column_indicators()) {
        add(one.info, std::string{indicators::subject_key(one.info.subject)});
    }
    constexpr std::array subjects{indicators::Subject::party, indicators::Subject::field,
                                  indicators::Subject::corpus};
    for (const auto& one : indicators::group_indicators()) {
        std::string names;
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            if (one.of[i]) {
                names += (names.empty() ? "" : " ") + std::string{indicators::subject_key(subjects[i])};
            }
        }
        add(one.info, std::move(names));
    }
    return table;
}

} // namespace longmen::service
