// SPDX-License-Identifier: GPL-3.0-or-later
// Charts and tables from analyses.
#include <longmen/report/detail/figures.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/patent_type.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::report::detail {
namespace {

constexpr std::size_t most_fields = 12;
constexpr std::size_t most_years = 15;

std::vector<std::string> year_names(const std::vector<analysis::YearCount>& years) {
    std::vector<std::string> names;
    for (const auto& year : years) {
        names.push_back(fmt::format("{}", year.year));
    }
    return names;
}

std::vector<bool> grey_of(const std::vector<analysis::YearCount>& years) {
    std::vector<bool> grey;
    for (const auto& year : years) {
        grey.push_back(year.grey);
    }
    return grey;
}

std::string type_name(std::string_view key, Lang lang) {
    return std::string{patent_type_text(patent_type_by_key(key)).in(lang)};
}

/// One stack for each patent type that occurs.
template <class Steps>
std::vector<Series> type_series(const Steps& steps, Lang lang) {
    std::vector<Series> series;
    for (const auto type :
         {PatentType::invention, PatentType::utility_model, PatentType::design, PatentType::unknown}) {
        Series one{std::string{patent_type_text(type).in(lang)}, {}};
        std::size_t total = 0;
        for (const auto& step : steps) {
            const auto count = step.counts[static_cast<std::size_t>(type)];
            total += count;
            one.values.emplace_back(static_cast<double>(count));
        }
        if (total > 0) {
            series.push_back(std::move(one));
        }
    }
    return series;
}

} // namespace

std::string percent(double share) {
    constexpr double hundred = 100;
    return fmt::format("{:.1f}%", hundred * share);
}

analysis::Categories field_category(const ReportData& data) {
    return [&data](const Patent& patent) {
        const int field = data.model.fields.of(patent);
        return field == 0
                   ? std::vector<std::string>{}
                   : std::vector<std::string>{std::string{data.model.fields.field_name(field, data.lang)}};
    };
}

Chart filing_trend(const ReportData& data, Selection selection, const std::string& caption) {
    const Words words{data.lang};
    const auto series =
        analysis::by_year_and(data.corpus, selection, analysis::type_category, analysis::Clock::filing,
                              data.scores.as_of, data.rules.grey_years);
    Chart chart;
    chart.kind = Chart::Kind::stacked;
    chart.caption = caption;
    chart.basis = series.basis.statement.in(data.lang);
    chart.x = words("申请年", "Filing year");
    chart.y = words("申请量（件）", "Applications");
    chart.categories = year_names(series.years);
    chart.grey = grey_of(series.years);
    for (std::size_t k = 0; k < series.keys.size(); ++k) {
        Series one{type_name(series.keys[k], data.lang), {}};
        for (const auto count : series.counts[k]) {
            one.values.emplace_back(static_cast<double>(count));
        }
        chart.series.push_back(std::move(one));
    }
    return chart;
}

Chart tally_bars(const analysis::Tally& tally, const std::string& caption, const std::string& what,
                 Lang lang) {
    Chart chart;
    chart.caption = caption;
    chart.basis = tally.basis.statement.in(lang);
    chart.horizontal = true;
    chart.x = what;
    const std::string count{Text{"件数", "Applications"}.in(lang)};
    chart.y = count;
    Series series{count, {}};
    for (const auto& row : tally.rows) {
        chart.categories.push_back(row.name);
        series.values.emplace_back(static_cast<double>(row.count));
    }
    chart.series.push_back(std::move(series));
    return chart;
}

Chart status_bars(const ReportData& data, Selection selection, const std::string& caption) {
    auto tally = analysis::by_status(data.corpus, selection, data.scores.as_of);
    for (auto& row : tally.rows) {
        row.name = legal_state_text(legal_state_by_key(row.key)).in(data.lang);
    }
    return tally_bars(tally, caption, Words{data.lang}("法律状态", "Legal status"), data.lang);
}

Chart field_bars(const ReportData& data, Selection selection, const std::string& caption) {
    const auto tally =
        analysis::tally(data.corpus, selection, field_category(data), data.scores.as_of, most_fields);
    return tally_bars(tally, caption, Words{data.lang}("技术领域", "Technology field"), data.lang);
}

Chart expiry_bars(const ReportData& data, Selection selection, const std::string& caption) {
    const Words words{data.lang};
    const auto ladder = analysis::expiry_ladder(data.corpus, selection, data.scores.as_of);
    Chart chart;
    chart.kind = Chart::Kind::stacked;
    chart.caption = caption;
    chart.basis = ladder.basis.statement.in(data.lang);
    chart.x = words("保护期届满年", "Year the term ends");
    chart.y = words("有效专利（件）", "Rights in force");
    for (const auto& step : ladder.steps) {
        chart.categories.push_back(fmt::format("{}", step.year));
    }
    chart.series = type_series(ladder.steps, data.lang);
    return chart;
}

Chart age_bars(const ReportData& data, Selection selection, const std::string& caption) {
    const Words words{data.lang};
    const auto pyramid = analysis::age_pyramid(data.corpus, selection, data.scores.as_of);
    Chart chart;
    chart.kind = Chart::Kind::stacked;
    chart.caption = caption;
    chart.basis = pyramid.basis.statement.in(data.lang);
    chart.x = words("自申请日起（年）", "Years since filing");
    chart.y = words("有效专利（件）", "Rights in force");
    for (const auto& step : pyramid.steps) {
        chart.categories.push_back(fmt::format("{}", step.years));
    }
    chart.series = type_series(pyramid.steps, data.lang);
    return chart;
}

Chart field_by_year(const ReportData& data, Selection selection, const std::string& caption) {
    const Words words{data.lang};
    const auto split =
        analysis::by_year_and(data.corpus, selection, field_category(data), analysis::Clock::filing,
                              data.scores.as_of, data.rules.grey_years);
    Chart chart;
    chart.kind = Chart::Kind::matrix;
    chart.caption = caption;
    chart.basis = split.basis.statement.in(data.lang);
    chart.x = words("技术领域", "Technology field");
    const auto first = split.years.size() > most_years ? split.years.size() - most_years : 0;
    for (std::size_t y = first; y < split.years.size(); ++y) {
        chart.categories.push_back(fmt::format("{}{}", split.years[y].year, split.years[y].grey ? "*" : ""));
    }
    for (std::size_t k = 0; k < std::min(split.keys.size(), most_fields); ++k) {
        chart.rows.push_back(split.keys[k]);
        for (std::size_t y = first; y < split.years.size(); ++y) {
            chart.cells.push_back({y - first, k, split.counts[k][y]});
        }
    }
    return chart;
}

Listing position_listing(const analysis::Position& position, const std::string& caption, Lang lang,
                         std::size_t most) {
    const auto heading = [&](const char* key, const char* zh, const char* en) {
        return Column{key, std::string{Text{zh, en}.in(lang)}};
    };
    Listing listing;
    listing.caption = caption;
    listing.basis = position.basis.statement.in(lang);
    listing.table.columns = {heading("class", "技术领域", "Technology field"),
                             heading("own", "本方（件）", "Own"),
                             heading("all", "全部（件）", "All"),
                             heading("expected", "期望（件）", "Expected"),
                             heading("rta", "显示性技术优势 RTA", "RTA"),
                             heading("recent", "近年申请占比", "Share of recent years")};
    for (std::size_t i = 0; i < std::min(most, position.classes.size()); ++i) {
        const auto& one = position.classes[i];
        const auto decimal = [](const std::optional<double>& value, int digits) {
            return value ? longmen::Cell{Decimal{*value, 4, digits}} : longmen::Cell{};
        };
        listing.table.rows.push_back({one.key, static_cast<std::int64_t>(one.own),
                                      static_cast<std::int64_t>(one.all), Decimal{one.expected, 4, 1},
                                      one.reliable ? decimal(one.rta, 2) : longmen::Cell{},
                                      decimal(one.recent, 2)});
    }
    return listing;
}

Listing best_patents(const ReportData& data, Selection selection, const std::string& caption,
                     std::size_t most) {
    const Words words{data.lang};
    std::vector<std::uint32_t> order;
    for (const auto patent : data.scores.patent_order) {
        if (std::ranges::binary_search(selection, patent) && data.scores.candidates[patent] != 0) {
            order.push_back(patent);
        }
        if (order.size() == most) {
            break;
        }
    }
    Listing listing;
    listing.caption = caption;
    listing.basis =
        data.lang == Lang::zh
            ? fmt::format("价值分由模型 {} 第 {} 版给出（0–{:.0f}），仅列存续的专利；截至 {}", data.model.id,
                          data.model.version, data.model.scale, data.scores.as_of.iso())
            : fmt::format("Value by model {} version {} (0-{:.0f}), live rights only; as of {}",
                          data.model.id, data.model.version, data.model.scale, data.scores.as_of.iso());
    listing.table.columns = {
        {"rank", words("全库名次", "Rank in all")}, {"number", words("专利号", "Number")},
        {"title", words("名称", "Title")},          {"applicant", words("申请人", "Applicant")},
        {"status", words("状态", "Status")},        {"value", words("价值分", "Value")},
        {"coverage", words("覆盖率", "Coverage")}};
    for (const auto patent : order) {
        const auto& record = data.corpus.patents[patent];
        const auto& score = data.scores.patents[patent];
        listing.table.rows.push_back({static_cast<std::int64_t>(score.rank.rank), record.number,
                                      record.title.empty() ? record.title_en : record.title,
                                      join(record.applicants, words("；", "; ")),
                                      std::string{legal_state_text(record.status).in(data.lang)},
                                      Decimal{score.value.value(), 4, 1}, Decimal{score.coverage, 4, 2}});
    }
    return listing;
}

} // namespace longmen::report::detail
