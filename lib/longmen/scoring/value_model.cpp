// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and checks value models.
#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/registry.hpp>
#include <longmen/record/field.hpp>
#include <longmen/scoring/value_model.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace longmen::scoring {
namespace {

constexpr double weight_sum_tolerance = 1e-9;
constexpr std::array<std::string_view, 4> normalisation_keys{"cap_p99", "percentile", "share", "points"};

/// Position of a node's text among allowed names.
template <std::size_t n>
std::size_t choose(const ConfigNode& node, const std::array<std::string_view, n>& allowed) {
    const auto found = std::ranges::find(allowed, node.string());
    if (found == allowed.end()) {
        node.fail(sentence("未知的名称“{}”；此处允许：{}", "unknown name `{}`; allowed here: {}",
                           node.string(), fmt::join(allowed, ", ")));
    }
    return static_cast<std::size_t>(found - allowed.begin());
}

double real_within(const ConfigNode& node, double low, double high) {
    const double value = node.real();
    if (!(value >= low && value <= high)) {
        node.fail(sentence("{} 不在 {} 与 {} 之间", "{} is not between {} and {}", value, low, high));
    }
    return value;
}

std::size_t at_least_one(const ConfigNode& node) {
    const auto value = node.integer();
    if (value < 1) {
        node.fail(sentence("{} 小于 1", "{} is less than 1", value));
    }
    return static_cast<std::size_t>(value);
}

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

std::vector<double> read_points(const ConfigNode& node, const indicators::IndicatorInfo& indicator) {
    std::vector<double> points;
    for (const auto& key : node.keys()) {
        if (std::ranges::find(indicator.categories, key) == indicator.categories.end()) {
            node.at(key).fail(sentence("未知的类别；此处允许：{}", "unknown category; allowed here: {}",
                                       fmt::join(indicator.categories, ", ")));
        }
    }
    for (const auto category : indicator.categories) {
        points.push_back(real_within(node.at(category), 0, 1));
    }
    return points;
}

/// The options that belong to one normalisation; each is refused with any other.
void read_normalisation(const ConfigNode& node, ValueTerm& term) {
    const auto& name = node.at("normalisation");
    term.normalisation = static_cast<Normalisation>(choose(name, normalisation_keys));
    const bool category = term.info->shape == indicators::Shape::category;
    if (category != (term.normalisation == Normalisation::points)) {
        name.fail(category ? sentence("“{}”是类别，须用 `points`", "`{}` is a category and takes `points`",
                                      term.key)
                           : sentence("“{}”是数值，不能用 `points`", "`{}` is a number and takes no `points`",
                                      term.key));
    }
    if (const auto* full = node.find("full"); full && term.normalisation != Normalisation::share) {
        full->fail(Sentence{"只有 `share` 使用此键", "only `share` takes it"});
    }
    if (const auto* points = node.find("points"); points && term.normalisation != Normalisation::points) {
        points->fail(Sentence{"只有 `points` 使用此键", "only `points` takes it"});
    }
    if (term.normalisation == Normalisation::share) {
        term.full = node.at("full").real();
        if (!(term.full > 0) || !std::isfinite(term.full)) {
            node.at("full").fail(Sentence{"此处应为大于 0 的数", "a number above 0 is expected"});
        }
    }
    if (term.normalisation == Normalisation::points) {
        term.points = read_points(node.at("points"), *term.info);
    }
}

void read_undefined(const ConfigNode& node, ValueTerm& term) {
    constexpr std::array<std::string_view, 2> policies{"drop", "zero"};
    const bool zero = choose(node.at("undefined"), policies) == 1;
    for (const auto* key : {"zero_reasons", "label_zh", "label_en"}) {
        if (const auto* option = node.find(key); option && !zero) {
            option->fail(
                Sentence{"只有 `undefined = \"zero\"` 使用此键", "only `undefined = \"zero\"` takes it"});
        }
    }
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

ValueTerm read_term(const ConfigNode& node) {
    node.allow({"indicator", "weight", "direction", "normalisation", "full", "points", "types", "undefined",
                "zero_reasons", "label_zh", "label_en"});
    ValueTerm term;
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
    term.weight = real_within(node.at("weight"), 0, 1);
    if (term.weight == 0) {
        node.at("weight").fail(
            Sentence{"权重为 0 的项没有意义，请删去", "a term with weight 0 says nothing; leave it out"});
    }
    constexpr std::array<std::string_view, 2> directions{"more", "less"};
    term.less_is_more = choose(node.at("direction"), directions) == 1;
    read_normalisation(node, term);
    if (const auto* types = node.find("types")) {
        for (const auto& item : types->array()) {
            const auto type = patent_type_by_key(item.string());
            if (type == PatentType::unknown) {
                item.fail(sentence("未知的类型“{}”；此处允许：invention, utility_model, design",
                                   "unknown type `{}`; allowed here: invention, utility_model, design",
                                   item.string()));
            }
            term.types.push_back(type);
        }
    }
    read_undefined(node, term);
    return term;
}

PortfolioRule read_portfolio(const ConfigNode& node) {
    node.allow({"value", "representative", "active", "top"});
    constexpr std::array<std::string_view, 2> values{"sum", "top_mean"};
    constexpr std::array<std::string_view, 1> representatives{"best_active_member"};
    constexpr std::array<std::string_view, 4> validities{"unknown", "pending", "in_force", "dead"};
    PortfolioRule rule;
    rule.value = static_cast<PortfolioValue>(choose(node.at("value"), values));
    (void)choose(node.at("representative"), representatives);
    for (const auto& item : node.at("active").array()) {
        rule.active.push_back(static_cast<Validity>(choose(item, validities)));
    }
    rule.top = at_least_one(node.at("top"));
    return rule;
}

} // namespace

std::string ValueTerm::heading(Lang lang) const {
    return indicators::column_heading(key, lang);
}

std::vector<std::string> column_keys(const ValueModel& model) {
    std::vector<std::string> keys;
    for (const auto& term : model.terms) {
        if (term.record == nullptr) {
            keys.push_back(term.key);
        }
    }
    return keys;
}

std::string_view normalisation_key(Normalisation normalisation) {
    return normalisation_keys[static_cast<std::size_t>(normalisation)];
}

bool needs_cohort(Normalisation normalisation) {
    return normalisation == Normalisation::cap_p99 || normalisation == Normalisation::percentile;
}

ValueModel read_value_model(const Config& config, indicators::TechnologyFields fields) {
    const auto& root = config.root();
    root.allow({"id", "version", "title_zh", "title_en", "question_zh", "question_en", "sources", "needs",
                "aggregation", "scale", "minimum_coverage", "only", "cohort", "baseline", "uncertainty",
                "portfolio", "term"});
    ValueModel model;
    model.file = root.file();
    model.checksum = config.checksum();
    model.fields = std::move(fields);
    model.id = root.at("id").string();
    model.version = root.at("version").string();
    model.title_zh = root.at("title_zh").string();
    model.title_en = root.at("title_en").string();
    model.question_zh = root.at("question_zh").string();
    model.question_en = root.at("question_en").string();
    model.sources = root.at("sources").strings();
    for (const auto& item : root.at("needs").array()) {
        if (!field_by_key(item.string())) {
            item.fail(
                sentence("“{}”不是字段字典中的字段", "`{}` is no field of the dictionary", item.string()));
        }
        model.needs.push_back(item.string());
    }
    constexpr std::array<std::string_view, 1> aggregations{"weighted_mean"};
    (void)choose(root.at("aggregation"), aggregations);
    model.scale = root.at("scale").real();
    if (!(model.scale > 0) || !std::isfinite(model.scale)) {
        root.at("scale").fail(Sentence{"此处应为大于 0 的数", "a number above 0 is expected"});
    }
    model.minimum_coverage = real_within(root.at("minimum_coverage"), 0, 1);

    if (const auto* only = root.find("only")) {
        constexpr std::array<std::string_view, 1> subjects{"granted"};
        (void)choose(*only, subjects);
        model.granted_only = true;
    }

    const auto& cohort = root.at("cohort");
    cohort.allow({"minimum"});
    model.cohort_minimum = at_least_one(cohort.at("minimum"));

    if (const auto* baseline = root.find("baseline")) {
        baseline->allow({"name"});
        model.baseline = baseline->at("name").string();
    }

    const auto& uncertainty = root.at("uncertainty");
    uncertainty.allow({"rule", "change"});
    constexpr std::array<std::string_view, 1> rules{"one_weight_at_a_time"};
    (void)choose(uncertainty.at("rule"), rules);
    model.weight_change = real_within(uncertainty.at("change"), 0, 0.99);

    model.portfolio = read_portfolio(root.at("portfolio"));

    double sum = 0;
    for (const auto* node : root.tables("term")) {
        auto term = read_term(*node);
        if (std::ranges::find(model.terms, term.key, &ValueTerm::key) != model.terms.end()) {
            node->at("indicator").fail(sentence("“{}”出现在两个项中", "`{}` stands in two terms", term.key));
        }
        sum += term.weight;
        model.terms.push_back(std::move(term));
    }
    if (model.terms.empty()) {
        root.fail(Sentence{"模型中没有 [[term]]", "the model has no [[term]]"});
    }
    if (std::abs(sum - 1) > weight_sum_tolerance) {
        root.at("term").fail(sentence("权重之和为 {}，应为 1", "the weights add up to {}, not to 1", sum));
    }
    return model;
}

ValueModel load_value_model(const std::string& models_folder, const std::string& name) {
    const auto path = find_model_file(models_folder, "value", name);
    return read_value_model(Config::read(path), indicators::TechnologyFields::load(models_folder));
}

} // namespace longmen::scoring
