// SPDX-License-Identifier: GPL-3.0-or-later
// Fits without each group, and what they say of it.
#include <longmen/stats/logistic_validation.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace longmen::stats {
namespace {

constexpr double farthest = 1e-15; // of a chance from 0 and 1

/// What one group says of each lambda.
struct Fold {
    std::vector<std::size_t> members;
    std::vector<double> deviances;            // sums, by lambda; empty: left out
    std::vector<std::vector<double>> chances; // by lambda, then member
};

void predict(Fold& fold, const Design& design, std::span<const std::uint8_t> outcomes,
             const std::vector<std::size_t>& training, std::span<const double> lambdas,
             const ValidationOptions& options) {
    std::vector<double> values;
    std::vector<std::uint8_t> known;
    for (const auto i : training) {
        const auto row = design.row(i);
        values.insert(values.end(), row.begin(), row.end());
        known.push_back(outcomes[i]);
    }
    const Design rest{training.size(), design.columns, values};
    for (const auto& fitted : logistic_path(rest, known, lambdas, options.alpha, options.fit)) {
        const auto* fit = std::get_if<LogisticFit>(&fitted);
        if (fit == nullptr) {
            fold.deviances.clear();
            fold.chances.clear();
            return;
        }
        std::vector<double> terms;
        auto& chances = fold.chances.emplace_back();
        for (const auto i : fold.members) {
            const double p = std::clamp(fit->chance(design.row(i)), farthest, 1 - farthest);
            chances.push_back(p);
            terms.push_back(-2 * std::log(outcomes[i] != 0 ? p : 1 - p));
        }
        std::ranges::sort(terms); // whatever the order of the members
        double sum = 0;
        for (const double term : terms) {
            sum += term;
        }
        fold.deviances.push_back(sum);
    }
}

} // namespace

LogisticValidation validate_logistic(const Design& design, std::span<const std::uint8_t> outcomes,
                                     std::span<const std::int64_t> groups, std::span<const double> lambdas,
                                     const ValidationOptions& options, Threads& threads) {
    if (groups.size() != design.rows || outcomes.size() != design.rows) {
        throw UsageError(Sentence{"分组、结果与数据行数不等", "groups, outcomes and rows are not as many"});
    }
    if (lambdas.empty()) {
        throw UsageError(Sentence{"至少需要一个惩罚强度", "no lambda is given"});
    }
    std::map<std::int64_t, Fold> by_group;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        by_group[groups[i]].members.push_back(i);
    }
    std::vector<std::pair<const std::int64_t, Fold>*> folds;
    for (auto& fold : by_group) {
        folds.push_back(&fold);
    }
    threads.each(folds.size(), [&](std::size_t f, unsigned /*thread*/) {
        std::vector<std::size_t> training;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const bool seen = options.trained_on == TrainedOn::others ? groups[i] != folds[f]->first
                                                                      : groups[i] < folds[f]->first;
            if (seen) {
                training.push_back(i);
            }
        }
        predict(folds[f]->second, design, outcomes, training, lambdas, options);
    });

    LogisticValidation result;
    result.chances.resize(design.rows);
    for (const auto& [group, fold] : by_group) {
        if (fold.deviances.empty()) {
            result.left_out.push_back(group);
        } else {
            ++result.groups;
            result.members += fold.members.size();
        }
    }
    if (result.groups == 0) {
        return result;
    }
    const auto members = static_cast<double>(result.members);
    for (std::size_t l = 0; l < lambdas.size(); ++l) {
        double sum = 0, spread = 0;
        for (const auto& [group, fold] : by_group) {
            sum += fold.deviances.empty() ? 0 : fold.deviances[l];
        }
        const double mean = sum / members;
        for (const auto& [group, fold] : by_group) {
            if (!fold.deviances.empty()) {
                const auto size = static_cast<double>(fold.members.size());
                spread += size / members * std::pow(fold.deviances[l] / size - mean, 2);
            }
        }
        ValidatedPenalty entry{lambdas[l], mean, {}};
        if (result.groups > 1) {
            entry.standard_error = std::sqrt(spread / static_cast<double>(result.groups - 1));
        }
        result.path.push_back(entry);
    }
    const auto better = [&](const ValidatedPenalty& a, const ValidatedPenalty& b) {
        return a.deviance != b.deviance ? a.deviance < b.deviance : a.lambda > b.lambda;
    };
    result.best =
        static_cast<std::size_t>(std::ranges::min_element(result.path, better) - result.path.begin());
    const auto& best = result.path[result.best];
    result.simplest = result.best;
    for (std::size_t l = 0; l < result.path.size(); ++l) {
        if (result.path[l].deviance <= best.deviance + best.standard_error.value_or(0) &&
            result.path[l].lambda > result.path[result.simplest].lambda) {
            result.simplest = l;
        }
    }
    for (const auto& [group, fold] : by_group) {
        for (std::size_t m = 0; m < fold.members.size() && !fold.chances.empty(); ++m) {
            result.chances[fold.members[m]] = fold.chances[result.best][m];
        }
    }
    return result;
}

} // namespace longmen::stats
