// SPDX-License-Identifier: GPL-3.0-or-later
// Workbook, relations and sheets of an XLSX file.
#include <longmen/ingest/detail/xlsx.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/sheet_rows.hpp>
#include <longmen/ingest/detail/xlsx_merges.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace longmen::ingest::detail {
namespace {

constexpr auto workbook_part = "xl/workbook.xml";

bool is_true(std::string_view flag) {
    return flag == "1" || flag == "true";
}

struct Sheet {
    std::string name;
    std::string relation;
    bool hidden = false;
};

class WorkbookHandler final : public XmlHandler {
public:
    std::vector<Sheet> sheets;
    bool epoch_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            epoch_1904 = is_true(attributes["date1904"]);
        } else if (name == "sheet") {
            sheets.push_back({std::string{attributes["name"]}, std::string{attributes["id"]},
                              attributes["state"].ends_with("idden")}); // hidden, veryHidden
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

/// Values of a sheet's cells, handed to the rows.
class SheetHandler final : public XmlHandler {
    enum class Kind { number, shared, inline_text, text, boolean, date };

    const std::string& path_;
    const XlsxStrings& strings_;
    const XlsxStyles& styles_;
    const SheetMerges& merges_;
    bool epoch_1904_;
    const Limits& limits_;
    SheetRows rows_;

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

    [[nodiscard]] std::string_view shared_text() const {
        if (value_.empty()) {
            return {};
        }
        const auto found = strings_.at(to_size(value_, SIZE_MAX));
        if (!found) {
            throw DataError(path_, rows_.row(),
                            sentence("单元格引用了工作簿中不存在的共享文本 {}；应为完整的 XLSX 文件",
                                     "cell points at shared text {}, which the workbook does not hold; "
                                     "expected a complete XLSX file",
                                     value_));
        }
        return *found;
    }

    [[nodiscard]] std::string number_text() const {
        const auto date = styles_.is_date(style_) ? print_cell_date(value_, epoch_1904_) : std::nullopt;
        return date ? *date : print_cell_number(value_, styles_.zeros(style_));
    }

    void end_cell() {
        in_cell_ = false;
        std::string_view text = value_;
        std::string printed;
        switch (kind_) {
        case Kind::shared:
            text = shared_text();
            break;
        case Kind::number:
            printed = value_.empty() ? "" : number_text();
            text = printed;
            break;
        case Kind::boolean:
            text = value_ == "1" ? "TRUE" : value_ == "0" ? "FALSE" : text;
            break;
        case Kind::date:
            printed = print_iso_date(value_);
            text = printed;
            break;
        case Kind::inline_text:
        case Kind::text:
            printed = decode_escapes(std::move(value_));
            text = printed;
            break;
        }
        rows_.put(column_, text);
        rows_.cover(column_, merges_.last_row(rows_.row(), column_), text);
        ++column_;
    }

    void start_columns(const XmlAttributes& attributes) {
        const auto first = to_size(attributes["min"], 0);
        if (is_true(attributes["hidden"]) && first > 0) {
            rows_.hide_columns(first - 1, to_size(attributes["max"], first) - 1);
        }
    }

public:
    SheetHandler(const SheetTarget& target, const XlsxStrings& strings, const XlsxStyles& styles,
                 const SheetMerges& merges, bool epoch_1904)
        : path_{target.path}, strings_{strings}, styles_{styles}, merges_{merges}, epoch_1904_{epoch_1904},
          limits_{target.limits}, rows_{target} {}

    void end_sheet(bool hidden) { rows_.end_sheet(hidden); }

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            rows_.begin_row(to_size(attributes["r"], rows_.row() + 1), is_true(attributes["hidden"]));
            column_ = 0;
        } else if (name == "c") {
            start_cell(attributes);
        } else if (name == "rPh") {
            ++phonetic_;
        } else if (name == "col") {
            start_columns(attributes);
        }
        in_value_ = in_cell_ && phonetic_ == 0 && (name == "v" || name == "t");
    }
    void end(std::string_view name) override {
        in_value_ = false;
        if (name == "c") {
            end_cell();
        } else if (name == "row") {
            rows_.end_row();
        } else if (name == "rPh") {
            --phonetic_;
        }
    }
    void text(std::string_view piece) override {
        if (in_value_ && !append_bounded(value_, piece, limits_)) {
            rows_.fault(column_, TableRow::Fault::cell_too_large);
        }
    }
};

} // namespace

bool is_workbook(const OfficePackage& package) {
    return package.has(workbook_part);
}

void read_workbook(OfficePackage& package, std::string_view format, const Limits& limits,
                   TableVisitor& visitor, Progress& progress) {
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
        visitor.begin_table({.name = sheet.name,
                             .format = std::string{format},
                             .encoding = "UTF-8",
                             .epoch_1904 = workbook.epoch_1904,
                             .spreadsheet = true});
        progress.begin(sheet.name, package.size(part));
        const auto merges = SheetMerges::read(package, part);
        SheetHandler handler{{package.path(), limits, visitor}, strings, styles, merges, workbook.epoch_1904};
        package.parse(part, handler, &progress);
        handler.end_sheet(sheet.hidden);
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
