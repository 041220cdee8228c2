// SPDX-License-Identifier: GPL-3.0-or-later
// Terms: indicator, weight, normalisation with its options, what happens to the undefined.
#include <longmen/scoring/detail/read_term.hpp>

#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/registry.hpp>

#include <cmath>
#include <limits>
#include <map>

namespace longmen::scoring::detail {
namespace {

constexpr std::array<std::string_view, 8> normalisation_keys{"cap_p99", "percentile", "share",      "points",
                                                             "curve",   "steps",      "mean_ratio", "as_is"};
constexpr std::array<std::string_view, stats::cohort_levels> cohort_keys{"cell", "years", "sector",
                                                                         "all_fields", "corpus"};
constexpr double no_limit = std::numeric_limits<double>::max();

Undefined read_reason(const ConfigNode& node) {
    std::vector<std::string_view> allowed;
    for (int i = 0; i <= static_cast<int>(Undefined::impossible_value); ++i) {
        const auto reason = static_cast<Undefined>(i);
        allowed.push_back(undefined_key(reason));
        if (allowed.back() == node.string()) {
            return reason;
        }
    }
    node.fail(sentence("未知的原因“{}”；此处允许：{}", "unknown reason `{}`; allowed here: {}", node.string(),
                       fmt::join(allowed, ", ")));
}

// --- normalisation -----------------------------------------------------------------------------------------

/// Points by category: 0..1 beside weights, any where points are added up (the most there are come back).
double read_category_points(const ConfigNode& node, double limit, ValueTerm& term) {
    const auto& categories = term.info->categories;
    for (const auto& key : node.keys()) {
        if (std::ranges::find(categories, key) == categories.end()) {
            node.at(key).fail(sentence("未知的类别；此处允许：{}", "unknown category; allowed here: {}",
                                       fmt::join(categories, ", ")));
        }
    }
    for (const auto category : categories) {
        term.points.push_back(real_within(node.at(category), 0, limit));
    }
    return *std::ranges::max_element(term.points);
}

void read_curve(const ConfigNode& node, ValueTerm& term) {
    for (const auto& place : node.array()) {
        const auto& pair = place.array();
        if (pair.size() != 2) {
            place.fail(Sentence{"此处应为 [x, 0 至 1 之间的值]", "[x, a value between 0 and 1] is expected"});
        }
        const CurvePlace read{pair[0].real(), real_within(pair[1], 0, 1)};
        if (!std::isfinite(read.at) || (!term.curve.empty() && read.at <= term.curve.back().at)) {
            pair[0].fail(Sentence{"曲线各点的 x 须递增", "the places of a curve must ascend"});
        }
        term.curve.push_back(read);
    }
    if (term.curve.size() < 2) {
        node.fail(Sentence{"曲线至少需要两点", "a curve needs at least two places"});
    }
}

std::optional<double> bound(const ConfigNode& node, std::string_view key) {
    const auto* found = node.find(key);
    return found == nullptr ? std::nullopt : std::optional{real_within(*found, -no_limit, no_limit)};
}

void read_steps(const ConfigNode& node, ValueTerm& term) {
    for (const auto& range : node.array()) {
        range.allow({"from", "over", "to", "under", "points"});
        Step step{bound(range, "from"), bound(range, "over"), bound(range, "to"), bound(range, "under"),
                  real_within(range.at("points"), 0, no_limit)};
        if ((step.from && step.over) || (step.to && step.under)) {
            range.fail(Sentence{"`from` 与 `over`、`to` 与 `under` 各只能用其一",
                                "`from` and `over` exclude each other, and so do `to` and `under`"});
        }
        const double low = step.from ? *step.from : step.over.value_or(-no_limit);
        const double high = step.to ? *step.to : step.under.value_or(no_limit);
        if (low > high || (low == high && !(step.from && step.to))) {
            range.fail(Sentence{"这个区间没有任何数", "no number lies in this range"});
        }
        term.most = std::max(term.most, step.points);
        term.steps.push_back(step);
    }
    if (!(term.most > 0)) {
        node.fail(Sentence{"至少应有一个区间给分", "at least one range must give points"});
    }
}

/// An option of one normalisation is refused with any other.
void refuse_foreign_options(const ConfigNode& node, Normalisation normalisation) {
    constexpr std::array<std::pair<std::string_view, Normalisation>, 4> owners{{
        {"full", Normalisation::share},
        {"points", Normalisation::points},
        {"curve", Normalisation::curve},
        {"steps", Normalisation::steps},
    }};
    for (const auto& [key, owner] : owners) {
        if (const auto* option = node.find(key); option != nullptr && normalisation != owner) {
            option->fail(sentence("只有 `{}` 使用此键", "only `{}` takes it", normalisation_key(owner)));
        }
    }
    if (const auto* cohort = node.find("cohort"); cohort != nullptr && !needs_cohort(normalisation)) {
        cohort->fail(Sentence{"此归一方法不使用比较组", "this normalisation takes no cohort"});
    }
}

void read_normalisation(const ConfigNode& node, const ValueModel& model, ValueTerm& term) {
    const auto& name = node.at("normalisation");
    term.normalisation = static_cast<Normalisation>(choose(name, normalisation_keys));
    const bool category = term.info->shape == indicators::Shape::category;
    if (category != (term.normalisation == Normalisation::points)) {
        name.fail(category ? sentence("“{}”是类别，须用 `points`", "`{}` is a category and takes `points`",
                                      term.key)
                           : sentence("“{}”是数值，不能用 `points`", "`{}` is a number and takes no `points`",
                                      term.key));
    }
    if (unbounded(term.normalisation) && model.aggregation != Aggregation::product) {
        name.fail(Sentence{"没有上限的归一值只能用于 `product`",
                           "what has no upper bound goes with `product` only"});
    }
    const bool by_points = model.aggregation == Aggregation::points;
    if (by_points && term.normalisation != Normalisation::points &&
        term.normalisation != Normalisation::steps) {
        name.fail(Sentence{"计点模型的项须用 `steps` 或 `points`",
                           "the terms of a points model take `steps` or `points`"});
    }
    refuse_foreign_options(node, term.normalisation);
    switch (term.normalisation) {
    case Normalisation::share:
        term.full = above_zero(node.at("full"));
        break;
    case Normalisation::points: {
        const double most = read_category_points(node.at("points"), by_points ? no_limit : 1, term);
        if (by_points) {
            if (!(most > 0)) {
                node.at("points").fail(
                    Sentence{"至少应有一个类别给分", "at least one category must give points"});
            }
            term.most = most;
            for (auto& points : term.points) {
                points /= most;
            }
        }
        break;
    }
    case Normalisation::curve:
        read_curve(node.at("curve"), term);
        break;
    case Normalisation::steps:
        read_steps(node.at("steps"), term);
        break;
    default:
        break;
    }
    if (const auto* cohort = node.find("cohort")) {
        term.cohort = static_cast<stats::CohortLevel>(choose(*cohort, cohort_keys));
        if (!model.baseline.empty() && term.cohort == stats::CohortLevel::corpus) {
            cohort->fail(Sentence{"模型以基线比较，不能以全部专利为比较组",
                                  "the model compares with a baseline, which has no cohort of everything"});
        }
    }
}

// --- weight, direction, the undefined ----------------------------------------------------------------------

void read_weight(const ConfigNode& node, const ValueModel& model, ValueTerm& term) {
    if (model.aggregation == Aggregation::points) {
        if (const auto* weight = node.find("weight")) {
            weight->fail(Sentence{"计点模型以最高点数为权重，请删去此键",
                                  "in a points model the most points are the weight; leave it out"});
        }
        return;
    }
    const auto& weight = node.at("weight");
    term.weight = real_within(weight, 0, model.aggregation == Aggregation::product ? no_limit : 1);
    if (term.weight == 0) {
        weight.fail(
            Sentence{"权重为 0 的项没有意义，请删去", "a term with weight 0 says nothing; leave it out"});
    }
}

void read_direction(const ConfigNode& node, ValueTerm& term) {
    constexpr std::array<std::string_view, 2> directions{"more", "less"};
    const auto& direction = node.at("direction");
    term.less_is_more = choose(direction, directions) == 1;
    const bool told =
        term.normalisation == Normalisation::steps || term.normalisation == Normalisation::curve;
    if (term.less_is_more && (told || unbounded(term.normalisation))) {
        direction.fail(Sentence{"此归一方法自带方向，须为 `more`",
                                "this normalisation tells the direction itself: `more` is expected"});
    }
}

void read_undefined(const ConfigNode& node, const ValueModel& model, ValueTerm& term) {
    constexpr std::array<std::string_view, 3> policies{"drop", "zero", "no_value"};
    const auto& policy = node.at("undefined");
    const auto chosen = choose(policy, policies);
    const bool zero = chosen == 1;
    for (const auto* key : {"zero_reasons", "label_zh", "label_en"}) {
        if (const auto* option = node.find(key); option && !zero) {
            option->fail(
                Sentence{"只有 `undefined = \"zero\"` 使用此键", "only `undefined = \"zero\"` takes it"});
        }
    }
    // A factor left out would change the size of the product.
    const bool product = model.aggregation == Aggregation::product;
    if (chosen == 0 && product) {
        policy.fail(Sentence{"乘积模型不能略去一项，此处允许：zero, no_value",
                             "a product cannot leave a factor out; allowed here: zero, no_value"});
    }
    term.required = chosen == 2 || (zero && product);
    if (zero) {
        for (const auto& reason : node.at("zero_reasons").array()) {
            term.zero_reasons.push_back(read_reason(reason));
        }
        if (term.zero_reasons.empty()) {
            node.at("zero_reasons").fail(Sentence{"至少应有一个原因", "at least one reason is expected"});
        }
        term.zero_label_zh = node.at("label_zh").string();
        term.zero_label_en = node.at("label_en").string();
    }
}

void read_types(const ConfigNode& node, ValueTerm& term) {
    for (const auto& item : node.array()) {
        const auto type = patent_type_by_key(item.string());
        if (type == PatentType::unknown) {
            item.fail(sentence("未知的类型“{}”；此处允许：invention, utility_model, design",
                               "unknown type `{}`; allowed here: invention, utility_model, design",
                               item.string()));
        }
        term.types.push_back(type);
    }
}

void read_indicator(const ConfigNode& node, ValueTerm& term) {
    const auto& key = node.at("indicator");
    term.key = key.string();
    const auto column = indicators::find_column(term.key);
    if (!column) {
        key.fail(sentence("没有指标“{}”；此处允许：{}（其中的数字可改）",
                          "there is no indicator `{}`; allowed here: {} (the numbers in them may differ)",
                          term.key, indicators::column_keys()));
    }
    term.info = &column->indicator->info;
    term.record = indicators::find_indicator(term.key);
    const auto* per = node.find("per");
    if (per == nullptr) {
        return;
    }
    term.per = per->string();
    term.per_record = indicators::find_indicator(term.per);
    std::vector<std::string_view> allowed;
    for (const auto& indicator : indicators::all_indicators()) {
        if (indicator.info.shape == indicators::Shape::number) {
            allowed.push_back(indicator.info.key);
        }
    }
    if (std::ranges::find(allowed, term.per) == allowed.end() ||
        term.info->shape != indicators::Shape::number) {
        per->fail(sentence("数值才能相除，除数可为：{}", "a number is divided by one of: {}",
                           fmt::join(allowed, ", ")));
    }
}

void read_group(const ConfigNode& node, const ValueModel& model, ValueTerm& term) {
    if (model.groups.empty()) {
        if (const auto* group = node.find("group")) {
            group->fail(Sentence{"模型没有 [[group]]", "the model has no [[group]]"});
        }
        return;
    }
    const auto& group = node.at("group");
    std::vector<std::string_view> ids;
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        ids.push_back(model.groups[g].id);
        if (ids.back() == group.string()) {
            term.group = g;
        }
    }
    if (!term.group) {
        group.fail(sentence("未知的分组“{}”；此处允许：{}", "unknown group `{}`; allowed here: {}",
                            group.string(), fmt::join(ids, ", ")));
    }
}

} // namespace

double real_within(const ConfigNode& node, double low, double high) {
    const double value = node.real();
    if (!(value >= low && value <= high)) {
        node.fail(sentence("{} 不在 {} 与 {} 之间", "{} is not between {} and {}", value, low, high));
    }
    return value;
}

double above_zero(const ConfigNode& node) {
    const double value = node.real();
    if (!(value > 0) || !std::isfinite(value)) {
        node.fail(Sentence{"此处应为大于 0 的数", "a number above 0 is expected"});
    }
    return value;
}

ValueTerm read_term(const ConfigNode& node, const ValueModel& model) {
    node.allow({"indicator", "per", "group", "weight", "direction", "normalisation", "full", "points",
                "curve", "steps", "cohort", "types", "undefined", "zero_reasons", "label_zh", "label_en"});
    ValueTerm term;
    read_indicator(node, term);
    read_weight(node, model, term);
    read_normalisation(node, model, term);
    read_direction(node, term);
    if (const auto* types = node.find("types")) {
        read_types(*types, term);
    }
    read_undefined(node, model, term);
    read_group(node, model, term);
    return term;
}

} // namespace longmen::scoring::detail

namespace longmen::scoring {

std::string_view normalisation_key(Normalisation normalisation) {
    return detail::normalisation_keys[static_cast<std::size_t>(normalisation)];
}

Text normalisation_text(Normalisation normalisation) {
    constexpr std::array<Text, 8> texts{
        Text{"除以比较组第99百分位，封顶为1", "over the cohort's 99th percentile, at most 1"},
        Text{"比较组内百分位", "percentile in the cohort"},
        Text{"占满值的比例", "share of the full value"},
        Text{"按类别赋分", "points by category"},
        Text{"按曲线取值", "read off a curve"},
        Text{"按区间计点", "points by range"},
        Text{"与比较组平均值之比", "over the cohort's mean"},
        Text{"原值", "as it is"}};
    return texts[static_cast<std::size_t>(normalisation)];
}

bool needs_cohort(Normalisation normalisation) {
    return normalisation == Normalisation::cap_p99 || normalisation == Normalisation::percentile ||
           normalisation == Normalisation::mean_ratio;
}

bool unbounded(Normalisation normalisation) {
    return normalisation == Normalisation::mean_ratio || normalisation == Normalisation::as_is;
}

bool Step::holds(double x) const {
    return (!from || x >= *from) && (!over || x > *over) && (!to || x <= *to) && (!under || x < *under);
}

std::string ValueTerm::name() const {
    return per.empty() ? key : key + "/" + per;
}

std::string ValueTerm::heading(Lang lang) const {
    const auto own = indicators::column_heading(key, lang);
    return per.empty() ? own
                       : fmt::format("{}{}{}", own, lang == Lang::zh ? "÷" : " / ",
                                     indicators::column_heading(per, lang));
}

std::string ValueTerm::unit(Lang lang) const {
    std::string own{info->unit.in(lang)};
    return per.empty() ? own : fmt::format("{}/{}", own, per_record->info.unit.in(lang));
}

} // namespace longmen::scoring
