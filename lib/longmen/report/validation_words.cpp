// SPDX-License-Identifier: GPL-3.0-or-later
// Words for verdicts, figures with their intervals.
#include <longmen/report/validation_words.hpp>

#include <longmen/base/sentence.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace longmen::report {
namespace {

using scoring::ModelJudgement;
using scoring::Shortfall;
using scoring::Validation;

bool stands_above(const stats::RocDifference& difference) {
    return difference.interval.defined() && difference.interval.value().low > 0;
}

/// A condition that was not met, with the figure that did not meet it.
std::string shortfall_line(const Shortfall why, const ModelJudgement& told, const ValidationData& data,
                           Lang lang) {
    const auto& rules = data.rules;
    const auto& all = data.pooled;
    switch (why) {
    case Shortfall::positives:
        return sentence("出现结果的 {} 件、未出现的 {} 件，各须至少 {} 件",
                        "{} with the outcome and {} without, at least {} of each are asked for",
                        all.common_positives, all.common - all.common_positives, rules.minimum_positives)
            .in(lang);
    case Shortfall::margin: {
        std::vector<std::string> below;
        for (std::size_t i = 0; i < told.over.size(); ++i) {
            if (told.over[i].defined() && told.over[i].value().difference < rules.margin) {
                below.push_back(
                    fmt::format("{} {:+.3f}", all.yardsticks[i], told.over[i].value().difference));
            }
        }
        return sentence("AUC 与对照之差须至少 {:.2f}（{}）",
                        "AUC must be at least {:.2f} above the yardsticks ({})", rules.margin,
                        fmt::format("{}", fmt::join(below, ", ")))
            .in(lang);
    }
    case Shortfall::certainty: {
        std::vector<std::string> open;
        for (std::size_t i = 0; i < told.over.size(); ++i) {
            if (told.over[i].defined() && !stands_above(told.over[i].value())) {
                open.push_back(fmt::format("{} {}", all.yardsticks[i], difference_text(told.over[i])));
            }
        }
        return sentence("与对照之差的置信区间须全部高于 0（{}）",
                        "the interval of the difference must lie wholly above 0 ({})",
                        fmt::format("{}", fmt::join(open, ", ")))
            .in(lang);
    }
    case Shortfall::slope:
        return sentence("校准斜率 {} 不在 {}–{} 之内", "calibration slope {} is outside of {} to {}",
                        slope_text(told), rules.slope_low, rules.slope_high)
            .in(lang);
    default:
        return std::string{scoring::shortfall_text(why).in(lang)};
    }
}

Table area_table(const ValidationData& data, const char* key, Text heading, Lang lang) {
    Table table;
    table.columns = {{key, std::string{heading.in(lang)}},
                     {"common", std::string{Text{"件数", "Patents"}.in(lang)}},
                     {"common_positives", std::string{Text{"出现结果", "With the outcome"}.in(lang)}}};
    for (const auto& model : data.models) {
        table.columns.push_back({model.id, model.id});
    }
    return table;
}

void add_areas(Table& table, const std::string& name, const Validation& all, bool small, Lang lang) {
    std::vector<Cell> row{name, static_cast<std::int64_t>(all.common),
                          static_cast<std::int64_t>(all.common_positives)};
    for (const auto& told : all.models) {
        const auto text = small ? std::string{Text{"太少", "too few"}.in(lang)} : area_text(told.area);
        row.push_back(text.empty() ? Cell{} : Cell{text});
    }
    table.rows.push_back(std::move(row));
}

} // namespace

std::string area_text(const Measured<stats::RocArea>& area) {
    if (!area.defined()) {
        return {};
    }
    const auto& interval = area.value().interval;
    return interval.defined() ? fmt::format("{:.3f} ({:.3f}–{:.3f})", area.value().area, interval.value().low,
                                            interval.value().high)
                              : fmt::format("{:.3f}", area.value().area);
}

std::string difference_text(const Measured<stats::RocDifference>& difference) {
    if (!difference.defined()) {
        return {};
    }
    const auto& interval = difference.value().interval;
    return interval.defined() ? fmt::format("{:+.3f} ({:+.3f}–{:+.3f})", difference.value().difference,
                                            interval.value().low, interval.value().high)
                              : fmt::format("{:+.3f}", difference.value().difference);
}

std::string slope_text(const ModelJudgement& told) {
    const auto* const line = told.line ? std::get_if<stats::CalibrationLine>(&*told.line) : nullptr;
    return line == nullptr ? std::string{}
                           : fmt::format("{:.2f} ({:.2f}–{:.2f})", line->slope, line->slope_interval.low,
                                         line->slope_interval.high);
}

std::vector<std::string> verdict_lines(const ValidationData& data, Lang lang) {
    const bool zh = lang == Lang::zh;
    std::vector<std::string> lines;
    for (const auto& told : data.pooled.models) {
        if (told.yardstick) {
            continue;
        }
        std::string line =
            fmt::format("{}{}{}", told.id, zh ? "：" : ": ", scoring::verdict_text(told.verdict).in(lang));
        std::vector<std::string> reasons;
        for (const auto why : told.shortfalls) {
            reasons.push_back(shortfall_line(why, told, data, lang));
        }
        if (!reasons.empty()) {
            line += fmt::format("{}{}{}", zh ? "（" : " (", fmt::join(reasons, zh ? "；" : "; "),
                                zh ? "）" : ")");
        }
        lines.push_back(std::move(line));
    }
    if (lines.empty()) {
        lines.emplace_back(
            Text{"只有对照模型，没有受检的模型", "the yardsticks alone: no model under validation"}.in(lang));
    }
    return lines;
}

std::vector<std::string> verdict_headlines(const ValidationData& data, Lang lang) {
    std::vector<std::string> lines;
    for (const auto& told : data.pooled.models) {
        if (!told.yardstick) {
            lines.push_back(fmt::format("{}{}{}", told.id, lang == Lang::zh ? "：" : ": ",
                                        scoring::verdict_text(told.verdict).in(lang)));
        }
    }
    return lines.empty() ? verdict_lines(data, lang) : lines;
}

Table figure_table(const ValidationData& data, Lang lang) {
    constexpr int file_digits = 6, screen_digits = 3;
    Table table;
    const auto add = [&](const char* key, Text heading) {
        table.columns.push_back({key, std::string{heading.in(lang)}});
    };
    add("model", {"模型", "Model"});
    add("average_precision", {"平均精确率", "Average precision"});
    add("base_rate", {"总体比例", "Share of all"});
    add("lift", {"前列提升", "Lift at the top"});
    add("tau", {"Kendall τ", "Kendall tau"});
    add("brier", {"Brier 分", "Brier score"});
    add("slope", {"校准斜率", "Calibration slope"});
    const auto number = [](double value) { return Decimal{value, file_digits, screen_digits}; };
    const auto of = [&](const auto& value, auto get) {
        return value.defined() ? Cell{number(get(value.value()))} : Cell{};
    };
    const auto& all = data.pooled;
    for (const auto& told : all.models) {
        const auto slope = slope_text(told);
        table.rows.push_back({told.id, of(told.average_precision, [](double value) { return value; }),
                              all.common > 0 ? Cell{number(static_cast<double>(all.common_positives) /
                                                           static_cast<double>(all.common))}
                                             : Cell{},
                              of(told.top, [](const auto& top) { return top.lift; }),
                              of(told.kendall, [](const auto& kendall) { return kendall.tau; }),
                              of(told.brier, [](const auto& brier) { return brier.score; }),
                              slope.empty() ? Cell{} : Cell{slope}});
    }
    return table;
}

std::vector<std::string> basis_lines(const ValidationData& data, Lang lang) {
    std::vector<std::string> lines;
    const auto say = [&](const Sentence& sentence) { lines.push_back(sentence.in(lang)); };
    const auto& first = data.dates.front();
    say(sentence("结果：{}", "outcome: {}", data.outcome_words.in(lang)));
    if (data.dates.size() == 1) {
        say(sentence("评分截至 {}，结果看其后至 {}；数据截至 {}",
                     "scored as of {}, outcomes after it until {}; the data are of {}", first.as_of.iso(),
                     first.until.iso(), data.data_date.iso()));
    } else {
        say(sentence("{} 个截止日，{} 至 {}，结果最晚看到 {}；数据截至 {}",
                     "{} cut-off dates from {} to {}, outcomes until {} at the latest; the data are of {}",
                     data.dates.size(), first.as_of.iso(), data.dates.back().as_of.iso(),
                     data.dates.back().until.iso(), data.data_date.iso()));
    }
    const auto& all = data.pooled;
    say(sentence(
        "结果已知的专利 {} 件，出现结果的 {} 件；各模型均评分、在同一批专利上比较的 {} 件（出现结果的 {} "
        "件），因有模型不评分而未比较的 {} 件",
        "{} patents with a known outcome, {} with it; {} scored by all models and compared ({} with the "
        "outcome), {} lost because a model does not score them",
        all.members, all.positives, all.common, all.common_positives, all.members - all.common));
    const auto learned = [](const ValidatedDate& date) {
        return sentence("{} 至 {}（{} 件，出现结果的 {} 件）", "{} to {} ({} patents, {} with the outcome)",
                        date.learned_on.iso(), date.as_of.iso(), date.learned_members,
                        date.learned_positives);
    };
    say(sentence(
        "分值不是概率：换算用的是截止日之前的结果，{}{}，不用受检的结果",
        "a score is no probability: they are turned into one by outcomes before the cut-off date, {}{}, "
        "never by those judged",
        learned(first).in(lang), data.dates.size() > 1 ? (lang == Lang::zh ? "等" : ", and so on") : ""));
    for (const auto& model : data.models) {
        if (!model.dropped.empty()) {
            say(sentence("{}：未计没有日期的项 {}", "{}: terms without a date were left out: {}", model.id,
                         fmt::format("{}", fmt::join(model.dropped, ", "))));
        }
        if (!model.settled.empty()) {
            say(sentence("{}：{} 以记录现在所载为准（授权时可能有改动）",
                         "{}: {} are as the records have them now (a grant may have amended them)", model.id,
                         fmt::format("{}", fmt::join(model.settled, ", "))));
        }
    }
    return lines;
}

Table area_table_of_dates(const ValidationData& data, Lang lang) {
    auto table = area_table(data, "as_of", {"截止日", "As of"}, lang);
    for (const auto& date : data.dates) {
        add_areas(table, date.as_of.iso(), date.found, false, lang);
    }
    return table;
}

Table area_table_of_groups(const ValidationData& data, std::string_view by, Lang lang) {
    auto table = area_table(data, "group", {"组", "Group"}, lang);
    for (const auto& group : data.groups) {
        if (group.by == by) {
            add_areas(table, group.name.in(lang), group.found, group.small, lang);
        }
    }
    return table;
}

} // namespace longmen::report
