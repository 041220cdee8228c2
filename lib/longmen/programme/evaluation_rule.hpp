// SPDX-License-Identifier: GPL-3.0-or-later
// An evaluation of patents as its file states it: the tree of indicators, weights by scenario, what the data
// may stand in for.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/programme/evaluation_proxies.hpp>
#include <longmen/record/event.hpp>
#include <longmen/record/patent.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::programme {

/// A text of a model file in both languages.
struct Wording {
    std::string zh, en;
    [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

/// What the data say of an indicator, and what that is worth. One of four:
///     measure = "remaining_life"   a number of the registry, by `points`; a category by `categories`
///     events = ["transfer"]        events on record, counted, by `points`
///     derived = "claim_kind"       see evaluation_proxies.hpp: a number by `points`, a category by
///     `categories` cases = ["invalidation"]     the first of these events that is on record decides, `none`
///     without any
struct Proxy {
    std::string measure;
    std::optional<DerivedValue> derived;
    std::vector<EventKind> events;
    std::vector<std::pair<double, double>> points; ///< raw value, score: linear between, flat beyond the ends
    std::vector<std::pair<std::string, double>> categories;
    std::vector<std::pair<EventKind, double>> cases;
    double none = 0; ///< of `cases`

    [[nodiscard]] double score_of(double raw) const;
};

struct EvaluationLevel {
    std::string id;
    std::size_t parent = 0; ///< position in the level above; 0 at the top
    Wording name;
};

struct EvaluationIndicator : EvaluationLevel {
    Wording meaning;
    std::string kind;             ///< letters of what it needs: B, P, F, E, or two with `/`
    bool firm = false;            ///< the data themselves, no stand-in: B alone or first
    std::vector<Proxy> proxies{}; ///< the first that is defined counts
};

struct Scenario {
    std::string id;
    Wording name, emphasis;
    bool dead_too = false; ///< rights that have ended are evaluated as well
    /// Shares of the parent, by position in the level; those of one parent add up to 1.
    std::vector<double> dimensions, groups, indicators;
};

struct EvaluationRule {
    std::string id, version, file, checksum;
    Wording title, notice; ///< `notice` stands on every result: whose the weights are
    std::vector<std::string> sources;
    std::size_t minimum_scorers = 1; ///< fewer make a score provisional
    std::vector<PatentType> types;   ///< others are not applicable
    std::vector<EvaluationLevel> dimensions, groups;
    std::vector<EvaluationIndicator> indicators;
    std::vector<Scenario> scenarios;
    std::optional<DerivedRules> derived; ///< there where a proxy is derived

    /// Nothing when there is no such id.
    [[nodiscard]] std::optional<std::size_t> indicator(std::string_view id) const;
    /// UsageError naming the scenarios there are.
    [[nodiscard]] const Scenario& scenario(std::string_view id) const;
    /// Weight of an indicator in the whole: the product of the shares above it.
    [[nodiscard]] double weight(const Scenario& scenario, std::size_t indicator) const;
    /// Keys of the registry that proxies take, each once, sorted.
    [[nodiscard]] std::vector<std::string> measures() const;
    /// Whether a proxy takes it.
    [[nodiscard]] bool derives(DerivedValue value) const;
};

/// DataError with file, line and key: unknown key, parent, indicator of the registry, derived value,
/// category, event, type or class; an id given twice; a proxy of an indicator that the data cannot judge (E
/// or F alone); points not ascending or a score out of 0..100; weights out of 0..1, some siblings without
/// one, or not adding up to 1.
[[nodiscard]] EvaluationRule read_evaluation_rule(const Config& config);

/// The rule that `name` means (see find_model_file). UsageError naming the rules there are; DataError as
/// above.
[[nodiscard]] EvaluationRule load_evaluation_rule(const std::string& models_folder, const std::string& name);

} // namespace longmen::programme
