// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the page.
#include <longmen/report/html.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/report/detail/page.hpp>

#include <fmt/format.h>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace longmen::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using Json = nlohmann::ordered_json;

std::string escape(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\n':
            result += "<br>";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string cell_text(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return escape(*text);
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        return fmt::format("{}", *integer);
    }
    if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        return fmt::format("{:.{}f}", decimal->value, decimal->screen_digits);
    }
    return "–";
}

bool is_number(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Decimal>(cell);
}

std::string table_html(const Table& table) {
    std::vector<bool> number(table.columns.size(), false);
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            number[i] = number[i] || is_number(row[i]);
        }
    }
    std::string html = "<table><thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        html += fmt::format("<th{}>{}</th>", number[i] ? " class=\"number\"" : "",
                            escape(table.columns[i].heading));
    }
    html += "</tr></thead><tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            html += fmt::format("<td{}>{}</td>", number[i] ? " class=\"number\"" : "", cell_text(row[i]));
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table>";
}

/// JSON inside a script element: no character that could end it.
std::string script_json(const Json& json) {
    const auto text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string result;
    for (const char c : text) {
        result += c == '<' ? std::string{"\\u003c"} : std::string(1, c);
    }
    return result;
}

Json chart_json(const Chart& chart) {
    constexpr const char* kinds[] = {"bar", "stacked", "line", "matrix"};
    Json json;
    json["kind"] = kinds[static_cast<std::size_t>(chart.kind)];
    json["x"] = chart.x;
    json["y"] = chart.y;
    json["categories"] = chart.categories;
    json["horizontal"] = chart.horizontal;
    json["grey"] = Json::array();
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        json["grey"].push_back(i < chart.grey.size() && chart.grey[i]);
    }
    json["series"] = Json::array();
    for (const auto& series : chart.series) {
        Json values = Json::array();
        for (const auto& value : series.values) {
            values.push_back(value ? Json(*value) : Json(nullptr));
        }
        json["series"].push_back({{"name", series.name}, {"values", std::move(values)}});
    }
    if (chart.kind == Chart::Kind::matrix) {
        json["rows"] = chart.rows;
        json["cells"] = Json::array();
        for (const auto& cell : chart.cells) {
            json["cells"].push_back({cell.column, cell.row, cell.count});
        }
    }
    return json;
}

std::size_t chart_height(const Chart& chart) {
    constexpr std::size_t usual = 320, frame = 60, bar = 26, matrix_row = 30, matrix_frame = 150;
    if (chart.kind == Chart::Kind::matrix) {
        return matrix_frame + matrix_row * chart.rows.size();
    }
    return chart.horizontal ? frame + bar * chart.categories.size() : usual;
}

/// Numbers the figures and tables while the blocks are filled in.
class Filler {
    const Document& document_;
    std::size_t charts_ = 0, listings_ = 0;

    [[nodiscard]] std::string text(const char* zh, const char* en) const {
        return std::string{Text{zh, en}.in(document_.lang)};
    }

public:
    explicit Filler(const Document& document) : document_(document) {}

    data operator()(const Paragraph& paragraph) {
        constexpr const char* tones[] = {"plain", "heading", "finding", "caution", "note"};
        data block;
        block.set(tones[static_cast<std::size_t>(paragraph.tone)], paragraph.text);
        return block;
    }

    data operator()(const Listing& listing) {
        ++listings_;
        data inner;
        inner.set("figure_id", fmt::format("table-{}", listings_));
        inner.set("caption", fmt::format("{} {}  {}", text("表", "Table"), listings_, listing.caption));
        inner.set("table", table_html(listing.table));
        if (!listing.basis.empty()) {
            inner.set("basis", listing.basis);
        }
        data block;
        block.set("listing", inner);
        return block;
    }

    data operator()(const Chart& chart) {
        ++charts_;
        data inner;
        inner.set("figure_id", fmt::format("chart-{}", charts_));
        inner.set("caption", fmt::format("{} {}  {}", text("图", "Figure"), charts_, chart.caption));
        inner.set("height", fmt::format("{}", chart_height(chart)));
        inner.set("data", script_json(chart_json(chart)));
        inner.set("show_data", text("查看数据", "Show the data"));
        inner.set("table", table_html(chart_table(chart, document_.lang)));
        if (!chart.basis.empty()) {
            inner.set("basis", chart.basis);
        }
        data block;
        block.set("chart", inner);
        return block;
    }
};

data chapters_of(const Document& document) {
    Filler filler(document);
    list chapters;
    for (const auto& chapter : document.chapters) {
        data entry;
        entry.set("id", chapter.id);
        entry.set("title", chapter.title);
        list blocks;
        for (const auto& block : chapter.blocks) {
            blocks.push_back(std::visit(filler, block));
        }
        entry.set("blocks", data{blocks});
        chapters.push_back(entry);
    }
    return data{chapters};
}

} // namespace

std::string to_html(const Document& document) {
    kainjow::mustache::mustache page{std::string{detail::page_template}};
    if (!page.is_valid()) {
        throw InternalError("the template of the report is broken: " + page.error_message());
    }
    data root;
    root.set("lang", document.lang == Lang::zh ? "zh-CN" : "en");
    root.set("title", document.title);
    root.set("contents", document.lang == Lang::zh ? "目录" : "Contents");
    root.set("style", std::string{detail::style_sheet});
    root.set("script", std::string{detail::chart_script});
    list subtitles;
    for (const auto& line : document.subtitles) {
        subtitles.push_back(data{line});
    }
    root.set("subtitles", data{subtitles});
    list figures;
    for (const auto& figure : document.key_figures) {
        data entry;
        entry.set("value", figure.value);
        entry.set("label", figure.label);
        figures.push_back(entry);
    }
    root.set("key_figures", data{figures});
    root.set("chapters", chapters_of(document));
    list colophon;
    for (const auto& line : document.colophon) {
        colophon.push_back(data{line});
    }
    colophon.push_back(
        data{fmt::format("Apache ECharts {} © The Apache Software Foundation, Apache License 2.0",
                         detail::chart_library_version)});
    root.set("colophon", data{colophon});
    return page.render(root);
}

} // namespace longmen::report
