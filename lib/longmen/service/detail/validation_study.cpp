// SPDX-License-Identifier: GPL-3.0-or-later
// Scores on records set back to a date, calibration learned before it, dates pooled.
#include <longmen/service/detail/validation_study.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace longmen::service::detail {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Positions of patents whose outcome is known.
std::vector<std::uint32_t> known_of(const Outcomes& outcomes) {
    std::vector<std::uint32_t> known;
    for (std::uint32_t i = 0; i < outcomes.happened.size(); ++i) {
        if (outcomes.happened[i] != Outcomes::left_out) {
            known.push_back(i);
        }
    }
    return known;
}

template <class Value, class From>
std::vector<Value> pick(const std::vector<From>& from, const std::vector<std::uint32_t>& members) {
    std::vector<Value> values;
    if (!from.empty()) {
        values.reserve(members.size());
        for (const auto member : members) {
            values.push_back(static_cast<Value>(from[member]));
        }
    }
    return values;
}

/// By model; nothing where too little had happened before, or there is no fit.
std::vector<std::optional<scoring::Calibrator>> learn(const Desk& desk, report::ValidatedDate& told) {
    told.learned_on = Date::from_days(2 * told.as_of.days() - told.until.days());
    std::vector<std::optional<scoring::Calibrator>> found(desk.models.size());
    const auto before = desk.within(told.learned_on, told.as_of);
    const auto members = known_of(before);
    const auto happened = pick<std::uint8_t>(before.happened, members);
    told.learned_members = members.size();
    told.learned_positives = static_cast<std::size_t>(std::ranges::count(happened, std::uint8_t{1}));
    if (std::min(told.learned_positives, members.size() - told.learned_positives) <
        desk.rules.group_minimum) {
        return found;
    }
    const auto scores = desk.values_on(told.learned_on);
    for (std::size_t m = 0; m < desk.models.size(); ++m) {
        const auto fit = scoring::fit_calibrator(pick<double>(scores[m], members), happened);
        if (const auto* const calibrator = std::get_if<scoring::Calibrator>(&fit)) {
            found[m] = *calibrator;
        }
    }
    return found;
}

} // namespace

Study Desk::study(const Date& as_of, const Date& until, const Outcomes& outcomes) const {
    Study study;
    study.told.as_of = as_of;
    study.told.until = until;
    study.members = known_of(outcomes);
    study.judged.outcomes = pick<std::uint8_t>(outcomes.happened, study.members);
    study.judged.counts = pick<double>(outcomes.counts, study.members);
    const auto calibrators = learn(*this, study.told);
    const auto scores = values_on(as_of);
    for (std::size_t m = 0; m < models.size(); ++m) {
        scoring::JudgedModel model{models[m].id,
                                   m + yardstick_models().size() >= models.size(),
                                   pick<double>(scores[m], study.members),
                                   {}};
        if (calibrators[m]) {
            for (const double score : model.scores) {
                model.probabilities.push_back(score == score ? calibrators[m]->at(score) : none);
            }
        }
        study.judged.models.push_back(std::move(model));
    }
    study.told.found = scoring::validate(study.judged, rules);
    return study;
}

std::pair<scoring::Judged, std::vector<std::uint32_t>> pool(const std::vector<Study>& studies,
                                                            std::size_t patents) {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> places(patents); // study, row
    for (std::uint32_t s = 0; s < studies.size(); ++s) {
        for (std::uint32_t row = 0; row < studies[s].members.size(); ++row) {
            places[studies[s].members[row]].emplace_back(s, row);
        }
    }
    std::vector<std::vector<std::uint32_t>> rows(studies.size());
    for (std::size_t i = 0; i < patents; ++i) {
        if (!places[i].empty()) {
            const auto [s, row] = places[i][i % places[i].size()];
            rows[s].push_back(row);
        }
    }
    scoring::Judged pooled;
    std::vector<std::uint32_t> members;
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (std::size_t s = 0; s < studies.size(); ++s) {
        const auto part = scoring::subset(studies[s].judged, rows[s]);
        append(pooled.outcomes, part.outcomes);
        append(pooled.counts, part.counts);
        append(members, pick<std::uint32_t>(studies[s].members, rows[s]));
        if (pooled.models.empty()) {
            for (const auto& model : part.models) {
                pooled.models.push_back({model.id, model.yardstick, {}, {}});
            }
        }
        for (std::size_t m = 0; m < part.models.size(); ++m) {
            append(pooled.models[m].scores, part.models[m].scores);
            append(pooled.models[m].probabilities, part.models[m].probabilities);
        }
    }
    for (auto& model : pooled.models) { // of some dates only: not comparable
        if (model.probabilities.size() != model.scores.size()) {
            model.probabilities.clear();
        }
    }
    return {std::move(pooled), std::move(members)};
}

} // namespace longmen::service::detail
