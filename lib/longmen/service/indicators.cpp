// SPDX-License-Identifier: GPL-3.0-or-later
// Columns to rows.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/number.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/rows_in_order.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace longmen::service {
namespace {

constexpr int significant_digits = 10;

std::vector<std::string> default_keys(bool classes) {
    std::vector<std::string> keys;
    for (const auto& one : indicators::graph_indicators()) {
        if (classes || !one.needs_classes) {
            keys.emplace_back(one.example);
        }
    }
    return keys;
}

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

std::string_view reason_of(const indicators::GraphColumn& column, std::size_t node) {
    if (std::isnan(column.values[node])) {
        return undefined_key(column.reason);
    }
    return !column.open.empty() && column.open[node] != 0 ? undefined_key(Undefined::window_open)
                                                          : std::string_view{};
}

/// The name of an indicator with its parameter where `N` stands.
std::string heading_of(std::string_view key, Lang lang) {
    std::string heading{indicators::find_graph_indicator(key)->heading.in(lang)};
    const auto begin = key.find_first_of("0123456789");
    const auto place = heading.find('N');
    if (begin != std::string_view::npos && place != std::string::npos) {
        const auto end = key.find_first_not_of("0123456789", begin);
        heading.replace(place, 1, key.substr(begin, end - begin));
    }
    return heading;
}

std::size_t row_count(const store::Snapshot& snapshot, const IndicatorResult& result) {
    return result.nodes.empty() ? snapshot.nodes() : result.nodes.size();
}

} // namespace

IndicatorResult compute_indicators(const store::Snapshot& snapshot, const IndicatorRequest& request,
                                   Threads& threads) {
    const auto& columns = snapshot.columns();
    const auto as_of = request.as_of ? request.as_of : Date::from_iso(snapshot.about("as_of"));
    if (!as_of) {
        throw DataError(Sentence{"快照中没有任何日期；请用 --as-of 给出截止日",
                                 "the snapshot holds no date; give the cut-off date with --as-of"});
    }
    IndicatorResult result;
    result.as_of = *as_of;
    result.reasons = request.reasons;
    for (const auto& number : request.numbers) {
        result.nodes.push_back(find_document(snapshot, number));
    }
    const indicators::GraphInput input{citation_graph(snapshot), columns.classes,
                                       static_cast<std::uint32_t>(columns.class_names.size()), as_of->days()};
    const auto keys = request.keys.empty() ? default_keys(columns.class_names.size() > 0) : request.keys;
    result.columns = indicators::graph_columns(input, keys, threads);
    return result;
}

void write_indicators(const store::Snapshot& snapshot, const IndicatorResult& result, char separator,
                      Threads& threads, const std::function<void(std::string_view)>& sink) {
    std::string header = "number";
    for (const auto& column : result.columns) {
        header += separator + column.key;
        if (result.reasons) {
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
                if (!std::isnan(column.values[node])) {
                    append_number(text, column.values[node]);
                }
                if (result.reasons) {
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
        table.columns.push_back({column.key, heading_of(column.key, lang)});
        if (result.reasons) {
            table.columns.push_back({column.key + "_reason", std::string{Text{"说明", "Reason"}.in(lang)}});
        }
    }
    for (std::size_t row = 0; row < row_count(snapshot, result); ++row) {
        const auto node = result.nodes.empty() ? static_cast<NodeId>(row) : result.nodes[row];
        std::vector<Cell> cells{snapshot.number(node)};
        for (const auto& column : result.columns) {
            const auto value = column.values[node];
            cells.push_back(std::isnan(value)            ? Cell{}
                            : value == std::floor(value) ? Cell{static_cast<std::int64_t>(value)}
                                                         : Cell{Decimal{value, significant_digits, 6}});
            if (result.reasons) {
                cells.push_back(text_cell(std::string{reason_of(column, node)}));
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table indicator_list(Lang lang) {
    auto table = table_with({{"key", {"指标", "Key"}},
                             {"unit", {"单位", "Unit"}},
                             {"heading", {"名称", "Name"}},
                             {"description", {"说明", "Description"}}},
                            lang);
    const auto add = [&](std::string_view key, const Text& unit, const Text& heading,
                         const Text& description) {
        table.rows.push_back({std::string{key}, text_cell(std::string{unit.in(lang)}),
                              std::string{heading.in(lang)}, std::string{description.in(lang)}});
    };
    for (const auto& one : indicators::graph_indicators()) {
        add(one.key, one.unit, one.heading, one.description);
    }
    return table;
}

} // namespace longmen::service
