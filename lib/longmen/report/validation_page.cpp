// SPDX-License-Identifier: GPL-3.0-or-later
// Chapters of a validation.
#include <longmen/report/validation_page.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/report/detail/figures.hpp>
#include <longmen/report/validation_words.hpp>

#include <fmt/format.h>

#include <cmath>

namespace longmen::report {
namespace {

using detail::Words;
using scoring::ModelJudgement;

/// With two decimals: what a chart can show.
double percent(double share) {
    constexpr double parts = 10000, of_percent = 100;
    return std::round(share * parts) / of_percent;
}

Chart roc_chart(const ValidationData& data, const Words& words) {
    Chart chart;
    chart.kind = Chart::Kind::line;
    chart.caption = words("ROC 曲线", "ROC curves");
    chart.basis = words("各模型均评分的专利；对角线为随机排序",
                        "patents scored by all models; the diagonal is an order by chance");
    chart.x = words("误报率", "False alarms");
    chart.y = words("命中率（%）", "Hits (%)");
    for (const auto& told : data.pooled.models) {
        if (told.roc.empty()) {
            continue;
        }
        Series series{told.id, {}};
        for (const double hits : told.roc) {
            series.values.emplace_back(percent(hits));
        }
        chart.series.push_back(std::move(series));
    }
    if (chart.series.empty()) {
        return chart;
    }
    const auto steps = chart.series.front().values.size();
    Series chance{words("随机", "chance"), {}};
    for (std::size_t i = 0; i < steps; ++i) {
        const auto at = static_cast<double>(i) / static_cast<double>(steps - 1);
        chart.categories.push_back(fmt::format("{:.2f}", at));
        chance.values.emplace_back(percent(at));
    }
    chart.series.push_back(std::move(chance));
    return chart;
}

Chart part_chart(const ValidationData& data, const Words& words) {
    Chart chart;
    chart.caption =
        words("分值由高到低各段中出现结果的比例", "Share with the outcome by part of the order, best first");
    chart.basis =
        words("各模型均评分的专利，等分为若干段", "patents scored by all models, cut into equal parts");
    chart.x = words("由高到低", "Best first");
    chart.y = words("比例（%）", "Share (%)");
    for (const auto& told : data.pooled.models) {
        if (told.by_bin.empty()) {
            continue;
        }
        Series series{told.id, {}};
        for (const double share : told.by_bin) {
            series.values.emplace_back(percent(share));
        }
        chart.series.push_back(std::move(series));
    }
    for (std::size_t i = 0; !chart.series.empty() && i < chart.series.front().values.size(); ++i) {
        chart.categories.push_back(fmt::format("{}", i + 1));
    }
    return chart;
}

Chart calibration_chart(const ModelJudgement& told, const Words& words) {
    Chart chart;
    chart.kind = Chart::Kind::line;
    chart.caption = fmt::format("{}{}", words("校准：", "Calibration: "), told.id);
    chart.basis =
        words("按预测概率分段；区间为 Wilson 区间", "by predicted probability; intervals are Wilson's");
    chart.x = words("预测概率（段内平均，%）", "Predicted (mean of the part, %)");
    chart.y = words("实际比例（%）", "Observed (%)");
    chart.series = {{words("实际", "observed"), {}},
                    {words("预测", "predicted"), {}},
                    {words("下限", "low"), {}},
                    {words("上限", "high"), {}}};
    for (const auto& bin : told.curve.value()) {
        chart.categories.push_back(fmt::format("{:.1f}", 100 * bin.predicted));
        chart.series[0].values.emplace_back(percent(bin.observed));
        chart.series[1].values.emplace_back(percent(bin.predicted));
        chart.series[2].values.emplace_back(percent(bin.interval.low));
        chart.series[3].values.emplace_back(percent(bin.interval.high));
    }
    return chart;
}

Chart group_chart(const ValidationData& data, const std::string& by, const std::string& caption,
                  const Words& words) {
    Chart chart;
    chart.caption = caption;
    chart.basis =
        words("件数足够的组；区间见下表", "groups that are large enough; intervals are in the table below");
    chart.x = words("组", "Group");
    chart.y = "AUC";
    for (const auto& model : data.models) {
        chart.series.push_back({model.id, {}});
    }
    for (const auto& group : data.groups) {
        if (group.by != by || group.small) {
            continue;
        }
        chart.categories.push_back(group.name.in(words.lang));
        for (std::size_t m = 0; m < chart.series.size(); ++m) {
            const auto& area = group.found.models[m].area;
            chart.series[m].values.push_back(area.defined() ? std::optional{area.value().area}
                                                            : std::nullopt);
        }
    }
    return chart;
}

Chapter groups_chapter(const ValidationData& data, const Words& words) {
    Chapter chapter{"groups", words("四、分组", "4  Groups"), {}};
    const std::pair<const char*, std::string> parts[] = {
        {"field", words("按技术领域", "By technology field")},
        {"year", words("按申请年", "By filing year")},
        {"office", words("按受理局", "By office")}};
    for (const auto& [by, title] : parts) {
        chapter.say(Tone::heading, title);
        chapter.add(group_chart(data, by, words("AUC，", "AUC, ") + title, words));
        chapter.add(Listing{words("AUC 及置信区间，", "AUC with intervals, ") + title,
                            area_table_of_groups(data, by, words.lang),
                            words("出现或未出现结果的太少的组不给数字",
                                  "groups with too few outcomes of one kind have no figures")});
    }
    return chapter;
}

} // namespace

Document validation_page(const ValidationData& data, Lang lang) {
    const Words words{lang};
    Document document;
    document.lang = lang;
    document.title = words("价值模型检验", "Validation of value models");
    document.subtitles = verdict_headlines(data, lang);
    document.subtitles.push_back(words("结果：", "Outcome: ") + data.outcome_words.in(lang));
    document.key_figures = {
        {fmt::format("{}", data.pooled.common), words("比较的专利（件）", "patents compared")},
        {fmt::format("{}", data.pooled.common_positives), words("出现结果（件）", "with the outcome")},
        {fmt::format("{}", data.dates.size()), words("截止日", "cut-off dates")}};

    Chapter verdict{"verdict", words("一、结论", "1  Verdict"), {}};
    for (const auto& line : verdict_lines(data, lang)) {
        verdict.say(Tone::finding, line);
    }
    for (const auto& line : basis_lines(data, lang)) {
        verdict.say(Tone::plain, line);
    }
    Listing left{words("未参加检验的专利", "Patents not judged"), {}, {}};
    left.table.columns = {{"why", words("原因", "Why")},
                          {"count", data.dates.size() > 1
                                        ? words("各截止日合计（件次）", "Patents, summed over the dates")
                                        : words("件数", "Patents")}};
    for (const auto& one : data.left_out) {
        left.table.rows.push_back({one.why.in(lang), static_cast<std::int64_t>(one.count)});
    }
    verdict.add(std::move(left));
    for (const auto& caution : data.cautions) {
        verdict.say(Tone::caution, caution.in(lang));
    }
    document.chapters.push_back(std::move(verdict));

    Chapter order{"order", words("二、排序", "2  Order"), {}};
    Listing areas{words("AUC 与对照之差", "AUC and differences to the yardsticks"), {}, {}};
    areas.table.columns = {{"model", words("模型", "Model")}, {"auc", "AUC"}};
    for (const auto& yardstick : data.pooled.yardsticks) {
        areas.table.columns.push_back({yardstick, words("高出 ", "over ") + yardstick});
    }
    for (const auto& told : data.pooled.models) {
        std::vector<longmen::Cell> row{told.id, area_text(told.area)};
        for (const auto& over : told.over) {
            row.emplace_back(difference_text(over));
        }
        areas.table.rows.push_back(std::move(row));
    }
    areas.basis =
        words("DeLong 区间；差在同一批专利上比较", "DeLong's intervals; differences on the same patents");
    order.add(std::move(areas));
    order.add(Listing{words("其他指标", "Other figures"), figure_table(data, lang),
                      sentence("各模型均评分的专利；前列为分值最高的 {:g}%",
                               "patents scored by all models; the top is the best {:g} % of them",
                               100 * data.rules.top_share)
                          .in(lang)});
    order.add(roc_chart(data, words));
    order.add(part_chart(data, words));
    if (data.dates.size() > 1) {
        order.add(
            Listing{words("逐个截止日的 AUC", "AUC by cut-off date"), area_table_of_dates(data, lang), {}});
    }
    document.chapters.push_back(std::move(order));

    Chapter calibration{"calibration", words("三、校准", "3  Calibration"), {}};
    bool any = false;
    for (const auto& told : data.pooled.models) {
        if (told.curve.defined()) {
            any = true;
            calibration.say(Tone::plain,
                            fmt::format("{}{}{}", told.id, words("：校准斜率 ", ": calibration slope "),
                                        slope_text(told)));
            calibration.add(calibration_chart(told, words));
        }
    }
    if (!any) {
        calibration.say(Tone::caution,
                        std::string{scoring::shortfall_text(scoring::Shortfall::uncalibrated).in(lang)});
    }
    document.chapters.push_back(std::move(calibration));
    document.chapters.push_back(groups_chapter(data, words));
    for (const auto& model : data.models) {
        document.colophon.push_back(fmt::format("{} {} {}", model.id, model.version, model.checksum));
    }
    document.colophon.push_back(fmt::format("{} {}", words("检验规则", "rules"), data.rules.checksum));
    return document;
}

} // namespace longmen::report
