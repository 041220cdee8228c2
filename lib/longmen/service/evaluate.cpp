// SPDX-License-Identifier: GPL-3.0-or-later
// Brings together what the data and the experts say of each indicator.
#include <longmen/service/evaluate.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/status.hpp>
#include <longmen/record/event.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/evaluation_derived.hpp>
#include <longmen/store/events.hpp>
#include <longmen/store/expert_scores.hpp>
#include <longmen/store/lookup.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace longmen::service {
namespace {

using programme::DataValue;
using programme::EvaluationRule;
using programme::IndicatorInput;
using programme::Proxy;

/// Events of one patent, as far as they tell of its fate.
struct EventTally {
    std::array<std::size_t, static_cast<std::size_t>(EventKind::count_)> counts{};
    bool told = false; ///< any event but payments: a register speaks of this patent

    [[nodiscard]] std::size_t of(EventKind kind) const { return counts[static_cast<std::size_t>(kind)]; }
};

class Gatherer {
    const Corpus& corpus_;
    const EvaluationRule& rule_;
    std::vector<indicators::Column> columns_;
    detail::DerivedValues derived_;
    std::unordered_map<std::int64_t, EventTally> events_;
    std::unordered_map<std::int64_t, std::vector<store::ExpertSheet>> sheets_;

    void load_events(const store::Workspace& workspace) {
        for (const auto& event : store::load_events(workspace)) {
            const auto day = Date::from_iso(event.date);
            if (day && day->days() > corpus_.as_of.days()) {
                continue;
            }
            const auto kind = event_by_key(event.code);
            auto& tally = events_[event.patent];
            if (kind) {
                ++tally.counts[static_cast<std::size_t>(*kind)];
            }
            tally.told = tally.told || kind != EventKind::fee_paid;
        }
    }

    /// What the source counts, beside the events on record.
    static std::optional<std::int64_t> count_given(const Patent& patent, EventKind kind) {
        switch (kind) {
        case EventKind::transfer:
            return patent.transfers;
        case EventKind::licence:
            return patent.licences;
        case EventKind::pledge:
            return patent.pledges;
        case EventKind::litigation:
            return patent.litigations;
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] const EventTally& tally_of(const Patent& patent) const {
        static const EventTally none;
        const auto found = events_.find(patent.id);
        return found == events_.end() ? none : found->second;
    }

    [[nodiscard]] Measured<DataValue> from_events(const Patent& patent, const Proxy& proxy) const {
        const auto& tally = tally_of(patent);
        DataValue value;
        if (!proxy.cases.empty()) {
            if (!tally.told) {
                return Undefined::no_data;
            }
            value.score = proxy.none;
            value.raw = static_cast<double>(proxy.cases.size());
            for (std::size_t i = 0; i < proxy.cases.size(); ++i) {
                if (tally.of(proxy.cases[i].first) > 0) {
                    value.raw = static_cast<double>(i);
                    value.word = event_key(proxy.cases[i].first);
                    value.score = proxy.cases[i].second;
                    break;
                }
            }
            return value;
        }
        std::int64_t count = 0;
        bool told = tally.told;
        for (const auto kind : proxy.events) {
            const auto given = count_given(patent, kind);
            told = told || given.has_value();
            count += std::max(given.value_or(0), static_cast<std::int64_t>(tally.of(kind)));
        }
        if (!told) {
            return Undefined::no_data;
        }
        value.raw = static_cast<double>(count);
        value.score = proxy.score_of(value.raw);
        return value;
    }

    [[nodiscard]] Measured<DataValue> from_column(std::size_t at, const Proxy& proxy) const {
        const auto column = std::ranges::find(columns_, proxy.measure, &indicators::Column::key);
        if (column == columns_.end()) {
            return Undefined::no_data;
        }
        if (!column->defined(at)) {
            return column->why(at);
        }
        return worth(proxy, column->values[at], column->complete(at));
    }

    [[nodiscard]] static DataValue worth(const Proxy& proxy, double raw, bool complete) {
        DataValue value;
        value.raw = raw;
        value.complete = complete;
        if (proxy.categories.empty()) {
            value.score = proxy.score_of(value.raw);
        } else {
            const auto& [word, score] = proxy.categories[static_cast<std::size_t>(value.raw)];
            value.word = word;
            value.score = score;
        }
        return value;
    }

    [[nodiscard]] Measured<DataValue> from_data(std::size_t at, const Proxy& proxy) const {
        if (proxy.derived) {
            const auto& found = derived_.at(*proxy.derived, at);
            return found.defined() ? Measured<DataValue>{worth(proxy, found.value(), true)}
                                   : Measured<DataValue>{found.reason()};
        }
        return proxy.measure.empty() ? from_events(corpus_.patents[at], proxy) : from_column(at, proxy);
    }

    /// The first proxy that is defined; without one the reason of the first.
    void take_data(std::size_t at, const std::vector<Proxy>& proxies, IndicatorInput& input) const {
        for (std::size_t i = 0; i < proxies.size() && !input.data; ++i) {
            const auto found = from_data(at, proxies[i]);
            if (found.defined()) {
                input.data = found.value();
                input.data->proxy = i;
            } else if (i == 0) {
                input.why = found.reason();
            }
        }
    }

public:
    std::size_t later_sheets = 0;

    Gatherer(const store::Workspace& workspace, const EvaluateRequest& request, const Corpus& corpus,
             const EvaluationRule& rule)
        : corpus_(corpus), rule_(rule), columns_(corpus_columns(workspace, request.models_folder, corpus,
                                                                rule.measures(), Lacking::leave_out)),
          derived_(workspace, request.models_folder, corpus, rule) {
        load_events(workspace);
        for (auto& sheet : store::load_expert_sheets(workspace, rule.id)) {
            const auto date = Date::from_iso(sheet.date);
            if (request.as_of && date && date->days() > request.as_of->days()) {
                ++later_sheets;
            } else {
                sheets_[sheet.patent].push_back(std::move(sheet));
            }
        }
    }

    [[nodiscard]] programme::EvaluationInput input(std::size_t at, std::size_t& sheets) const {
        const auto& patent = corpus_.patents[at];
        programme::EvaluationInput input;
        const bool later = patent.app_date && patent.app_date->days() > corpus_.as_of.days();
        // Of a type that the source does not tell it is not known that the rule is not for it.
        input.applicable = !later && (patent.type == PatentType::unknown ||
                                      std::ranges::find(rule_.types, patent.type) != rule_.types.end());
        input.dead = indicators::validity_at(patent, corpus_.as_of) == Validity::dead;
        input.indicators.resize(rule_.indicators.size());
        for (std::size_t i = 0; i < rule_.indicators.size(); ++i) {
            take_data(at, rule_.indicators[i].proxies, input.indicators[i]);
        }
        const auto found = sheets_.find(patent.id);
        if (found == sheets_.end()) {
            return input;
        }
        for (const auto& sheet : found->second) {
            ++sheets;
            for (const auto& score : sheet.scores) {
                const auto indicator = rule_.indicator(score.indicator);
                if (!indicator) {
                    throw DataError(sheet.file, score.row,
                                    sentence("指标 {} 不在评估规则 {} 第 {} 版中；请使用评分时的规则",
                                             "the indicator {} is not in the rule {}, version {}; use the "
                                             "rule by which it was scored",
                                             score.indicator, rule_.id, rule_.version));
                }
                input.indicators[*indicator].opinions.push_back({sheet.scorer, sheet.date, score.score,
                                                                 score.reason, score.evidence, sheet.file,
                                                                 score.row});
            }
        }
        return input;
    }
};

std::vector<std::size_t> patents_wanted(const store::Workspace& workspace, const EvaluateRequest& request,
                                        const Corpus& corpus) {
    std::vector<std::size_t> wanted;
    if (request.numbers.empty()) {
        for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
            wanted.push_back(i);
        }
        return wanted;
    }
    for (const auto& number : request.numbers) {
        const auto id = store::find_patent(workspace, number);
        const auto found = id ? std::ranges::find(corpus.patents, *id, &Patent::id) : corpus.patents.end();
        if (found == corpus.patents.end()) {
            throw UsageError(sentence("工作区中没有专利“{}”", "the workspace has no patent `{}`", number));
        }
        const auto at = static_cast<std::size_t>(found - corpus.patents.begin());
        if (std::ranges::find(wanted, at) == wanted.end()) {
            wanted.push_back(at);
        }
    }
    return wanted;
}

} // namespace

EvaluationList evaluate_workspace(const store::Workspace& workspace, const EvaluateRequest& request) {
    EvaluationList list;
    list.mode = request.mode;
    list.all = request.numbers.empty();
    list.rule = programme::load_evaluation_rule(request.models_folder, request.rule);
    if (request.scenario == every_scenario) {
        for (std::size_t i = 0; i < list.rule.scenarios.size(); ++i) {
            list.scenarios.push_back(i);
        }
    } else {
        list.scenarios.push_back(
            static_cast<std::size_t>(&list.rule.scenario(request.scenario) - list.rule.scenarios.data()));
    }
    list.corpus = load_corpus(workspace, request.models_folder, request.as_of);
    const auto wanted = patents_wanted(workspace, request, list.corpus);
    const Gatherer gatherer(workspace, request, list.corpus, list.rule);
    const auto missing =
        request.mode == EvaluationMode::strict ? programme::Missing::zero : programme::Missing::renormalise;
    for (const auto at : wanted) {
        EvaluatedPatent patent;
        patent.patent = at;
        patent.input = gatherer.input(at, list.sheets);
        for (const auto scenario : list.scenarios) {
            patent.scenarios.push_back(
                programme::evaluate(list.rule, list.rule.scenarios[scenario], patent.input, missing));
        }
        list.patents.push_back(std::move(patent));
    }
    list.later_sheets = gatherer.later_sheets;
    if (request.numbers.empty()) {
        std::ranges::stable_sort(list.patents, [&](const EvaluatedPatent& a, const EvaluatedPatent& b) {
            const auto total = [&](const EvaluatedPatent& one) {
                const auto& first = one.scenarios.front();
                return (list.mode == EvaluationMode::range ? first.low : first.levels).total.value_or(-1);
            };
            return total(a) > total(b); // the corpus is by number
        });
    }
    return list;
}

} // namespace longmen::service
