// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and checks the rule of an evaluation.
#include <longmen/programme/evaluation_rule.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/programme/detail/read_proxy.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace longmen::programme {
namespace {

constexpr double weight_tolerance = 1e-9;
constexpr std::array<std::string_view, 8> kinds{"B", "P", "F", "E", "B/F", "P/E", "E/P", "F/E"};

Wording wording(const ConfigNode& node, const std::string& key) {
    return {node.at(key + "_zh").string(), node.at(key + "_en").string()};
}

/// Reads the weights of one scenario.
class WeightReader {
    const ConfigNode& general_;
    const ConfigNode* own_; ///< of the scenario; null: none
    const ConfigNode& place_;

    [[nodiscard]] double weight_of(const ConfigNode& table, const std::string& id) const {
        const auto& node = table.at(id);
        const auto weight = node.real();
        if (!(weight >= 0 && weight <= 1)) {
            node.fail(Sentence{"权重应在 0 至 1 之间", "a weight from 0 to 1 is expected"});
        }
        return weight;
    }

public:
    WeightReader(const ConfigNode& general, const ConfigNode* own, const ConfigNode& place)
        : general_(general), own_(own), place_(place) {}

    template <typename Level>
    [[nodiscard]] std::vector<double> read(const std::vector<Level>& level, std::size_t parents) const {
        std::vector<double> weights(level.size());
        for (std::size_t parent = 0; parent < parents; ++parent) {
            const bool own = own_ != nullptr && std::ranges::any_of(level, [&](const Level& one) {
                                 return one.parent == parent && own_->find(one.id) != nullptr;
                             });
            const auto& table = own ? *own_ : general_;
            double sum = 0;
            std::vector<std::string_view> ids;
            for (std::size_t i = 0; i < level.size(); ++i) {
                if (level[i].parent == parent) {
                    weights[i] = weight_of(table, level[i].id);
                    sum += weights[i];
                    ids.push_back(level[i].id);
                }
            }
            if (!(std::abs(sum - 1) <= weight_tolerance)) {
                (own ? *own_ : place_)
                    .fail(sentence("{} 的权重之和为 {:.6g}，应为 1",
                                   "the weights of {} add up to {:.6g}, not to 1", fmt::join(ids, ", "),
                                   sum));
            }
        }
        return weights;
    }
};

class RuleReader {
    EvaluationRule rule_;
    std::set<std::string> ids_;

    template <typename Level>
    void read_level(const ConfigNode& node, Level& level, const std::vector<EvaluationLevel>* above) {
        level.id = node.at("id").string();
        level.name = wording(node, "name");
        if (!ids_.insert(level.id).second) {
            node.at("id").fail(Sentence{"标识重复", "this id is given twice"});
        }
        if (above != nullptr) {
            const auto& of = node.at("of");
            const auto found = std::ranges::find(*above, of.string(), &EvaluationLevel::id);
            if (found == above->end()) {
                std::vector<std::string_view> names;
                for (const auto& one : *above) {
                    names.push_back(one.id);
                }
                of.fail(sentence("上级“{}”不存在；允许：{}", "there is no `{}` above; allowed: {}",
                                 of.string(), fmt::join(names, ", ")));
            }
            level.parent = static_cast<std::size_t>(found - above->begin());
        }
    }

    void read_indicator(const ConfigNode& node) {
        node.allow({"id", "of", "name_zh", "name_en", "meaning_zh", "meaning_en", "class", "proxies"});
        EvaluationIndicator indicator;
        read_level(node, indicator, &rule_.groups);
        indicator.meaning = wording(node, "meaning");
        const auto& kind = node.at("class");
        indicator.kind = kind.string();
        if (std::ranges::find(kinds, indicator.kind) == kinds.end()) {
            kind.fail(sentence("未知的类别；允许：{}", "unknown class; allowed: {}", fmt::join(kinds, ", ")));
        }
        indicator.firm = indicator.kind.front() == 'B';
        const bool told_by_data = indicator.kind.find_first_of("BP") != std::string::npos;
        for (const auto* proxy : node.tables("proxies")) {
            if (!told_by_data) {
                proxy->fail(
                    Sentence{"该指标只能由专家或企业数据评定，不能自动取值",
                             "only experts or figures of the enterprise can judge this indicator; the "
                             "data cannot stand in"});
            }
            indicator.proxies.push_back(detail::read_proxy(*proxy));
        }
        rule_.indicators.push_back(std::move(indicator));
    }

    void read_scenario(const ConfigNode& node, const ConfigNode& general) {
        node.allow(
            {"id", "name_zh", "name_en", "emphasis_zh", "emphasis_en", "evaluates_ended_rights", "weights"});
        Scenario scenario;
        scenario.id = node.at("id").string();
        scenario.name = wording(node, "name");
        scenario.emphasis = wording(node, "emphasis");
        scenario.dead_too = node.boolean_or("evaluates_ended_rights", false);
        const auto* own = node.find("weights");
        if (own != nullptr) {
            for (const auto& key : own->keys()) {
                check_weight(own->at(key));
            }
        }
        const WeightReader weights{general, own, general};
        scenario.dimensions = weights.read(rule_.dimensions, 1);
        scenario.groups = weights.read(rule_.groups, rule_.dimensions.size());
        scenario.indicators = weights.read(rule_.indicators, rule_.groups.size());
        if (std::ranges::find(rule_.scenarios, scenario.id, &Scenario::id) != rule_.scenarios.end()) {
            node.at("id").fail(Sentence{"场景重复", "this scenario is given twice"});
        }
        rule_.scenarios.push_back(std::move(scenario));
    }

    void check_weight(const ConfigNode& node) const {
        if (!ids_.contains(node.key())) {
            node.fail(sentence("没有标识为“{}”的指标", "there is no indicator `{}`", node.key()));
        }
    }

public:
    EvaluationRule read(const Config& config) {
        const auto& root = config.root();
        root.allow({"id", "version", "title_zh", "title_en", "notice_zh", "notice_en", "sources",
                    "minimum_scorers", "types", "weights", "dimensions", "groups", "indicators", "scenarios",
                    "derived"});
        rule_.id = root.at("id").string();
        rule_.version = root.at("version").string();
        rule_.title = wording(root, "title");
        rule_.notice = wording(root, "notice");
        rule_.file = root.file();
        rule_.checksum = config.checksum();
        for (const auto* source : root.tables("sources")) {
            source->allow({"id", "title", "date", "of"});
            (void)source->at("date").date();
            rule_.sources.push_back(source->at("title").string());
        }
        const auto& scorers = root.at("minimum_scorers");
        if (scorers.integer() < 1) {
            scorers.fail(Sentence{"至少应为 1", "at least 1 is expected"});
        }
        rule_.minimum_scorers = static_cast<std::size_t>(scorers.integer());
        for (const auto& type : root.at("types").array()) {
            rule_.types.push_back(patent_type_by_key(type.string()));
            if (rule_.types.back() == PatentType::unknown) {
                type.fail(Sentence{"未知的专利类型；允许：invention, utility_model, design",
                                   "unknown type of patent; allowed: invention, utility_model, design"});
            }
        }
        for (const auto* node : root.tables("dimensions")) {
            node->allow({"id", "name_zh", "name_en"});
            read_level(*node, rule_.dimensions.emplace_back(), nullptr);
        }
        for (const auto* node : root.tables("groups")) {
            node->allow({"id", "of", "name_zh", "name_en"});
            read_level(*node, rule_.groups.emplace_back(), &rule_.dimensions);
        }
        for (const auto* node : root.tables("indicators")) {
            read_indicator(*node);
        }
        if (std::ranges::any_of(derived_values, [&](auto value) { return rule_.derives(value); })) {
            rule_.derived = read_derived_rules(root.at("derived"));
        } else if (const auto* unused = root.find("derived")) {
            unused->fail(Sentence{"没有指标用到 derived", "no indicator takes a derived value"});
        }
        const auto& general = root.at("weights");
        for (const auto& key : general.keys()) {
            check_weight(general.at(key));
        }
        for (const auto* node : root.tables("scenarios")) {
            read_scenario(*node, general);
        }
        if (rule_.scenarios.empty()) {
            root.fail(Sentence{"没有评估场景", "there is no scenario"});
        }
        return std::move(rule_);
    }
};

} // namespace

double Proxy::score_of(double raw) const {
    const auto above = std::ranges::find_if(points, [&](const auto& point) { return point.first >= raw; });
    if (above == points.begin()) {
        return above->second;
    }
    if (above == points.end()) {
        return points.back().second;
    }
    const auto& [x1, y1] = *above;
    const auto& [x0, y0] = *(above - 1);
    return y0 + (y1 - y0) * (raw - x0) / (x1 - x0);
}

std::optional<std::size_t> EvaluationRule::indicator(std::string_view id_of) const {
    const auto found = std::ranges::find(indicators, id_of, &EvaluationIndicator::id);
    return found == indicators.end() ? std::nullopt
                                     : std::optional{static_cast<std::size_t>(found - indicators.begin())};
}

const Scenario& EvaluationRule::scenario(std::string_view id_of) const {
    const auto found = std::ranges::find(scenarios, id_of, &Scenario::id);
    if (found == scenarios.end()) {
        std::vector<std::string_view> names;
        for (const auto& one : scenarios) {
            names.push_back(one.id);
        }
        throw UsageError(sentence("没有评估场景“{}”；可用的有：{}", "no scenario `{}`; there are: {}", id_of,
                                  fmt::join(names, ", ")));
    }
    return *found;
}

double EvaluationRule::weight(const Scenario& scenario, std::size_t indicator) const {
    const auto group = indicators[indicator].parent;
    return scenario.dimensions[groups[group].parent] * scenario.groups[group] *
           scenario.indicators[indicator];
}

std::vector<std::string> EvaluationRule::measures() const {
    std::set<std::string> keys;
    for (const auto& one : indicators) {
        for (const auto& proxy : one.proxies) {
            if (!proxy.measure.empty()) {
                keys.insert(proxy.measure);
            }
        }
    }
    return {keys.begin(), keys.end()};
}

bool EvaluationRule::derives(DerivedValue value) const {
    return std::ranges::any_of(indicators, [&](const auto& one) {
        return std::ranges::any_of(one.proxies, [&](const Proxy& proxy) { return proxy.derived == value; });
    });
}

EvaluationRule read_evaluation_rule(const Config& config) {
    return RuleReader{}.read(config);
}

EvaluationRule load_evaluation_rule(const std::string& models_folder, const std::string& name) {
    return read_evaluation_rule(Config::read(find_model_file(models_folder, "evaluation", name)));
}

} // namespace longmen::programme
