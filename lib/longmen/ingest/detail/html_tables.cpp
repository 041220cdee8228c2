// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and cells out of the tags of a page.
#include <longmen/ingest/detail/html_tables.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/html_text.hpp>
#include <longmen/ingest/detail/markup_text.hpp>
#include <longmen/ingest/detail/sheet_rows.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>
#include <longmen/record/number.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t most_rows_spanned = 65534; // as the HTML standard bounds it

class TablesHandler final : public HtmlHandler {
    SheetTarget target_;
    std::string encoding_;
    SheetRows rows_;
    std::size_t depth_ = 0; ///< of tables
    bool begun_ = false;    ///< the visitor knows of the table
    bool in_row_ = false;
    bool in_cell_ = false;
    std::uint64_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t declared_ = 0; ///< columns
    TakenColumns taken_;
    std::size_t across_ = 1, down_ = 1;
    std::string number_; ///< the number behind a cell as Excel saves it
    MarkupText text_;

    void begin_row(bool hidden) {
        end_row();
        in_row_ = true;
        column_ = 0;
        rows_.begin_row(++row_, hidden);
    }

    void begin_cell(const HtmlTag& tag) {
        end_cell();
        if (!in_row_) {
            begin_row(false);
        }
        in_cell_ = true;
        across_ = tag.count("colspan", target_.limits.columns);
        down_ = tag.count("rowspan", most_rows_spanned);
        number_ = tag.attribute("x:num");
        text_.clear();
    }

    void end_cell() {
        if (!std::exchange(in_cell_, false)) {
            return;
        }
        column_ = taken_.next_free(column_, row_);
        auto value = std::string{trim(text_.view())};
        if (!number_.empty() && is_damaged_number(value)) {
            value = print_cell_number(number_);
        }
        if (!value.empty()) {
            begin_table();
        }
        rows_.put(column_, value);
        rows_.cover(column_, row_ + down_ - 1, value);
        if (text_.cut()) {
            rows_.fault(column_, TableRow::Fault::cell_too_large);
        }
        const auto end = std::min(column_ + across_, target_.limits.columns);
        if (down_ > 1) {
            taken_.take(column_, end, row_ + down_ - 1);
        }
        column_ = std::max(column_, end);
    }

    void end_row() {
        end_cell();
        if (std::exchange(in_row_, false)) {
            rows_.end_row();
        }
    }

    void begin_table() {
        if (!begun_) {
            begun_ = true;
            target_.visitor.begin_table({.name = fmt::format("#{}", ++tables),
                                         .format = "html",
                                         .encoding = encoding_,
                                         .spreadsheet = true});
        }
    }

    void end_table() {
        end_row();
        if (std::exchange(begun_, false)) {
            rows_.end_sheet(false);
            target_.visitor.end_table();
        }
        rows_.begin_sheet();
        row_ = 0;
        declared_ = 0;
        taken_.clear();
    }

    void declare_columns(const HtmlTag& tag) {
        const auto count = tag.count("span", target_.limits.columns);
        if (tag.hidden()) {
            rows_.hide_columns(declared_, declared_ + count - 1);
        }
        declared_ = std::min(declared_ + count, target_.limits.columns);
    }

    void in_table(const HtmlTag& tag) {
        const bool cell = tag.name == "td" || tag.name == "th";
        if (tag.name == "tr") {
            tag.end ? end_row() : begin_row(tag.hidden());
        } else if (cell) {
            tag.end ? end_cell() : begin_cell(tag);
        } else if (tag.name == "col" && !tag.end) {
            declare_columns(tag);
        } else if (tag.name == "br") {
            text_.line_break(target_.limits);
        } else if (tag.name == "p" || tag.name == "div" || tag.name == "li") {
            text_.paragraph(target_.limits);
        }
    }

public:
    std::size_t tables = 0;

    TablesHandler(const SheetTarget& target, std::string encoding)
        : target_{target}, encoding_{std::move(encoding)}, rows_{target} {}

    void tag(const HtmlTag& tag) override {
        if (tag.name == "table") {
            end_table();
            depth_ = tag.end ? depth_ - std::min<std::size_t>(depth_, 1) : depth_ + 1;
        } else if (depth_ > 0) {
            in_table(tag);
        }
    }
    void text(std::string_view piece) override {
        if (in_cell_) {
            text_.text(piece, target_.limits);
        }
    }
    void finish() { end_table(); }
};

} // namespace

bool looks_like_html(std::string_view text) {
    constexpr std::size_t looked_at = 4096;
    constexpr std::array<std::string_view, 6> signs{"<!doctype html", "<html", "<table",
                                                    "<head",          "<meta", "<body"};
    const auto beginning = fold(trim(text.substr(0, looked_at)));
    return beginning.starts_with('<') && std::ranges::any_of(signs, [&](std::string_view sign) {
               return beginning.find(sign) != std::string::npos;
           });
}

bool read_html(const std::string& path, TextSource& text, std::string piece, const Limits& limits,
               TableVisitor& visitor, Progress& progress) {
    TablesHandler handler{{path, limits, visitor}, text.encoding()};
    HtmlScanner scanner{handler};
    do {
        scanner.feed(piece, false);
        progress.at(text.consumed());
    } while (text.next(piece));
    scanner.feed("", true);
    handler.finish();
    return handler.tables > 0;
}

} // namespace longmen::ingest::detail
