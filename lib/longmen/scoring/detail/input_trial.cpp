// SPDX-License-Identifier: GPL-3.0-or-later
// Cohorts with one value changed, and the keys of those held against them.
#include <longmen/scoring/detail/input_trial.hpp>

#include <longmen/stats/quantiles.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace longmen::scoring::detail {
namespace {

constexpr int cap_percent = 99;

std::size_t below(const std::vector<double>& sorted, double value) {
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted, value) - sorted.begin());
}

/// Weighted sum without one term, and the weight measured with it.
std::pair<double, double> without(const Choice& choice, std::size_t candidate, std::size_t term) {
    const auto row = choice.row(candidate);
    double rest = 0, used = 0;
    for (std::size_t t = 0; t < row.size(); ++t) {
        if (!std::isnan(row[t])) {
            used += choice.weights[t];
            rest += t == term ? 0 : choice.weights[t] * row[t];
        }
    }
    return {rest, used};
}

} // namespace

double ChangedCohort::at(std::size_t i, double now) const {
    const auto& sorted = *sorted_;
    const auto gap = below(sorted, old_); // where the value that changes stood
    const auto other = [&](std::size_t j) { return sorted[j < gap ? j : j + 1]; };
    const auto place = below(sorted, now) - (old_ < now ? 1 : 0);
    return i < place ? other(i) : i == place ? now : other(i - 1);
}

double ChangedCohort::p99(double now) const {
    const auto positions = stats::percentile_positions(sorted_->size(), cap_percent);
    return (at(positions.low - 1, now) + at(positions.high - 1, now)) / 2;
}

double ChangedCohort::percentile(double value, double now) const {
    const auto& sorted = *sorted_;
    const auto low = below(sorted, value);
    const auto high = static_cast<std::size_t>(std::ranges::upper_bound(sorted, value) - sorted.begin());
    const double under = static_cast<double>(low) - (old_ < value ? 1 : 0) + (now < value ? 1 : 0);
    const double equal = static_cast<double>(high - low) - (old_ == value ? 1 : 0) + (now == value ? 1 : 0);
    return (under + equal / 2) / static_cast<double>(sorted.size());
}

InputTrial::InputTrial(const Choice& choice, const TermInput& input, std::size_t term,
                       std::uint32_t candidate)
    : choice_(choice), input_(input), term_(term), candidate_(candidate) {
    const double figure = input.figures[candidate], old = held(figure);
    std::vector<std::size_t> place(input.cohorts.size(), input.cohorts.size());
    if (input.against != HeldAgainst::itself) {
        for (const auto cohort : input.member_of(candidate)) {
            place[cohort] = changed_.size();
            own_ = cohort == input.cohort[candidate] ? changed_.size() : own_;
            changed_.emplace_back(input.cohorts[cohort], old);
            positive_.push_back(changed_.back().p99(old) > 0);
        }
    }
    std::tie(rest_, used_) = without(choice, candidate, term);
    for (std::uint32_t r = 0; r < choice.candidates(); ++r) {
        if (r == candidate) {
            continue;
        }
        const bool moves = input.against != HeldAgainst::itself && !std::isnan(choice.row(r)[term]) &&
                           input.cohort[r] != TermInput::none && place[input.cohort[r]] < changed_.size();
        if (moves) {
            const auto [rest, used] = without(choice, r, term);
            movers_.push_back({r, place[input.cohort[r]], rest, used});
        } else {
            still_.emplace_back(choice_key(choice, r, score_of(choice, r, choice.weights)), r);
        }
    }
    std::ranges::sort(still_, std::greater<>{});
    chosen_ = ranks(figure);
}

double InputTrial::held(double figure) const {
    return input_.measure ? input_.measure(candidate_, figure) : figure;
}

double InputTrial::normalised(double value, std::size_t cohort, double now) const {
    const double plain = input_.against == HeldAgainst::percentile
                             ? changed_[cohort].percentile(value, now)
                             : std::clamp(value / changed_[cohort].p99(now), 0.0, 1.0);
    return input_.less ? 1 - plain : plain;
}

double InputTrial::own_value(double figure) const {
    if (input_.against == HeldAgainst::itself) {
        const double plain = input_.value(candidate_, figure);
        return input_.less ? 1 - plain : plain;
    }
    const double now = held(figure);
    return normalised(now, own_, now);
}

double InputTrial::own_score(double figure) const {
    return (rest_ + choice_.weights[term_] * own_value(figure)) / used_;
}

bool InputTrial::ranks(double figure) const {
    const auto own = choice_key(choice_, candidate_, own_score(figure));
    const auto& rule = choice_.rule;
    if (rule.at_least) {
        return static_cast<double>((own >> 32U) - 1) >= std::nearbyint(*rule.at_least * rule.grain);
    }
    auto above = static_cast<std::size_t>(
        std::ranges::partition_point(still_, [&](const auto& rival) { return rival.first > own; }) -
        still_.begin());
    const double now = held(figure);
    for (const auto& mover : movers_) {
        const double other =
            input_.held.empty() ? input_.figures[mover.candidate] : input_.held[mover.candidate];
        const double value = normalised(other, mover.cohort, now);
        const auto key =
            choice_key(choice_, mover.candidate, (mover.rest + choice_.weights[term_] * value) / mover.used);
        above += key > own ? 1 : 0;
    }
    return above < *rule.best;
}

bool InputTrial::known(double figure) const {
    if (input_.against != HeldAgainst::cap) {
        return true;
    }
    const double now = held(figure);
    for (std::size_t c = 0; c < changed_.size(); ++c) {
        if ((changed_[c].p99(now) > 0) != positive_[c]) {
            return false;
        }
    }
    return true;
}

bool InputTrial::turns(double figure) const {
    const bool there = ranks(figure);
    return chosen_ ? !there || !stands(figure) : there;
}

bool InputTrial::stands(double figure) const {
    return !input_.may_stand || input_.may_stand(candidate_, figure);
}

bool InputTrial::settles(double figure) const {
    return chosen_ || stands(figure);
}

InputFlip InputTrial::flip(double figure) const {
    InputFlip flip{
        input_.figures[candidate_], figure, own_value(figure), {}, own_score(figure), {}, {}, stands(figure)};
    const double now = held(figure);
    if (input_.against == HeldAgainst::cap) {
        flip.cap = changed_[own_].p99(now);
    }
    if (choice_.rule.at_least) {
        flip.line = choice_.rule.at_least;
        return flip;
    }
    auto rivals = still_;
    for (const auto& mover : movers_) {
        const double other =
            input_.held.empty() ? input_.figures[mover.candidate] : input_.held[mover.candidate];
        const double score =
            (mover.rest + choice_.weights[term_] * normalised(other, mover.cohort, now)) / mover.used;
        rivals.emplace_back(choice_key(choice_, mover.candidate, score), mover.candidate);
    }
    const auto k = *choice_.rule.best;
    if (k >= 1 && k <= rivals.size()) {
        const auto at = rivals.begin() + static_cast<std::ptrdiff_t>(k - 1);
        std::nth_element(rivals.begin(), at, rivals.end(), std::greater<>{});
        if (has_score(at->first)) {
            flip.rival = at->second;
            flip.line = static_cast<double>((at->first >> 32U) - 1) / choice_.rule.grain;
        }
    }
    return flip;
}

} // namespace longmen::scoring::detail
