// SPDX-License-Identifier: GPL-3.0-or-later
// The views of a portfolio as a page with charts.
#include <longmen/base/sentence.hpp>
#include <longmen/report/html.hpp>
#include <longmen/service/key_words.hpp>
#include <longmen/service/portfolio.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::service {
namespace {

using report::Chapter;
using report::Chart;
using report::Listing;
using report::Tone;

constexpr std::size_t rows_on_page = best_families;
constexpr std::size_t fields_on_page = 12;
constexpr double percent = 100;

struct Page {
    const PortfolioBasis& basis;
    const PortfolioViews& views;
    Lang lang;

    [[nodiscard]] std::string words(const char* zh, const char* en) const {
        return std::string{Text{zh, en}.in(lang)};
    }

    /// The first lines of a section become its note, its table a listing.
    void add(Chapter& chapter, PortfolioView view, std::size_t top = 0) const {
        auto section = portfolio_section(basis, views, view, lang, top);
        Listing listing;
        listing.caption = section.title;
        listing.basis = section.lines.front();
        listing.table = in_words(std::move(section.table), lang);
        chapter.add(std::move(listing));
        for (std::size_t i = 1; i < section.lines.size(); ++i) {
            chapter.say(Tone::note, section.lines[i]);
        }
    }

    [[nodiscard]] std::string unit() const {
        return portfolio_section(basis, views, PortfolioView::families, lang, 1).lines.front();
    }

    /// Shares of own and all active families by band.
    [[nodiscard]] Chart bands(const std::vector<analysis::ValueBand>& in, double scale, std::string caption,
                              std::string axis) const {
        Chart chart;
        chart.caption = std::move(caption);
        chart.basis = unit();
        chart.x = std::move(axis);
        chart.y = words("占存续族（%）", "Share of active families (%)");
        report::Series own{views.party->name, {}}, all{words("全部专利族", "All families"), {}};
        const auto share = [](std::size_t part, std::size_t whole) -> std::optional<double> {
            return whole == 0
                       ? std::nullopt
                       : std::optional{percent * static_cast<double>(part) / static_cast<double>(whole)};
        };
        for (const auto& band : in) {
            chart.categories.push_back(fmt::format("{:g}–{:g}", scale * band.from, scale * band.to));
            own.values.push_back(share(band.own, views.values.own));
            all.values.push_back(share(band.all, views.values.all));
        }
        chart.series = {own, all};
        return chart;
    }

    [[nodiscard]] Chart ladder(const analysis::FamilyLadder& in, std::string caption,
                               std::string axis) const {
        Chart chart;
        chart.kind = Chart::Kind::stacked;
        chart.caption = std::move(caption);
        chart.basis = unit();
        chart.x = std::move(axis);
        chart.y = words("存续族", "Active families");
        report::Series in_force{words("有效", "In force"), {}}, pending{words("在审", "Pending"), {}};
        for (const auto& step : in.steps) {
            chart.categories.push_back(step.at ? fmt::format("{}", *step.at) : words("不明", "not known"));
            in_force.values.emplace_back(static_cast<double>(step.in_force));
            pending.values.emplace_back(static_cast<double>(step.pending));
        }
        chart.series = {in_force, pending};
        return chart;
    }

    [[nodiscard]] Chart costs() const {
        Chart chart;
        chart.caption = words("各年应缴年费", "Annual fees by year");
        chart.basis = unit();
        chart.x = words("缴费年份", "Year");
        chart.y = words("应缴（元）", "Payable (CNY)");
        report::Series series{chart.y, {}};
        for (const auto& year : views.costs.years) {
            chart.categories.push_back(fmt::format("{}", year.year));
            series.values.emplace_back(static_cast<double>(year.payable.fen) / percent);
        }
        chart.series = {series};
        return chart;
    }

    [[nodiscard]] Chart fields() const {
        Chart chart;
        chart.caption = words("各技术领域的平均百分位", "Mean percentile by technology field");
        chart.basis = unit();
        chart.horizontal = true;
        chart.x = words("技术领域", "Technology field");
        chart.y = words("组内平均百分位", "Mean percentile in the cohorts");
        report::Series series{chart.y, {}};
        for (const auto& row : views.fields.rows) {
            if (row.mean_percentile && chart.categories.size() < fields_on_page) {
                chart.categories.emplace_back(basis.scored.model.fields.field_name(row.field, lang));
                series.values.emplace_back(percent * *row.mean_percentile);
            }
        }
        chart.series = {series};
        return chart;
    }
};

} // namespace

std::string portfolio_page(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang) {
    const Page page{basis, views, lang};
    const auto& portfolio = views.portfolio;
    report::Document document;
    document.lang = lang;
    document.title =
        lang == Lang::zh ? views.party->name + "专利组合" : "Patent portfolio: " + views.party->name;
    document.subtitles = {sentence("数据截至 {}", "Data as of {}", portfolio.as_of.iso()).in(lang)};
    document.key_figures = {
        {fmt::format("{}", portfolio.active), page.words("存续专利族", "active families")},
        {views.party->value.defined() ? fmt::format("{:.1f}", views.party->value.value()) : "–",
         page.words("组合价值", "portfolio value")},
        {print_money(views.costs.total.payable, MoneyUnit::yuan),
         sentence("至 {} 应缴年费（元）", "CNY of fees up to {}", portfolio.until.iso()).in(lang)},
        {fmt::format("{}", views.candidates.rows.size()),
         page.words("供人工查看的族", "families to look at")}};

    Chapter summary{"summary", page.words("概要", "Summary"), {}};
    for (const auto& line : portfolio_head(basis, views, lang).lines) {
        summary.say(Tone::finding, line);
    }
    Chapter values{"values", page.words("一、价值", "1  Values"), {}};
    values.add(page.bands(views.values.values, 1, page.words("价值分分布", "Values"),
                          page.words("价值分", "Value")));
    values.add(page.bands(views.values.percentiles, percent,
                          page.words("比较组内百分位分布", "Percentiles in the cohorts"),
                          page.words("百分位", "Percentile")));
    page.add(values, PortfolioView::values);
    page.add(values, PortfolioView::top, rows_on_page);
    page.add(values, PortfolioView::concentration);
    page.add(values, PortfolioView::holders, fields_on_page);
    Chapter ages{"ages", page.words("二、年限", "2  Ages and terms"), {}};
    ages.add(page.ladder(views.ages, page.words("存续族的年龄", "Active families by age"),
                         page.words("自首次申请起（年）", "Years since the first filing")));
    ages.add(page.ladder(views.ends,
                         page.words("保护期届满年历", "Active families by the year their term ends"),
                         page.words("届满年", "Year of end")));
    page.add(ages, PortfolioView::ends);
    Chapter costs{"costs", page.words("三、费用", "3  Costs"), {}};
    costs.add(page.costs());
    page.add(costs, PortfolioView::costs);
    page.add(costs, PortfolioView::gaps, rows_on_page);
    Chapter fields{"fields", page.words("四、技术领域", "4  Fields"), {}};
    fields.add(page.fields());
    page.add(fields, PortfolioView::fields);
    Chapter candidates{"candidates", page.words("五、供人工查看", "5  To look at"), {}};
    page.add(candidates, PortfolioView::candidates);
    page.add(candidates, PortfolioView::conditions);
    candidates.say(
        Tone::caution,
        page.words("价值分是同类比较下的统计指标，不是评估价格，也不代替对权利稳定性和侵权风险的法律判断。",
                   "A value is a statistical comparison with like patents: no appraisal, and no legal "
                   "opinion on validity or infringement."));
    document.chapters = {summary, values, ages, costs, fields, candidates};
    document.colophon = portfolio_statement(basis, lang);
    return report::to_html(document);
}

} // namespace longmen::service
