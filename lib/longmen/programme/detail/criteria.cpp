// SPDX-License-Identifier: GPL-3.0-or-later
// Judges criteria on yearly figures.
#include <longmen/programme/detail/criteria.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/programme/detail/exact.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::programme::detail {

namespace {

struct FigureKey {
    std::string_view key;
    std::optional<Money> YearFigures::*member;
    Text name;
};
const std::array<FigureKey, 4> figure_keys{{
    {"sales_revenue", &YearFigures::sales_revenue, {"销售收入", "sales revenue"}},
    {"main_revenue", &YearFigures::main_revenue, {"主营业务收入", "main-business revenue"}},
    {"rd_expense", &YearFigures::rd_expense, {"研发投入", "R&D expense"}},
    {"conversion_revenue",
     &YearFigures::conversion_revenue,
     {"科技成果产业化收入", "revenue of commercialised results"}},
}};
constexpr int series_years = 3;

const FigureKey& figure_key(std::string_view key) {
    const auto found = std::ranges::find(figure_keys, key, &FigureKey::key);
    if (found == figure_keys.end()) {
        throw InternalError(fmt::format("no figure `{}`", key));
    }
    return *found;
}

const YearFigures* find_year(const Enterprise& enterprise, int year) {
    const auto found = std::ranges::find(enterprise.figures, year, &YearFigures::year);
    return found == enterprise.figures.end() ? nullptr : &*found;
}

Sentence no_year(const Enterprise& enterprise, int year) {
    if (enterprise.figures.empty()) {
        return {"没有年度数据", "there are no yearly figures"};
    }
    const int last = std::ranges::max(enterprise.figures, {}, &YearFigures::year).year;
    return {fmt::format("没有{}年的数据（最近为{}年）", year, last),
            fmt::format("there are no figures of {} (the latest are of {})", year, last)};
}

/// A ratio, or what stands against it.
struct Looked {
    std::array<Figure, 2> figures;
    std::optional<Ratio> ratio;
    Sentence why; ///< when there is no ratio
};

Looked look(const Enterprise& enterprise, Metric metric, int year) {
    const auto [over, under] = figures_of(metric);
    const auto* figures = find_year(enterprise, year);
    Looked result;
    const std::array keys{over, under};
    std::array<std::optional<Money>, 2> amounts;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        amounts[i] = figures ? amount(*figures, keys[i]) : std::nullopt;
        result.figures[i] = {keys[i], year, amounts[i], figures && amounts[i] ? figures->source : ""};
    }
    const Text over_name = figure_name(over), under_name = figure_name(under);
    if (!figures) {
        result.why = no_year(enterprise, year);
    } else if (!amounts[0] && !amounts[1]) {
        result.why = {fmt::format("缺少{}年{}和{}", year, over_name.zh, under_name.zh),
                      fmt::format("{} and {} of {} are absent", over_name.en, under_name.en, year)};
    } else if (!amounts[0] || !amounts[1]) {
        const Text name = amounts[0] ? under_name : over_name;
        result.why = {fmt::format("缺少{}年{}", year, name.zh),
                      fmt::format("{} of {} is absent", name.en, year)};
    } else if (amounts[1]->fen <= 0) {
        result.why = {
            fmt::format("{}年{}不大于零，比值没有意义", year, under_name.zh),
            fmt::format("{} of {} is not above zero: the ratio has no meaning", under_name.en, year)};
    } else if (amounts[0]->fen < 0) {
        result.why = {fmt::format("{}年{}为负数，不能采用", year, over_name.zh),
                      fmt::format("{} of {} is negative and cannot be used", over_name.en, year)};
    } else {
        result.ratio = Ratio{amounts[0]->fen, amounts[1]->fen};
    }
    return result;
}

std::string wan_yuan(std::int64_t yuan) {
    constexpr std::int64_t per_wan = 10'000;
    std::string text = fmt::format("{}.{:04}", yuan / per_wan, yuan % per_wan);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

Sentence judged(const CriterionResult& result, const Criterion& criterion, const Ratio& ratio,
                const Threshold& threshold, int year) {
    const auto [over, under] = figures_of(criterion.metric);
    const std::string value = percent(ratio, threshold), bar = percent(threshold);
    if (result.state == CriterionState::met) {
        return {fmt::format("{}年{}为{}，{}{}", year, criterion.name.zh, value,
                            threshold.strict ? "高于" : "达到", bar),
                fmt::format("{} in {} is {}, {} {}", criterion.name.en, year, value,
                            threshold.strict ? "above" : "at least", bar)};
    }
    return {fmt::format("{}年{}为{}，{}{}；按现有{}计，{}还需增加{}元（{}万元）", year, criterion.name.zh,
                        value, threshold.strict ? "不高于" : "低于", bar, figure_name(under).zh,
                        figure_name(over).zh, *result.gap_cny, wan_yuan(*result.gap_cny)),
            fmt::format("{} in {} is {}, {} {}; at the present {} it takes {} yuan more {}",
                        criterion.name.en, year, value, threshold.strict ? "not above" : "below", bar,
                        figure_name(under).en, *result.gap_cny, figure_name(over).en)};
}

void add_series(CriterionResult& result, const Enterprise& enterprise, const Threshold& threshold, int year) {
    Ratio sum;
    int known = 0, passed = 0;
    for (int y = year - series_years + 1; y <= year; ++y) {
        YearRatio entry{y, CriterionState::missing, {}};
        if (const auto ratio = look(enterprise, result.metric, y).ratio) {
            const bool ok = meets(*ratio, threshold);
            entry.state = ok ? CriterionState::met : CriterionState::not_met;
            entry.value = share(*ratio);
            sum.numerator += ratio->numerator;
            sum.denominator += ratio->denominator;
            ++known;
            passed += ok ? 1 : 0;
        }
        result.series.push_back(entry);
    }
    if (known > 0) {
        result.mean = share(sum);
    }
    result.only_one_year = known >= 2 && passed == 1;
    result.only_mean = known >= 2 && result.state == CriterionState::not_met && meets(sum, threshold);
}

void add_flags(CriterionResult& result) {
    if (result.only_mean) {
        result.reason.zh += "；仅各年合计达标，本年度未达标";
        result.reason.en += "; only the mean of the years passes, the year itself does not";
    }
    if (result.only_one_year) {
        result.reason.zh += "；近三年中仅一年达标";
        result.reason.en += "; of the last three years only one passes";
    }
}

} // namespace

MetricFigures figures_of(Metric metric) {
    if (metric == Metric::rd_intensity) {
        return {"rd_expense", "sales_revenue"};
    }
    if (metric == Metric::conversion_share) {
        return {"conversion_revenue", "main_revenue"};
    }
    throw InternalError(fmt::format("the metric `{}` has no figures", metric_key(metric)));
}

std::optional<Money> amount(const YearFigures& figures, std::string_view key) {
    return figures.*(figure_key(key).member);
}

Text figure_name(std::string_view key) {
    return figure_key(key).name;
}

bool year_ended(int year, const Date& as_of) {
    if (year < as_of.year()) {
        return true;
    }
    if (year > as_of.year() || as_of.precision() == DatePrecision::month) {
        return year == as_of.year() && as_of.month() == 12;
    }
    return as_of.precision() == DatePrecision::year || (as_of.month() == 12 && as_of.day() == 31);
}

bool has_figures(const Enterprise& enterprise, const Scheme& scheme, int year) {
    const auto* figures = find_year(enterprise, year);
    return figures && std::ranges::any_of(scheme.criteria, [&](const Criterion& criterion) {
               if (!computable(criterion.metric)) {
                   return false;
               }
               const auto [over, under] = figures_of(criterion.metric);
               return amount(*figures, over) || amount(*figures, under);
           });
}

std::optional<int> year_to_assess(const std::vector<Enterprise>& enterprises, const Scheme& scheme,
                                  const Date& as_of) {
    std::optional<int> last;
    for (const auto& enterprise : enterprises) {
        for (const auto& figures : enterprise.figures) {
            if ((!last || figures.year > *last) && year_ended(figures.year, as_of) &&
                has_figures(enterprise, scheme, figures.year)) {
                last = figures.year;
            }
        }
    }
    return last;
}

CriterionResult judge(const Enterprise& enterprise, const Criterion& criterion, std::optional<int> year,
                      const Date& as_of) {
    CriterionResult result;
    result.id = criterion.id;
    result.metric = criterion.metric;
    if (!computable(criterion.metric)) {
        result.reason = criterion.metric == Metric::expert
                            ? Sentence{"需专家评定", "needs an expert's judgement"}
                            : Sentence{"细则由主管部门另行规定，需外部确认",
                                       "the detailed rule is set elsewhere: needs confirmation from outside"};
        return result;
    }
    const Threshold threshold{criterion.threshold_millionths, criterion.strict};
    result.threshold =
        static_cast<double>(criterion.threshold_millionths) / static_cast<double>(millionths_per_one);
    result.state = CriterionState::missing;
    if (!year) {
        const auto [over, under] = figures_of(criterion.metric);
        result.evidence = {Figure{over, 0, {}, ""}, Figure{under, 0, {}, ""}};
        result.reason =
            enterprise.figures.empty()
                ? no_year(enterprise, 0)
                : Sentence{fmt::format("截至{}没有已结束年度的可用数据", as_of.iso()),
                           fmt::format("no usable figures of a year that has ended by {}", as_of.iso())};
        return result;
    }
    const Looked looked = look(enterprise, criterion.metric, *year);
    result.evidence.assign(looked.figures.begin(), looked.figures.end());
    if (looked.ratio) {
        const bool ok = meets(*looked.ratio, threshold);
        result.state = ok ? CriterionState::met : CriterionState::not_met;
        result.value = share(*looked.ratio);
        result.gap_cny = gap_yuan(*looked.ratio, threshold);
        result.gap_points = gap_points(*looked.ratio, threshold);
        result.reason = judged(result, criterion, *looked.ratio, threshold, *year);
    } else {
        result.reason = looked.why;
    }
    add_series(result, enterprise, threshold, *year);
    add_flags(result);
    return result;
}

} // namespace longmen::programme::detail
