// SPDX-License-Identifier: GPL-3.0-or-later
// Baselines as people and programs read them.
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace longmen::service {
namespace {

constexpr int file_digits = 6;
constexpr int screen_digits = 2;

Cell figure(double value) {
    return Decimal{value, file_digits, screen_digits};
}

Cell percentile_cell(const scoring::BaselineCell& cell, int percent) {
    if (cell.values) {
        return figure(cell.values->quantile(percent).value);
    }
    const auto at = std::ranges::find(cell.percentiles, percent, &std::pair<int, double>::first);
    return at == cell.percentiles.end() ? Cell{} : figure(at->second);
}

std::string shown(const std::string& text) {
    return text.empty() ? "–" : text;
}

} // namespace

std::string baseline_line(const scoring::BaselineBasis& baseline, Lang lang) {
    return sentence("基线 {}（{}；校验和 {}）；截止 {}，计时起点 {}",
                    "Baseline {} ({}; checksum {}); as of {}, clock {}", shown(baseline.name),
                    shown(baseline.origin), baseline.checksum, shown(baseline.as_of), shown(baseline.clock))
        .in(lang);
}

Table baseline_table(const scoring::Baseline& baseline, Lang lang) {
    auto table = table_with({{"indicator", {"指标", "Indicator"}},
                             {"heading", {"名称", "Name"}},
                             {"cells", {"格数", "Cells"}},
                             {"members", {"件数", "Members"}},
                             {"open", {"窗口未满", "Incomplete"}},
                             {"from", {"最早年份", "From"}},
                             {"to", {"最晚年份", "To"}},
                             {"offices", {"受理局", "Offices"}},
                             {"kind", {"内容", "Content"}}},
                            lang);
    for (const auto& indicator : baseline.indicators) {
        std::size_t members = 0;
        std::size_t open = 0;
        std::set<std::uint32_t> offices;
        std::optional<int> from;
        std::optional<int> to;
        for (const auto& cell : indicator.cells) {
            members += cell.size;
            open += cell.open;
            offices.insert(cell.key.office);
            from = from ? std::min(*from, cell.key.year) : cell.key.year;
            to = to ? std::max(*to, cell.key.year) : cell.key.year;
        }
        const auto year = [](const std::optional<int>& y) { return y ? Cell{std::int64_t{*y}} : Cell{}; };
        table.rows.push_back({indicator.key, indicators::column_heading(indicator.key, lang),
                              count_cell(indicator.cells.size()), count_cell(members), count_cell(open),
                              year(from), year(to), count_cell(offices.size()),
                              std::string{indicator.published ? "published" : "values"}});
    }
    return table;
}

Table baseline_cell_table(const scoring::Baseline& baseline, const BaselineFilter& filter, Lang lang) {
    auto table = table_with({{"indicator", {"指标", "Indicator"}},
                             {"office", {"受理局", "Office"}},
                             {"year", {"年份", "Year"}},
                             {"field", {"技术领域", "Field"}},
                             {"members", {"件数", "Members"}},
                             {"open", {"窗口未满", "Incomplete"}},
                             {"mean", {"均值", "Mean"}},
                             {"minimum", {"最小值", "Minimum"}},
                             {"p50", {"中位数", "Median"}},
                             {"p99", {"第99百分位", "99th percentile"}},
                             {"maximum", {"最大值", "Maximum"}},
                             {"exact", {"分布完整", "All values"}}},
                            lang);
    for (const auto& indicator : baseline.indicators) {
        for (const auto& cell : indicator.cells) {
            const auto& office = baseline.offices[cell.key.office];
            if ((filter.field && *filter.field != cell.key.field) ||
                (filter.year && *filter.year != cell.key.year) ||
                (filter.office && *filter.office != office)) {
                continue;
            }
            table.rows.push_back({indicator.key, text_cell(office), std::int64_t{cell.key.year},
                                  std::int64_t{cell.key.field}, count_cell(cell.size), count_cell(cell.open),
                                  figure(cell.mean), figure(cell.minimum), percentile_cell(cell, 50),
                                  percentile_cell(cell, 99), figure(cell.maximum),
                                  std::string{cell.values && cell.values->exact() ? "yes" : "no"}});
        }
    }
    return table;
}

std::vector<Section> baseline_sections(const scoring::Baseline& baseline, Table table, Lang lang) {
    Section section;
    section.title = shown(baseline.name);
    section.lines.push_back(baseline_line({baseline.name, baseline.origin, baseline.unit, baseline.clock,
                                           baseline.as_of, baseline.fields, baseline.checksum},
                                          lang));
    section.table = std::move(table);
    return {std::move(section)};
}

std::string baseline_json(const scoring::Baseline& baseline, const Table& table) {
    nlohmann::ordered_json json;
    json["name"] = baseline.name;
    json["origin"] = baseline.origin;
    json["unit"] = baseline.unit;
    json["clock"] = baseline.clock;
    json["as_of"] = baseline.as_of;
    json["fields_checksum"] = baseline.fields;
    json["checksum"] = baseline.checksum;
    json["rows"] = rows_json(table);
    return json_document(json);
}

} // namespace longmen::service
