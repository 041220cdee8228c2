// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and checks value models.
#include <longmen/scoring/value_model.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/field.hpp>
#include <longmen/scoring/detail/read_term.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace longmen::scoring {
namespace {

using detail::above_zero;
using detail::choose;
using detail::real_within;

constexpr double weight_sum_tolerance = 1e-9;
constexpr std::array<std::string_view, 5> aggregation_keys{"weighted_mean", "points", "geometric_mean",
                                                           "product", "topsis"};
constexpr std::array<std::string_view, 3> portfolio_value_keys{"sum", "top_mean", "h"};

std::size_t at_least_one(const ConfigNode& node) {
    const auto value = node.integer();
    if (value < 1) {
        node.fail(sentence("{} 小于 1", "{} is less than 1", value));
    }
    return static_cast<std::size_t>(value);
}

PortfolioRule read_portfolio(const ConfigNode& node) {
    node.allow({"value", "representative", "active", "top", "step"});
    constexpr std::array<std::string_view, 1> representatives{"best_active_member"};
    constexpr std::array<std::string_view, 4> validities{"unknown", "pending", "in_force", "dead"};
    PortfolioRule rule;
    rule.value = static_cast<PortfolioValue>(choose(node.at("value"), portfolio_value_keys));
    (void)choose(node.at("representative"), representatives);
    for (const auto& item : node.at("active").array()) {
        rule.active.push_back(static_cast<Validity>(choose(item, validities)));
    }
    rule.top = at_least_one(node.at("top"));
    if (rule.value == PortfolioValue::h) {
        rule.step = above_zero(node.at("step"));
    } else if (const auto* step = node.find("step")) {
        step->fail(Sentence{"只有 `h` 使用此键", "only `h` takes it"});
    }
    return rule;
}

std::vector<TermGroup> read_groups(const ConfigNode& root) {
    std::vector<TermGroup> groups;
    for (const auto* node : root.tables("group")) {
        node->allow({"id", "title_zh", "title_en"});
        TermGroup group{node->at("id").string(), node->at("title_zh").string(),
                        node->at("title_en").string()};
        if (std::ranges::find(groups, group.id, &TermGroup::id) != groups.end()) {
            node->at("id").fail(sentence("分组“{}”出现两次", "the group `{}` stands twice", group.id));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<Band> read_bands(const ConfigNode& root) {
    std::vector<Band> bands;
    for (const auto* node : root.tables("band")) {
        node->allow({"id", "from", "title_zh", "title_en"});
        Band band{node->at("id").string(), node->at("title_zh").string(), node->at("title_en").string(),
                  node->at("from").real()};
        if (!bands.empty() && !(band.from > bands.back().from)) {
            node->at("from").fail(Sentence{"各档的起点须递增", "bands must ascend by where they begin"});
        }
        if (std::ranges::find(bands, band.id, &Band::id) != bands.end()) {
            node->at("id").fail(sentence("档“{}”出现两次", "the band `{}` stands twice", band.id));
        }
        bands.push_back(std::move(band));
    }
    return bands;
}

/// Terms, and their weights: given and adding up to 1, exponents, or made of the most points.
void read_terms(const ConfigNode& root, ValueModel& model) {
    double sum = 0, most = 0;
    for (const auto* node : root.tables("term")) {
        auto term = detail::read_term(*node, model);
        if (std::ranges::find(model.terms, term.name(), &ValueTerm::name) != model.terms.end()) {
            node->at("indicator")
                .fail(sentence("“{}”出现在两个项中", "`{}` stands in two terms", term.name()));
        }
        sum += term.weight;
        most += term.most;
        model.terms.push_back(std::move(term));
    }
    if (model.terms.empty()) {
        root.fail(Sentence{"模型中没有 [[term]]", "the model has no [[term]]"});
    }
    if (model.aggregation == Aggregation::points) {
        for (auto& term : model.terms) {
            term.weight = term.most / most;
        }
    } else if (model.aggregation != Aggregation::product && std::abs(sum - 1) > weight_sum_tolerance) {
        root.at("term").fail(
            sentence("权重之和为 {:.6g}，应为 1", "the weights add up to {:.6g}, not to 1", sum));
    }
}

} // namespace

std::vector<std::string> column_keys(const ValueModel& model) {
    std::vector<std::string> keys;
    for (const auto& term : model.terms) {
        if (term.record == nullptr && std::ranges::find(keys, term.key) == keys.end()) {
            keys.push_back(term.key);
        }
    }
    return keys;
}

std::string_view aggregation_key(Aggregation aggregation) {
    return aggregation_keys[static_cast<std::size_t>(aggregation)];
}

Text aggregation_text(Aggregation aggregation) {
    constexpr std::array<Text, 5> texts{
        Text{"加权平均", "weighted mean"}, Text{"按点数累加", "sum of points"},
        Text{"加权几何平均", "weighted geometric mean"}, Text{"连乘", "product"},
        Text{"按与最优、最劣点的距离折算（TOPSIS）", "closeness to the best (TOPSIS)"}};
    return texts[static_cast<std::size_t>(aggregation)];
}

bool additive(Aggregation aggregation) {
    return aggregation == Aggregation::weighted_mean || aggregation == Aggregation::points;
}

std::string_view portfolio_value_key(PortfolioValue value) {
    return portfolio_value_keys[static_cast<std::size_t>(value)];
}

const Band* band_of(const ValueModel& model, double value) {
    const Band* found = nullptr;
    for (const auto& band : model.bands) {
        found = band.from <= value ? &band : found;
    }
    return found;
}

ValueModel read_value_model(const Config& config, indicators::TechnologyFields fields) {
    const auto& root = config.root();
    root.allow({"id", "version", "title_zh", "title_en", "question_zh", "question_en", "sources", "needs",
                "aggregation", "scale", "minimum_coverage", "only", "cohort", "baseline", "uncertainty",
                "portfolio", "group", "band", "term"});
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
    model.aggregation = static_cast<Aggregation>(choose(root.at("aggregation"), aggregation_keys));
    model.scale = above_zero(root.at("scale"));
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

    model.groups = read_groups(root);
    if (const auto* group = root.find("group"); group != nullptr && !additive(model.aggregation)) {
        group->fail(Sentence{"分组得分只在相加的模型中有意义（weighted_mean、points）",
                             "groups go with values that are sums: weighted_mean, points"});
    }
    model.bands = read_bands(root);
    read_terms(root, model);
    return model;
}

ValueModel load_value_model(const std::string& models_folder, const std::string& name) {
    const auto path = find_model_file(models_folder, "value", name);
    return read_value_model(Config::read(path), indicators::TechnologyFields::load(models_folder));
}

} // namespace longmen::scoring
