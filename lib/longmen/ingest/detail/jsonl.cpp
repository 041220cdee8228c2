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
        if (line_.empty() && !cut_ && end <= limit_) {
            line_function_(piece.substr(0, end), false); // whole in the piece
        } else {
            add(piece.substr(0, end));
            end_line();
        }
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
    /// A cell whose text was put together in `text_`.
    struct Made {
        std::size_t column, begin, length;
    };
    simdjson::dom::parser dom;
    std::unordered_map<std::string, std::size_t> columns;
    std::vector<std::string_view> cells;
    std::vector<Made> made;

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
    std::size_t next = 0; // objects mostly have the keys of the one before, in its order
    for (const auto field : object) {
        if (next < keys_.size() && keys_[next] == field.key) {
            ++next;
            continue;
        }
        const auto [known, fresh] = parser_->columns.try_emplace(std::string{field.key}, keys_.size());
        next = known->second + 1;
        if (fresh) {
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
    auto& [dom, columns, cells, made] = *parser_;
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
    made.clear();
    cells.assign(keys_.size(), {});
    TableRow row;
    row.number = number;
    bool any = false;
    std::size_t next = 0;
    for (const auto field : object) {
        auto column = next;
        if (next >= keys_.size() || keys_[next] != field.key) {
            const auto known = columns.find(std::string{field.key});
            if (known == columns.end()) {
                continue; // both passes see the same bytes
            }
            column = known->second;
        }
        next = column + 1;
        const auto begin = text_.size();
        auto length = std::size_t{0};
        if (field.value.is_string()) {
            cells[column] = std::string_view{field.value.get_string()};
            length = cells[column].size();
        } else {
            append_value(text_, field.value, false);
            length = text_.size() - begin;
            cells[column] = {};
        }
        any = any || length > 0;
        if (length > limits_.cell_bytes && row.fault == TableRow::Fault::none) {
            row.fault = TableRow::Fault::cell_too_large;
            row.fault_column = column;
            length = limits_.cell_bytes;
            cells[column] = cells[column].substr(0, length);
        }
        if (!field.value.is_string()) {
            made.push_back({column, begin, length});
        }
    }
    for (const auto& [column, begin, length] : made) {
        cells[column] = std::string_view{text_}.substr(begin, length);
    }
    row.cells = cells;
    if (any) {
        visitor.row(row);
    }
}

} // namespace longmen::ingest::detail
