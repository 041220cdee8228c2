// SPDX-License-Identifier: GPL-3.0-or-later
// Workbook, relations and sheets of an XLSX file.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/xlsx.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace longmen::ingest::detail {
namespace {

/// A row may hold a few cells of the largest size, not thousands.
constexpr std::size_t largest_cells_per_row = 4;
constexpr auto workbook_part = "xl/workbook.xml";

std::size_t to_size(std::string_view text, std::size_t fallback) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : fallback;
}

struct Sheet {
    std::string name;
    std::string relation;
};

class WorkbookHandler final : public XmlHandler {
public:
    std::vector<Sheet> sheets;
    bool epoch_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            epoch_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        } else if (name == "sheet") {
            sheets.push_back({std::string{attributes["name"]}, std::string{attributes["id"]}});
        }
    }
    void end(std::string_view) override {}
};

struct Relation {
    std::string type; // last part of the type's address
    std::string part;
};

class RelationsHandler final : public XmlHandler {
public:
    std::map<std::string, Relation, std::less<>> by_id;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") {
            return;
        }
        const auto type = attributes["Type"];
        auto target = attributes["Target"];
        std::string part;
        if (target.starts_with('/')) {
            part = target.substr(1);
        } else {
            part = fmt::format("xl/{}", target.starts_with("./") ? target.substr(2) : target);
        }
        by_id[std::string{attributes["Id"]}] = {std::string{type.substr(type.rfind('/') + 1)},
                                                std::move(part)};
    }
    void end(std::string_view) override {}

    [[nodiscard]] std::string part_of_type(std::string_view type, const char* fallback) const {
        const auto found =
            std::ranges::find_if(by_id, [&](const auto& entry) { return entry.second.type == type; });
        return found == by_id.end() ? fallback : found->second.part;
    }
};

/// Cells of a row, gathered until the row ends.
class SheetHandler final : public XmlHandler {
    enum class Kind { number, shared, inline_text, text, boolean, date };

    const std::string& path_;
    const XlsxStrings& strings_;
    const XlsxStyles& styles_;
    bool epoch_1904_;
    const Limits& limits_;
    TableVisitor& visitor_;

    std::string row_text_;
    std::vector<std::pair<std::size_t, std::size_t>> spans_; // begin and length in row_text_, by column
    std::vector<std::string_view> cells_;
    std::uint64_t row_ = 0;
    TableRow::Fault fault_ = TableRow::Fault::none;
    std::size_t fault_column_ = 0;

    std::size_t column_ = 0; // of the next cell
    Kind kind_ = Kind::number;
    std::size_t style_ = 0;
    std::string value_;
    bool in_value_ = false;
    int phonetic_ = 0;
    bool in_cell_ = false;

    void start_cell(const XmlAttributes& attributes) {
        if (const auto given = cell_column(attributes["r"])) {
            column_ = *given;
        }
        if (column_ >= limits_.columns) {
            throw DataError(path_, row_,
                            sentence("单元格超出第 {} 列；应为表格",
                                     "a cell beyond column {}; expected a table", limits_.columns));
        }
        const auto type = attributes["t"];
        kind_ = type == "s"                   ? Kind::shared
                : type == "inlineStr"         ? Kind::inline_text
                : type == "b"                 ? Kind::boolean
                : type == "d"                 ? Kind::date
                : type.empty() || type == "n" ? Kind::number
                                              : Kind::text;
        style_ = to_size(attributes["s"], 0);
        value_.clear();
        in_cell_ = true;
    }

    void end_cell() {
        in_cell_ = false;
        std::string_view text = value_;
        std::string printed;
        switch (kind_) {
        case Kind::shared:
            if (!value_.empty()) {
                const auto found = strings_.at(to_size(value_, SIZE_MAX));
                if (!found) {
                    throw DataError(
                        path_, row_,
                        sentence("单元格引用了工作簿中不存在的共享文本 {}；应为完整的 XLSX 文件",
                                 "cell points at shared text {}, which the workbook does not hold; "
                                 "expected a complete XLSX file",
                                 value_));
                }
                text = *found;
            }
            break;
        case Kind::number:
            if (!value_.empty()) {
                const auto date =
                    styles_.is_date(style_) ? print_cell_date(value_, epoch_1904_) : std::nullopt;
                printed = date ? *date : print_cell_number(value_);
                text = printed;
            }
            break;
        case Kind::boolean:
            text = value_ == "1" ? "TRUE" : value_ == "0" ? "FALSE" : text;
            break;
        case Kind::date:
            text = text.ends_with("T00:00:00") ? text.substr(0, 10) : text;
            break;
        case Kind::inline_text:
        case Kind::text:
            printed = decode_escapes(std::move(value_));
            text = printed;
            break;
        }
        put(text);
        ++column_;
    }

    void put(std::string_view text) {
        if (text.empty()) {
            return;
        }
        if (text.size() > limits_.cell_bytes) {
            fault(TableRow::Fault::cell_too_large);
            text = text.substr(0, limits_.cell_bytes);
        }
        if (row_text_.size() + text.size() > limits_.cell_bytes * largest_cells_per_row) {
            fault(TableRow::Fault::cell_too_large);
            return;
        }
        if (spans_.size() <= column_) {
            spans_.resize(column_ + 1);
        }
        spans_[column_] = {row_text_.size(), text.size()};
        row_text_ += text;
    }

    void fault(TableRow::Fault what) {
        if (fault_ == TableRow::Fault::none) {
            fault_ = what;
            fault_column_ = column_;
        }
    }

    void end_row() {
        if (!row_text_.empty()) {
            cells_.clear();
            for (const auto& [begin, length] : spans_) {
                cells_.push_back(std::string_view{row_text_}.substr(begin, length));
            }
            if (fault_ == TableRow::Fault::none && !simdjson::validate_utf8(row_text_)) {
                fault_ = TableRow::Fault::bad_text;
            }
            visitor_.row({row_, cells_, fault_, fault_column_});
        }
        row_text_.clear();
        spans_.clear();
        fault_ = TableRow::Fault::none;
    }

public:
    SheetHandler(const std::string& path, const XlsxStrings& strings, const XlsxStyles& styles,
                 bool epoch_1904, const Limits& limits, TableVisitor& visitor)
        : path_{path}, strings_{strings}, styles_{styles}, epoch_1904_{epoch_1904}, limits_{limits},
          visitor_{visitor} {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            row_ = to_size(attributes["r"], row_ + 1);
            column_ = 0;
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "rPh") {
            ++phonetic_;
        }
        in_value_ = in_cell_ && phonetic_ == 0 && (name == "v" || name == "t");
    }
    void end(std::string_view name) override {
        in_value_ = false;
        if (name == "c") {
            end_cell();
        } else if (name == "row") {
            end_row();
        } else if (name == "rPh") {
            --phonetic_;
        }
    }
    void text(std::string_view piece) override {
        if (!in_value_) {
            return;
        }
        if (value_.size() + piece.size() > limits_.cell_bytes) {
            fault(TableRow::Fault::cell_too_large);
            piece = piece.substr(0, limits_.cell_bytes - std::min(limits_.cell_bytes, value_.size()));
        }
        value_ += piece;
    }
};

} // namespace

bool is_workbook(const XlsxPackage& package) {
    return package.has(workbook_part);
}

void read_workbook(XlsxPackage& package, const Limits& limits, TableVisitor& visitor, Progress& progress) {
    WorkbookHandler workbook;
    package.parse(workbook_part, workbook);
    RelationsHandler relations;
    package.parse("xl/_rels/workbook.xml.rels", relations);
    const auto styles = XlsxStyles::read(package, relations.part_of_type("styles", "xl/styles.xml"));
    const auto strings =
        XlsxStrings::read(package, relations.part_of_type("sharedStrings", "xl/sharedStrings.xml"));
    std::size_t position = 0;
    std::size_t read = 0;
    for (const auto& sheet : workbook.sheets) {
        ++position;
        const auto relation = relations.by_id.find(sheet.relation);
        if (relation != relations.by_id.end() && relation->second.type != "worksheet") {
            continue; // a chart or a macro sheet
        }
        const auto part = relation != relations.by_id.end()
                              ? relation->second.part
                              : fmt::format("xl/worksheets/sheet{}.xml", position);
        if (!package.has(part)) {
            throw DataError(
                sentence("{}：工作簿缺少工作表 {}；应为完整的 XLSX 文件",
                         "{}: the sheet {} is missing from the workbook; expected a complete XLSX file",
                         package.path(), sheet.name));
        }
        visitor.begin_table(
            {.name = sheet.name, .format = "xlsx", .encoding = "UTF-8", .epoch_1904 = workbook.epoch_1904});
        progress.begin(sheet.name, package.size(part));
        SheetHandler handler{package.path(), strings, styles, workbook.epoch_1904, limits, visitor};
        package.parse(part, handler, &progress);
        progress.end();
        visitor.end_table();
        ++read;
    }
    if (read == 0) {
        throw DataError(sentence("{}：工作簿中没有工作表；应至少有一张含表格的工作表",
                                 "{}: the workbook holds no sheet; expected one with a table",
                                 package.path()));
    }
}

} // namespace longmen::ingest::detail
