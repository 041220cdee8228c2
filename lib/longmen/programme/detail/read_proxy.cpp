// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a proxy: measure, derived value, events or cases, and what each is worth.
#include <longmen/programme/detail/read_proxy.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/indicators/columns.hpp>

#include <fmt/ranges.h>

#include <algorithm>

namespace longmen::programme::detail {
namespace {

constexpr double highest_score = 100;

double score_in(const ConfigNode& node) {
    const auto score = node.real();
    if (!(score >= 0 && score <= highest_score)) {
        node.fail(Sentence{"分值应在 0 至 100 之间", "a score from 0 to 100 is expected"});
    }
    return score;
}

EventKind event_in(const ConfigNode& node) {
    const auto kind = event_by_key(node.string());
    if (!kind) {
        node.fail(
            sentence("没有事件“{}”；允许：{}", "no event `{}`; allowed: {}", node.string(), event_keys()));
    }
    return *kind;
}

std::vector<std::pair<double, double>> points_in(const ConfigNode& node) {
    std::vector<std::pair<double, double>> points;
    for (const auto& item : node.array()) {
        const auto& pair = item.array();
        if (pair.size() != 2) {
            item.fail(Sentence{"每个点应为 [取值, 分值]", "a point is [value, score]"});
        }
        points.emplace_back(pair[0].real(), score_in(pair[1]));
        if (points.size() > 1 && !(points[points.size() - 2].first < points.back().first)) {
            item.fail(Sentence{"各点的取值应递增", "the values of the points must ascend"});
        }
    }
    if (points.empty()) {
        node.fail(Sentence{"至少应有一个点", "at least one point is expected"});
    }
    return points;
}

/// Points of a number, or a score for each of the categories.
void read_worth(const ConfigNode& node, const std::vector<std::string_view>& names, Proxy& proxy) {
    if (names.empty()) {
        proxy.points = points_in(node.at("points"));
        return;
    }
    const auto& categories = node.at("categories");
    for (const auto& key : categories.keys()) {
        if (std::ranges::find(names, key) == names.end()) {
            categories.at(key).fail(sentence("指标没有这个类别；允许：{}",
                                             "the indicator has no such category; allowed: {}",
                                             fmt::join(names, ", ")));
        }
    }
    for (const auto name : names) {
        proxy.categories.emplace_back(name, score_in(categories.at(name)));
    }
}

Proxy read_measure(const ConfigNode& node) {
    node.allow({"measure", "points", "categories"});
    Proxy proxy;
    const auto& measure = node.at("measure");
    proxy.measure = measure.string();
    const auto found = indicators::find_column(proxy.measure);
    if (!found) {
        measure.fail(sentence("没有指标“{}”；允许：{}", "no indicator `{}`; allowed: {}", proxy.measure,
                              indicators::column_keys()));
    }
    const auto names = found->indicator->info.categories;
    read_worth(node, {names.begin(), names.end()}, proxy);
    return proxy;
}

Proxy read_derived(const ConfigNode& node) {
    node.allow({"derived", "points", "categories"});
    const auto& derived = node.at("derived");
    const auto at = std::ranges::find(derived_keys, derived.string());
    if (at == derived_keys.end()) {
        derived.fail(sentence("没有“{}”；允许：{}", "there is no `{}`; allowed: {}", derived.string(),
                              fmt::join(derived_keys, ", ")));
    }
    Proxy proxy;
    proxy.derived = static_cast<DerivedValue>(at - derived_keys.begin());
    read_worth(node, derived_categories(*proxy.derived), proxy);
    return proxy;
}

} // namespace

Proxy read_proxy(const ConfigNode& node) {
    if (node.find("measure")) {
        return read_measure(node);
    }
    if (node.find("derived")) {
        return read_derived(node);
    }
    Proxy proxy;
    if (const auto* events = node.find("events")) {
        node.allow({"events", "points"});
        for (const auto& event : events->array()) {
            proxy.events.push_back(event_in(event));
        }
        proxy.points = points_in(node.at("points"));
        return proxy;
    }
    node.allow({"cases", "scores", "none"});
    const auto& cases = node.at("cases").array();
    const auto& scores = node.at("scores").array();
    if (cases.size() != scores.size() || cases.empty()) {
        node.fail(Sentence{"cases 与 scores 应一一对应", "cases and scores go in pairs"});
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        proxy.cases.emplace_back(event_in(cases[i]), score_in(scores[i]));
    }
    proxy.none = score_in(node.at("none"));
    return proxy;
}

} // namespace longmen::programme::detail
