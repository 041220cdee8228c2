// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of OpenDocument spreadsheets (ODF 1.3 part 3, chapter 9).
#include <longmen/ingest/detail/ods.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/markup_text.hpp>
#include <longmen/ingest/detail/sheet_rows.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>
#include <longmen/ingest/detail/xml_text.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace longmen::ingest::detail {
namespace {

constexpr auto content_part = "content.xml";
constexpr auto manifest_part = "META-INF/manifest.xml";

/// What may stand in a cell and is no text of it: comments, readings, drawings.
constexpr std::array<std::string_view, 17> no_text{
    "annotation", "ruby-text", "note",      "frame",   "custom-shape", "g",
    "rect",       "ellipse",   "circle",    "line",    "polygon",      "polyline",
    "path",       "caption",   "connector", "control", "measure"};

std::size_t repeated(const XmlAttributes& attributes, std::string_view name) {
    return std::max<std::size_t>(to_size(attributes[name], 1), 1);
}

bool is_hidden(const XmlAttributes& attributes) {
    const auto visibility = attributes["visibility"];
    return visibility == "collapse" || visibility == "filter";
}

/// Zeros in front of a whole number that its format shows: `030600`.
std::size_t shown_zeros(std::string_view shown) {
    return format_zeros(std::string(shown.size(), '0')) != 0 &&
                   shown.find_first_not_of("0123456789") == std::string_view::npos
               ? shown.size()
               : 0;
}

class SheetsHandler final : public XmlHandler {
    enum class Kind { text, number, date, boolean };

    SheetTarget target_;
    std::set<std::string, std::less<>> hidden_styles_; ///< of tables
    std::string table_style_;                          ///< of the automatic styles, while it is read

    std::string name_;
    bool sheet_hidden_ = false;
    bool begun_ = false;  ///< the visitor knows of the sheet
    bool copied_ = false; ///< a copy of another file's sheet, which has a source
    SheetRows rows_;
    std::size_t declared_ = 0; ///< columns
    std::uint64_t next_row_ = 1;
    std::size_t row_times_ = 1;
    std::size_t column_ = 0;

    std::size_t depth_ = 0;   ///< elements open inside the cell; 0: none is
    std::size_t skipped_ = 0; ///< depth at which something that is no text began
    std::size_t paragraphs_ = 0;
    Kind kind_ = Kind::text;
    std::string value_;
    std::size_t times_ = 1, rows_spanned_ = 1;
    MarkupText text_;

    void start_table(const XmlAttributes& attributes) {
        name_ = attributes["name"];
        sheet_hidden_ = hidden_styles_.contains(attributes["style-name"]);
        begun_ = copied_ = false;
        rows_.begin_sheet();
        declared_ = 0;
        next_row_ = 1;
    }

    void start_column(const XmlAttributes& attributes) {
        const auto count = std::min(repeated(attributes, "number-columns-repeated"), target_.limits.columns);
        if (is_hidden(attributes)) {
            rows_.hide_columns(declared_, declared_ + count - 1);
        }
        declared_ = std::min(declared_ + count, target_.limits.columns);
    }

    void begin_sheet() {
        if (!begun_) {
            target_.visitor.begin_table(
                {.name = name_, .format = "ods", .encoding = "UTF-8", .spreadsheet = true});
            begun_ = true;
            ++sheets;
        }
    }

    void start_row(const XmlAttributes& attributes) {
        begin_sheet();
        row_times_ = repeated(attributes, "number-rows-repeated");
        rows_.begin_row(next_row_, is_hidden(attributes));
        column_ = 0;
    }

    void start_cell(const XmlAttributes& attributes) {
        const auto type = attributes["value-type"];
        value_.clear();
        if (type == "float" || type == "percentage" || type == "currency") {
            kind_ = Kind::number;
            value_ = attributes["value"];
        } else if (type == "date") {
            kind_ = Kind::date;
            value_ = attributes["date-value"];
        } else if (type == "boolean") {
            kind_ = Kind::boolean;
            value_ = attributes["boolean-value"];
        } else {
            kind_ = Kind::text;
            value_ = attributes["string-value"];
        }
        times_ = repeated(attributes, "number-columns-repeated");
        rows_spanned_ = repeated(attributes, "number-rows-spanned");
        text_.clear();
        depth_ = 1;
        paragraphs_ = skipped_ = 0;
    }

    [[nodiscard]] std::string cell_value() const {
        switch (value_.empty() ? Kind::text : kind_) {
        case Kind::number:
            return print_cell_number(value_, shown_zeros(text_.view()));
        case Kind::date:
            return print_iso_date(value_);
        case Kind::boolean:
            return value_ == "true" ? "TRUE" : "FALSE";
        case Kind::text:
            break;
        }
        return value_.empty() ? std::string{text_.view()} : value_;
    }

    void end_cell() {
        const auto value = cell_value();
        for (std::size_t i = 0; i < times_ && !value.empty(); ++i) {
            rows_.put(column_ + i, value);
        }
        if (text_.cut()) {
            rows_.fault(column_, TableRow::Fault::cell_too_large);
        }
        rows_.cover(column_, rows_.row() + rows_spanned_ - 1, value);
        column_ = std::min(column_ + times_, target_.limits.columns);
    }

    void start_in_cell(std::string_view name, const XmlAttributes& attributes) {
        ++depth_;
        if (skipped_ != 0) {
            return;
        }
        if (std::ranges::find(no_text, name) != no_text.end()) {
            skipped_ = depth_;
        } else if (name == "p" || name == "h") {
            ++paragraphs_;
            text_.paragraph(target_.limits);
        } else if (name == "s") {
            const auto blanks = std::min(repeated(attributes, "c"), target_.limits.cell_bytes);
            text_.literal(std::string(blanks, ' '), target_.limits);
        } else if (name == "tab") {
            text_.literal("\t", target_.limits);
        } else if (name == "line-break") {
            text_.line_break(target_.limits);
        }
    }

    void end_in_cell(std::string_view name) {
        if (skipped_ == depth_) {
            skipped_ = 0;
        } else if (skipped_ == 0 && (name == "p" || name == "h")) {
            --paragraphs_;
        }
        if (--depth_ == 0) {
            end_cell();
        }
    }

    void start_style(std::string_view name, const XmlAttributes& attributes) {
        if (name == "style") {
            table_style_ = attributes["family"] == "table" ? attributes["name"] : std::string_view{};
        } else if (name == "table-properties" && !table_style_.empty() && attributes["display"] == "false") {
            hidden_styles_.insert(table_style_);
        }
    }

public:
    bool spreadsheet = false;
    std::size_t sheets = 0;

    explicit SheetsHandler(const SheetTarget& target) : target_{target}, rows_{target} {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (!spreadsheet) {
            start_style(name, attributes);
            spreadsheet = name == "spreadsheet";
        } else if (depth_ > 0) {
            start_in_cell(name, attributes);
        } else if (name == "table") {
            start_table(attributes);
        } else if (name == "table-source") {
            copied_ = true;
        } else if (copied_) {
            return;
        } else if (name == "table-column") {
            start_column(attributes);
        } else if (name == "table-row") {
            start_row(attributes);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            start_cell(attributes);
        }
    }
    void end(std::string_view name) override {
        if (depth_ > 0) {
            end_in_cell(name);
        } else if (name == "table-row" && begun_) {
            rows_.end_row(row_times_);
            next_row_ += row_times_;
        } else if (name == "table" && !copied_ && spreadsheet) {
            begin_sheet();
            rows_.end_sheet(sheet_hidden_);
            target_.visitor.end_table();
        } else if (name == "spreadsheet") {
            copied_ = true; // nothing behind is a sheet
        }
    }
    void text(std::string_view piece) override {
        if (paragraphs_ > 0 && skipped_ == 0) {
            text_.text(piece, target_.limits);
        }
    }
};

void require_sheets(const std::string& path, const SheetsHandler& handler) {
    if (!handler.spreadsheet || handler.sheets == 0) {
        throw DataError(sentence("{}：OpenDocument 文件中没有工作表；应为 ODS、XLSX 或 CSV 表格",
                                 "{}: an OpenDocument file without a sheet; expected a table as ODS, XLSX or "
                                 "CSV",
                                 path));
    }
}

} // namespace

void read_ods(OfficePackage& package, const Limits& limits, TableVisitor& visitor, Progress& progress) {
    if (package.holds(manifest_part, "encryption-data")) {
        throw DataError(sentence("{}：文件设有密码；请去掉密码后重新保存",
                                 "{}: the file has a password; save it again without one", package.path()));
    }
    progress.begin(std::filesystem::path{package.path()}.filename().string(), package.size(content_part));
    SheetsHandler handler{{package.path(), limits, visitor, package.packed_size()}};
    package.parse(content_part, handler, &progress);
    progress.end();
    require_sheets(package.path(), handler);
}

void read_flat_ods(const std::string& path, TextSource& text, std::string piece, const Limits& limits,
                   TableVisitor& visitor, Progress& progress) {
    std::error_code error;
    const auto packed = std::filesystem::file_size(path, error);
    SheetsHandler handler{{path, limits, visitor, error ? 0 : packed}};
    parse_xml_text(path, text, std::move(piece), handler, progress);
    require_sheets(path, handler);
}

} // namespace longmen::ingest::detail
