// SPDX-License-Identifier: GPL-3.0-or-later
// JSON lines through simdjson.
#include <longmen/ingest/detail/jsonl.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
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

/// A key as JSON writes it with the quote behind it, to be compared with what stands in a line.
class WrittenKey {
    static constexpr std::size_t word = sizeof(std::uint64_t);
    std::uint64_t first_ = 0, second_ = 0, first_mask_ = 0, second_mask_ = 0;
    bool known_ = false;

    static std::uint64_t word_at(const char* at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, word);
        return bytes;
    }

public:
    /// Long keys, and those that are not written as they are, equal nothing.
    explicit WrittenKey(std::string_view key) {
        if (key.size() >= 2 * word || key.find_first_of("\"\\") != std::string_view::npos) {
            return;
        }
        std::array<char, 2 * word> text{};
        std::array<char, 2 * word> mask{};
        *std::ranges::copy(key, text.begin()).out = '"';
        std::fill_n(mask.begin(), key.size() + 1, '\xff');
        first_ = word_at(text.data());
        second_ = word_at(text.data() + word);
        first_mask_ = word_at(mask.data());
        second_mask_ = word_at(mask.data() + word);
        known_ = true;
    }
    /// Looks at sixteen bytes.
    [[nodiscard]] bool stands_at(const char* at) const {
        const auto others =
            ((word_at(at) ^ first_) & first_mask_) | ((word_at(at + word) ^ second_) & second_mask_);
        return known_ && others == 0;
    }
};

static_assert(line_padding >= simdjson::SIMDJSON_PADDING);

} // namespace

void LineSplitter::add(std::string_view piece) {
    const auto room = limit_ - std::min(limit_, line_.size());
    cut_ = cut_ || piece.size() > room;
    line_.append(piece.substr(0, room));
}

void LineSplitter::end_line() {
    const auto size = line_.size();
    line_.append(line_padding, '\0');
    line_function_(std::string_view{line_}.substr(0, size), cut_);
    line_.clear();
    cut_ = false;
}

void LineSplitter::feed(std::string_view piece) {
    for (auto end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
        if (line_.empty() && !cut_ && end <= limit_ && end + line_padding <= piece.size()) {
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
    simdjson::ondemand::parser on_demand;
    std::vector<WrittenKey> written; // of each column
    std::unordered_map<std::string, std::size_t> columns;
    std::vector<std::string_view> cells;
    std::vector<Made> made;

    /// Nothing when the line is no object.
    bool parse(std::string_view line, simdjson::dom::object& object) {
        const auto parsed = dom.parse(line.data(), line.size(), false);
        return parsed.error() == simdjson::SUCCESS && parsed.get_object().get(object) == simdjson::SUCCESS;
    }
};

JsonLines::JsonLines(std::string path, const Limits& limits)
    : parser_{std::make_unique<Parser>()}, path_{std::move(path)}, limits_{limits} {}
JsonLines::~JsonLines() = default;

/// Goes through the fields of a line as far as `take(column, value)` asks, which says whether to go on. False
/// when it did not, when something is amiss, or when a key is new.
template <typename Take>
bool JsonLines::each_field(std::string_view line, Take take) {
    auto& parser = *parser_;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.on_demand.iterate(line.data(), line.size(), line.size() + line_padding).get(document) !=
            simdjson::SUCCESS ||
        document.get_object().get(object) != simdjson::SUCCESS) {
        return false;
    }
    std::size_t next = 0; // objects mostly have the keys of the one before, in its order
    for (auto each : object) {
        simdjson::ondemand::field field;
        if (std::move(each).get(field) != simdjson::SUCCESS) {
            return false;
        }
        if (next == parser.written.size() || !parser.written[next].stands_at(field.key().raw())) {
            std::string_view key;
            if (field.unescaped_key().get(key) != simdjson::SUCCESS) {
                return false;
            }
            const auto known = parser.columns.find(std::string{key});
            if (known == parser.columns.end()) {
                return false;
            }
            next = known->second;
        }
        if (!take(next++, field.value())) {
            return false;
        }
    }
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS; // nothing behind the object
}

void JsonLines::collect(std::string_view line) {
    simdjson::dom::object object;
    if (trim(line).empty() || each_field(line, [](std::size_t, simdjson::ondemand::value) { return true; }) ||
        !parser_->parse(line, object)) {
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
            parser_->written.emplace_back(std::string_view{field.key});
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

/// Puts a line of nothing but strings into the cells; false when it is not such a line, or a cell is too
/// large.
bool JsonLines::convert_strings(std::string_view line) {
    auto& cells = parser_->cells;
    return each_field(line, [&](std::size_t column, simdjson::ondemand::value value) {
        return value.get_string().get(cells[column]) == simdjson::SUCCESS &&
               cells[column].size() <= limits_.cell_bytes;
    });
}

void JsonLines::convert(std::string_view line, bool cut, std::uint64_t number, TableVisitor& visitor) {
    if (trim(line).empty()) {
        return;
    }
    auto& cells = parser_->cells;
    TableRow row;
    row.number = number;
    cells.assign(keys_.size(), {});
    if (cut || !strings_ || !convert_strings(line)) {
        row = convert_values(line, cut, row);
    }
    row.cells = cells;
    if (std::ranges::any_of(cells, [](std::string_view cell) { return !cell.empty(); })) {
        visitor.row(row);
    }
}

/// The same for any line, through a tree of its values.
TableRow JsonLines::convert_values(std::string_view line, bool cut, TableRow row) {
    auto& cells = parser_->cells;
    auto& made = parser_->made;
    simdjson::dom::object object;
    if (cut || !parser_->parse(line, object)) {
        cells.assign(1, line);
        row.fault = cut                                                 ? TableRow::Fault::cell_too_large
                    : simdjson::validate_utf8(line.data(), line.size()) ? TableRow::Fault::bad_json
                                                                        : TableRow::Fault::bad_text;
        return row;
    }
    text_.clear();
    made.clear();
    cells.assign(keys_.size(), {});
    std::size_t next = 0;
    for (const auto field : object) {
        auto column = next;
        if (next == keys_.size() || keys_[next] != field.key) {
            const auto known = parser_->columns.find(std::string{field.key});
            if (known == parser_->columns.end()) {
                continue; // both passes see the same bytes
            }
            column = known->second;
        }
        next = column + 1;
        const auto begin = text_.size();
        std::string_view text;
        const bool is_text = field.value.get_string().get(text) == simdjson::SUCCESS;
        if (!is_text) {
            append_value(text_, field.value, false);
        }
        auto length = is_text ? text.size() : text_.size() - begin;
        cells[column] = text;
        if (length > limits_.cell_bytes && row.fault == TableRow::Fault::none) {
            row.fault = TableRow::Fault::cell_too_large;
            row.fault_column = column;
            length = limits_.cell_bytes;
            cells[column] = cells[column].substr(0, length);
        }
        if (!is_text) {
            made.push_back({column, begin, length});
        }
    }
    for (const auto& [column, begin, length] : made) {
        cells[column] = std::string_view{text_}.substr(begin, length);
    }
    strings_ = made.empty();
    return row;
}

} // namespace longmen::ingest::detail
