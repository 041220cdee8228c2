// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of SpreadsheetML 2003.
#include <longmen/ingest/detail/spreadsheet_xml.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/sheet_rows.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>
#include <longmen/ingest/detail/xml_text.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

class WorksheetsHandler final : public XmlHandler {
    SheetTarget target_;
    SheetRows rows_;
    bool epoch_1904_ = false;
    bool in_sheet_ = false;
    bool hidden_ = false;
    std::size_t columns_ = 0; ///< declared so far
    std::uint64_t next_row_ = 1;
    std::size_t column_ = 0;
    TakenColumns taken_;
    std::size_t across_ = 0, down_ = 0;

    std::size_t comments_ = 0; ///< open comments and readings: their text is not the cell's
    bool in_data_ = false;
    bool in_visible_ = false;
    std::string type_, value_, visible_;
    bool cut_ = false;

    void start_sheet(const XmlAttributes& attributes) {
        rows_.begin_sheet();
        taken_.clear();
        next_row_ = 1;
        columns_ = 0;
        hidden_ = false;
        in_sheet_ = true;
        ++sheets;
        target_.visitor.begin_table({.name = std::string{attributes["Name"]},
                                     .format = "xml",
                                     .encoding = "UTF-8",
                                     .epoch_1904 = epoch_1904_,
                                     .spreadsheet = true});
    }

    void start_column(const XmlAttributes& attributes) {
        const auto first = std::max<std::size_t>(to_size(attributes["Index"], columns_ + 1), 1) - 1;
        const auto last = first + std::min(to_size(attributes["Span"], 0), target_.limits.columns);
        if (attributes["Hidden"] == "1") {
            rows_.hide_columns(first, last);
        }
        columns_ = last + 1;
    }

    void start_cell(const XmlAttributes& attributes) {
        if (const auto given = to_size(attributes["Index"], 0); given > 0) {
            column_ = std::min(given - 1, target_.limits.columns);
        } else { // Excel gives the place behind a merged cell, LibreOffice does not
            column_ = taken_.next_free(column_, rows_.row());
        }
        across_ = std::min(to_size(attributes["MergeAcross"], 0), target_.limits.columns);
        down_ = to_size(attributes["MergeDown"], 0);
        type_.clear();
        value_.clear();
        cut_ = false;
    }

    [[nodiscard]] std::string cell_value() const {
        if (type_ == "Number") {
            return print_cell_number(value_);
        }
        if (type_ == "Boolean") {
            return value_ == "1" ? "TRUE" : "FALSE";
        }
        if (type_ == "DateTime") { // 2020-01-01T00:00:00.000
            return print_iso_date(value_);
        }
        return value_;
    }

    void end_cell() {
        const auto value = cell_value();
        rows_.put(column_, value);
        rows_.cover(column_, rows_.row() + down_, value);
        if (cut_) {
            rows_.fault(column_, TableRow::Fault::cell_too_large);
        }
        const auto end = std::min(column_ + 1 + across_, target_.limits.columns);
        if (down_ > 0) {
            taken_.take(column_, end, rows_.row() + down_);
        }
        column_ = end;
    }

public:
    std::size_t sheets = 0;

    explicit WorksheetsHandler(const SheetTarget& target) : target_{target}, rows_{target} {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Date1904") {
            epoch_1904_ = true;
        } else if (name == "Worksheet") {
            start_sheet(attributes);
        } else if (!in_sheet_) {
            return;
        } else if (name == "Column") {
            start_column(attributes);
        } else if (name == "Row") {
            next_row_ = to_size(attributes["Index"], next_row_);
            rows_.begin_row(next_row_, attributes["Hidden"] == "1");
            next_row_ += 1 + to_size(attributes["Span"], 0); // rows alike, without cells
            column_ = 0;
        } else if (name == "Cell") {
            start_cell(attributes);
        } else if (name == "Comment" || name == "PhoneticText") {
            ++comments_;
        } else if (name == "Data" && comments_ == 0) {
            type_ = attributes["Type"];
            in_data_ = true;
        } else if (name == "Visible") {
            in_visible_ = true;
            visible_.clear();
        }
    }
    void end(std::string_view name) override {
        if (name == "Data" && comments_ == 0) {
            in_data_ = false;
        } else if (name == "Comment" || name == "PhoneticText") {
            comments_ -= comments_ > 0 ? 1 : 0;
        } else if (name == "Cell" && in_sheet_) {
            end_cell();
        } else if (name == "Row" && in_sheet_) {
            rows_.end_row();
        } else if (name == "Visible") {
            in_visible_ = false;
            hidden_ = visible_.ends_with("Hidden"); // SheetHidden, SheetVeryHidden
        } else if (name == "Worksheet" && in_sheet_) {
            rows_.end_sheet(hidden_);
            target_.visitor.end_table();
            in_sheet_ = false;
        }
    }
    void text(std::string_view piece) override {
        if (in_data_ && comments_ == 0) {
            cut_ = !append_bounded(value_, piece, target_.limits) || cut_;
        } else if (in_visible_) {
            append_bounded(visible_, piece, target_.limits);
        }
    }
};

} // namespace

void read_spreadsheet_xml(const std::string& path, TextSource& text, std::string piece, const Limits& limits,
                          TableVisitor& visitor, Progress& progress) {
    WorksheetsHandler handler{{path, limits, visitor}};
    parse_xml_text(path, text, std::move(piece), handler, progress);
    if (handler.sheets == 0) {
        throw DataError(sentence("{}：XML 工作簿中没有工作表；应至少有一张含表格的工作表",
                                 "{}: the XML workbook holds no sheet; expected one with a table", path));
    }
}

} // namespace longmen::ingest::detail
