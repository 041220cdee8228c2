// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts, criteria and targets as tables.
#include <longmen/report/detail/programme_part.hpp>

#include <longmen/programme/assessment_output.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::report::detail {
namespace {

constexpr int percent_digits = 2;
constexpr double hundred = 100;

std::string share_text(const std::optional<double>& share) {
    return share ? fmt::format("{:.{}f}%", hundred * *share, percent_digits) : std::string{"–"};
}

const programme::Criterion* criterion_of(const ReportData& data, const std::string& id) {
    const auto& criteria = data.programme.scheme(data.assessment.scheme).criteria;
    const auto found = std::ranges::find(criteria, id, &programme::Criterion::id);
    return found == criteria.end() ? nullptr : &*found;
}

std::string evidence_text(const programme::CriterionResult& result, const Words& words) {
    std::string text;
    for (const auto& figure : result.evidence) {
        if (!figure.amount) {
            continue;
        }
        text += text.empty() ? "" : "\n";
        text += fmt::format(
            "{} {}{}", figure.year,
            print_money(*figure.amount, words.zh() ? MoneyUnit::ten_thousand_yuan : MoneyUnit::yuan),
            words("万元", " yuan"));
        if (!figure.source.empty()) {
            text += fmt::format(" ({})", figure.source);
        }
    }
    return text;
}

} // namespace

Listing verdict_listing(const ReportData& data, const std::string& caption,
                        const std::function<bool(std::uint32_t)>& wanted) {
    Listing listing;
    listing.caption = caption;
    auto table = programme::to_summary_table(data.assessment, data.lang);
    for (auto& column : table.columns) {
        if (const auto* criterion = criterion_of(data, column.key)) {
            column.heading = criterion->name.in(data.lang);
        }
    }
    listing.table.columns = table.columns;
    for (std::size_t i = 0; i < table.rows.size(); ++i) { // rows follow the enterprises of the assessment
        if (wanted(data.assessment.enterprises[i].enterprise)) {
            listing.table.rows.push_back(std::move(table.rows[i]));
        }
    }
    const auto year = data.assessment.year ? fmt::format("{}", *data.assessment.year) : std::string{"–"};
    listing.basis =
        data.lang == Lang::zh
            ? fmt::format(
                  "评审年度 {}；比值按原始金额交叉相乘比较，不作四舍五入；“待定”须由专家或主管部门认定", year)
            : fmt::format("Fiscal year {}; ratios are compared exactly, without rounding; `pending` is for "
                          "experts or the authority to decide",
                          year);
    return listing;
}

Listing criterion_listing(const ReportData& data, const programme::EnterpriseAssessment& entry,
                          const std::string& caption) {
    const Words words{data.lang};
    Listing listing;
    listing.caption = caption;
    listing.table.columns = {
        {"name", words("条件", "Criterion")},       {"state", words("结论", "State")},
        {"value", words("比值", "Value")},          {"threshold", words("标准", "Threshold")},
        {"gap", words("差额（元）", "Gap (yuan)")}, {"evidence", words("依据", "Evidence")},
        {"reason", words("说明", "Reason")}};
    for (const auto& result : entry.criteria) {
        const auto* criterion = criterion_of(data, result.id);
        listing.table.rows.push_back(
            {criterion ? criterion->name.in(data.lang) : result.id,
             std::string{programme::criterion_state_text(result.state).in(data.lang)},
             share_text(result.value), share_text(result.threshold),
             result.gap_cny ? longmen::Cell{*result.gap_cny} : longmen::Cell{}, evidence_text(result, words),
             result.reason.in(data.lang)});
    }
    return listing;
}

Listing target_listing(const ReportData& data, const std::string& caption) {
    const Words words{data.lang};
    Listing listing;
    listing.caption = caption;
    listing.table.columns = {{"name", words("目标", "Target")},
                             {"target", words("目标值", "Aim")},
                             {"value", words("现值", "Value")},
                             {"state", words("进度", "State")},
                             {"reason", words("说明", "Reason")}};
    if (!data.targets) {
        return listing;
    }
    for (const auto& progress : data.targets->targets) {
        const auto target = std::ranges::find(data.programme.targets, progress.id, &programme::Target::id);
        if (target == data.programme.targets.end()) {
            continue;
        }
        std::string value = "–";
        if (progress.value) {
            value = fmt::format("{:g}", *progress.value);
        } else if (progress.at_least && progress.at_most) {
            value = fmt::format("{}–{}", *progress.at_least, *progress.at_most);
        }
        std::string state;
        switch (progress.state) {
        case programme::TargetState::reached:
            state = words("已达到", "reached");
            break;
        case programme::TargetState::not_reached:
            state = words("未达到", "not reached");
            break;
        case programme::TargetState::missing:
            state = words("缺少数据", "no data");
            break;
        }
        listing.table.rows.push_back({target->name.in(data.lang),
                                      target->rule == programme::TargetRule::at_least
                                          ? fmt::format("≥ {:g} {}", target->value, target->unit)
                                          : std::string{"–"},
                                      std::move(value), std::move(state), progress.reason.in(data.lang)});
    }
    listing.basis =
        words.zh()
            ? fmt::format("{} 年目标；截至 {}；区域内 {} 件，区域外 {} 件不计", data.targets->year,
                          data.targets->as_of.iso(), data.targets->inside, data.targets->outside)
            : fmt::format("Targets of {}; as of {}; {} applications inside the region, {} outside left out",
                          data.targets->year, data.targets->as_of.iso(), data.targets->inside,
                          data.targets->outside);
    return listing;
}

void say_basis(Chapter& chapter, const ReportData& data) {
    const Words words{data.lang};
    const auto& scheme = data.programme.scheme(data.assessment.scheme);
    chapter.say(Tone::plain, words.zh()
                                 ? fmt::format("依据：{}；{}。", data.programme.name.zh, scheme.meaning.zh)
                                 : fmt::format("Basis: {}; {}.", data.programme.name.en, scheme.meaning.en));
    if (data.assessment.period_ended) {
        chapter.say(
            Tone::caution,
            words.zh()
                ? fmt::format("该方案的实施期已于 {} 结束，以下结论仅按其规则推算。",
                              data.programme.valid_to.iso())
                : fmt::format(
                      "The period of the programme ended on {}; what follows applies its rules all the "
                      "same.",
                      data.programme.valid_to.iso()));
    }
    for (const auto& note : data.assessment.notes) {
        chapter.say(Tone::note, note.in(data.lang));
    }
}

} // namespace longmen::report::detail
