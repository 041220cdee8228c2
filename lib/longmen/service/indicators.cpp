// SPDX-License-Identifier: GPL-3.0-or-later
// Columns to rows.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/number.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/rows_in_order.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/percentiles.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace longmen::service {
namespace {

constexpr int significant_digits = 10;

NodeId find_document(const store::Snapshot& snapshot, const std::string& text) {
    auto found = snapshot.find(text);
    if (!found) {
        if (const auto number = parse_number(text)) {
            found = snapshot.find(number->canonical());
        }
    }
    if (!found) {
        throw UsageError(sentence("{}：快照中没有这件文献", "{}: no document of the snapshot", text));
    }
    return *found;
}

void append_number(std::string& text, double value) {
    std::array<char, 32> buffer{};
    constexpr double largest_whole = 1e15;
    if (value == std::floor(value) && std::abs(value) < largest_whole) {
        const auto end =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::int64_t>(value));
        text.append(buffer.data(), end.ptr);
        return;
    }
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::general, significant_digits);
    text.append(buffer.data(), end.ptr);
}

std::string_view reason_of(const indicators::Column& column, std::size_t node) {
    if (!column.defined(node)) {
        return undefined_key(column.why(node));
    }
    return column.complete(node) ? std::string_view{} : undefined_key(Undefined::window_open);
}

void append_value(std::string& text, const indicators::Column& column, double value) {
    if (column.categories.empty()) {
        append_number(text, value);
    } else {
        text += column.categories[static_cast<std::size_t>(value)];
    }
}

Cell cell_of(const indicators::Column& column, std::size_t node) {
    const auto value = column.values[node];
    if (!column.defined(node)) {
        return {};
    }
    if (!column.categories.empty()) {
        return std::string{column.categories[static_cast<std::size_t>(value)]};
    }
    return value == std::floor(value) ? Cell{static_cast<std::int64_t>(value)}
                                      : Cell{Decimal{value, significant_digits, 6}};
}

/// Whether a column of reasons stands behind it.
bool says_why(const IndicatorResult& result, const indicators::Column& column) {
    return result.reasons && !column.key.ends_with(cohort_suffix);
}

std::size_t row_count(const store::Snapshot& snapshot, const IndicatorResult& result) {
    return result.nodes.empty() ? snapshot.nodes() : result.nodes.size();
}

} // namespace

std::vector<std::string> default_keys(const indicators::ColumnInput& input) {
    std::vector<std::string> keys;
    for (const auto& one : indicators::column_indicators()) {
        if (indicators::can_compute(one, input)) {
            keys.emplace_back(one.example);
        }
    }
    return keys;
}

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
    for (const auto& number : request.numbers) {
        result.nodes.push_back(find_document(snapshot, number));
    }
    const ColumnSource source{snapshot, corpus, as_of};
    const auto keys = request.keys.empty() ? default_keys(source.input()) : request.keys;
    result.columns = indicators::compute_columns(source.input(), keys, threads);
    if (request.percentiles) {
        add_percentiles(snapshot, corpus, *request.percentiles, result, threads);
    }
    return result;
}

void write_indicators(const store::Snapshot& snapshot, const IndicatorResult& result, char separator,
                      Threads& threads, const std::function<void(std::string_view)>& sink) {
    std::string header = "number";
    for (const auto& column : result.columns) {
        header += separator + column.key;
        if (says_why(result, column)) {
            header += separator + column.key + "_reason";
        }
    }
    sink(header + '\n');
    detail::rows_in_order(
        row_count(snapshot, result), threads, sink, [&](std::string& text, std::size_t row) {
            const auto node = result.nodes.empty() ? static_cast<NodeId>(row) : result.nodes[row];
            text += snapshot.number(node);
            for (const auto& column : result.columns) {
                text += separator;
                if (column.defined(node)) {
                    append_value(text, column, column.values[node]);
                }
                if (says_why(result, column)) {
                    text += separator;
                    text += reason_of(column, node);
                }
            }
            text += '\n';
        });
}

Table indicator_table(const store::Snapshot& snapshot, const IndicatorResult& result, Lang lang) {
    auto table = table_with({{"number", {"号码", "Number"}}}, lang);
    for (const auto& column : result.columns) {
        table.columns.push_back({column.key, result_heading(column.key, lang)});
        if (says_why(result, column)) {
            table.columns.push_back({column.key + "_reason", std::string{Text{"说明", "Reason"}.in(lang)}});
        }
    }
    for (std::size_t row = 0; row < row_count(snapshot, result); ++row) {
        const auto node = result.nodes.empty() ? static_cast<NodeId>(row) : result.nodes[row];
        std::vector<Cell> cells{snapshot.number(node)};
        for (const auto& column : result.columns) {
            cells.push_back(cell_of(column, node));
            if (says_why(result, column)) {
                cells.push_back(text_cell(std::string{reason_of(column, node)}));
            }
        }
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
    for (const auto& one : indicators::column_indicators()) {
        const auto& info = one.info;
        table.rows.push_back({std::string{info.key}, std::string{indicators::subject_key(info.subject)},
                              std::string{indicators::shape_key(info.shape)},
                              text_cell(std::string{info.unit.in(lang)}), std::string{info.heading.in(lang)},
                              std::string{info.description.in(lang)}, text_cell(std::string{info.source}),
                              std::string{indicators::grade_key(info.grade)}});
    }
    return table;
}

} // namespace longmen::service
