// SPDX-License-Identifier: GPL-3.0-or-later
// JSON lines through simdjson.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/jsonl.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace longmen::ingest::detail {
namespace {

/// Appends the text of one value; arrays become lines, objects stay JSON, null is nothing.
void append_value(std::string& text, simdjson::dom::element value, bool inside) {
    switch (value.type()) {
    case simdjson::dom::element_type::STRING:
        text += std::string_view{value.get_string()};
        break;
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    case simdjson::dom::element_type::DOUBLE: {
        std::array<char, 400> buffer{};
        const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                                double{value.get_double()}, std::chars_format::fixed);
        text.append(buffer.data(), end);
        break;
    }
    case simdjson::dom::element_type::ARRAY:
        if (!inside) {
            bool first = true;
            for (const auto item : simdjson::dom::array{value.get_array()}) {
                if (!first) {
                    text += '\n';
                }
                first = false;
                append_value(text, item, true);
            }
            break;
        }
        [[fallthrough]];
    default:
        text += simdjson::to_string(value);
    }
}

} // namespace

void LineSplitter::add(std::string_view piece) {
    const auto room = limit_ - std::min(limit_, line_.size());
    cut_ = cut_ || piece.size() > room;
    line_.append(piece.substr(0, room));
}

void LineSplitter::end_line() {
    line_function_(line_, cut_);
    line_.clear();
    cut_ = false;
}

void LineSplitter::feed(std::string_view piece) {
    for (auto end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
        add(piece.substr(0, end));
        end_line();
        piece.remove_prefix(end + 1);
    }
    add(piece);
}

void LineSplitter::finish() {
    if (!line_.empty()) {
        end_line();
    }
}

struct JsonLines::Parser {
    simdjson::dom::parser dom;
    std::unordered_map<std::string, std::size_t> columns;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    std::vector<std::string_view> cells;

    /// Nothing when the line is no object.
    bool parse(std::string_view line, simdjson::dom::object& object) {
        const auto parsed = dom.parse(line.data(), line.size());
        return parsed.error() == simdjson::SUCCESS && parsed.get_object().get(object) == simdjson::SUCCESS;
    }
};

JsonLines::JsonLines(std::string path, const Limits& limits)
    : parser_{std::make_unique<Parser>()}, path_{std::move(path)}, limits_{limits} {}
JsonLines::~JsonLines() = default;

void JsonLines::collect(std::string_view line) {
    simdjson::dom::object object;
    if (trim(line).empty() || !parser_->parse(line, object)) {
        return;
    }
    for (const auto field : object) {
        if (parser_->columns.try_emplace(std::string{field.key}, keys_.size()).second) {
            keys_.emplace_back(field.key);
            if (keys_.size() > limits_.columns) {
                throw DataError(
                    sentence("{}：对象的键超过 {} 个；应为每行一个对象的表格",
                             "{}: the objects have more than {} keys; expected a table of objects, one "
                             "a line",
                             path_, limits_.columns));
            }
        }
    }
}

void JsonLines::convert(std::string_view line, bool cut, std::uint64_t number, TableVisitor& visitor) {
    if (trim(line).empty()) {
        return;
    }
    auto& [dom, columns, spans, cells] = *parser_;
    simdjson::dom::object object;
    if (cut || !parser_->parse(line, object)) {
        cells.assign(1, line);
        const auto fault = cut ? TableRow::Fault::cell_too_large
                           : simdjson::validate_utf8(line.data(), line.size()) ? TableRow::Fault::bad_json
                                                                               : TableRow::Fault::bad_text;
        visitor.row({number, cells, fault, 0});
        return;
    }
    text_.clear();
    spans.assign(keys_.size(), {0, 0});
    TableRow row;
    row.number = number;
    for (const auto field : object) {
        const auto column = columns.find(std::string{field.key});
        if (column == columns.end()) {
            continue; // both passes see the same bytes
        }
        const auto begin = text_.size();
        append_value(text_, field.value, false);
        if (text_.size() - begin > limits_.cell_bytes && row.fault == TableRow::Fault::none) {
            row.fault = TableRow::Fault::cell_too_large;
            row.fault_column = column->second;
            text_.resize(begin + limits_.cell_bytes);
        }
        spans[column->second] = {begin, text_.size() - begin};
    }
    cells.clear();
    for (const auto& [begin, length] : spans) {
        cells.push_back(std::string_view{text_}.substr(begin, length));
    }
    row.cells = cells;
    if (!text_.empty()) {
        visitor.row(row);
    }
}

} // namespace longmen::ingest::detail
