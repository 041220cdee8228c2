// SPDX-License-Identifier: GPL-3.0-or-later
// Validation by groups: each fold done by hand, the future hidden, groups without a fit, threads.
#include "fitting.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/stats/logistic_validation.hpp>

#include <catch2/catch.hpp>

namespace test_logistic_validation {

using namespace longmen;
using namespace longmen::stats;
using namespace longmen::test;

namespace {

struct Years {
    Numbers numbers = drawn_numbers(120, 3, 31);
    std::vector<std::uint8_t> outcomes;
    std::vector<std::int64_t> groups;

    Years() {
        std::mt19937_64 random(32);
        for (std::size_t i = 0; i < 120; ++i) {
            const double eta = 0.7 * numbers.design().at(i, 0);
            outcomes.push_back(uniform(random) < 1 / (1 + std::exp(-eta)) ? 1 : 0);
            groups.push_back(2010 + static_cast<std::int64_t>(random() % 4));
        }
    }
};

/// Mean deviance of one group, from a fit to what `seen` lets through.
template <class Seen>
double by_hand(const Years& years, std::int64_t group, double lambda, double alpha, Seen seen) {
    std::vector<std::size_t> training, members;
    for (std::size_t i = 0; i < years.groups.size(); ++i) {
        if (years.groups[i] == group) {
            members.push_back(i);
        } else if (seen(years.groups[i])) {
            training.push_back(i);
        }
    }
    const auto numbers = picked(years.numbers, training);
    const auto fit = std::get<LogisticFit>(
        penalised_logistic(numbers.design(), picked(years.outcomes, training), {lambda, alpha}));
    double sum = 0;
    for (const auto i : members) {
        const double p = fit.chance(years.numbers.design().row(i));
        sum -= 2 * std::log(years.outcomes[i] == 1 ? p : 1 - p);
    }
    return sum / static_cast<double>(members.size());
}

} // namespace

TEST_CASE("logistic validation: deviances, error and choice are those of folds done by hand") {
    const Years years;
    const std::vector<double> lambdas{0.5, 0.05, 0.005};
    Threads threads(2);
    for (const auto how : {TrainedOn::others, TrainedOn::earlier}) {
        const auto found = validate_logistic(years.numbers.design(), years.outcomes, years.groups, lambdas,
                                             {0.5, how, {}}, threads);
        const std::int64_t first = how == TrainedOn::others ? 2010 : 2011;
        CHECK(found.groups == static_cast<std::size_t>(2014 - first));
        CHECK(found.left_out ==
              (how == TrainedOn::others ? std::vector<std::int64_t>{} : std::vector<std::int64_t>{2010}));
        REQUIRE(found.path.size() == 3);
        for (std::size_t l = 0; l < lambdas.size(); ++l) {
            double sum = 0, members = 0, spread = 0;
            std::vector<std::pair<double, double>> folds;
            for (std::int64_t group = first; group < 2014; ++group) {
                const auto size = static_cast<double>(std::ranges::count(years.groups, group));
                const double mean = by_hand(years, group, lambdas[l], 0.5, [&](std::int64_t other) {
                    return how == TrainedOn::others || other < group;
                });
                folds.emplace_back(size, mean);
                sum += size * mean;
                members += size;
            }
            CHECK(found.path[l].deviance == Approx(sum / members));
            for (const auto& [size, mean] : folds) {
                spread += size / members * std::pow(mean - sum / members, 2);
            }
            CHECK(*found.path[l].standard_error ==
                  Approx(std::sqrt(spread / static_cast<double>(folds.size() - 1))));
        }
        for (const auto& entry : found.path) {
            CHECK(entry.deviance >= found.path[found.best].deviance);
        }
        CHECK(found.path[found.simplest].deviance <=
              found.path[found.best].deviance + *found.path[found.best].standard_error);
        CHECK(found.path[found.simplest].lambda >= found.path[found.best].lambda);
        for (std::size_t i = 0; i < years.groups.size(); ++i) {
            CHECK(found.chances[i].has_value() == (years.groups[i] >= first));
        }
    }
}

TEST_CASE("logistic validation: a group whose rest has one class is left out") {
    const Numbers numbers{1, {1, 2, 3, 4, 5, 6}};
    const std::vector<std::uint8_t> outcomes{0, 1, 0, 0, 0, 0}; // all that happened, in group 1
    const std::vector<std::int64_t> groups{1, 1, 1, 2, 2, 2};
    const std::vector<double> lambdas{0.1};
    Threads threads(1);
    const auto found = validate_logistic(numbers.design(), outcomes, groups, lambdas, {}, threads);
    CHECK(found.left_out == std::vector<std::int64_t>{1});
    CHECK(found.groups == 1);
    CHECK_FALSE(found.path[0].standard_error);
    CHECK(validate_logistic(numbers.design(), outcomes, std::vector<std::int64_t>(6, 1), lambdas, {}, threads)
              .path.empty());
    CHECK_THROWS_AS(
        validate_logistic(numbers.design(), outcomes, std::vector<std::int64_t>{1, 1}, lambdas, {}, threads),
        UsageError);
    CHECK_THROWS_AS(validate_logistic(numbers.design(), outcomes, groups, std::vector<double>{}, {}, threads),
                    UsageError);
}

TEST_CASE("logistic validation: the same for any number of threads and order of rows") {
    const Years years;
    const std::vector<double> lambdas{0.2, 0.02};
    Threads one(1), three(3);
    const auto a = validate_logistic(years.numbers.design(), years.outcomes, years.groups, lambdas, {}, one);
    const auto order = shuffled_order(120, 40);
    const auto numbers = picked(years.numbers, order);
    const auto outcomes = picked(years.outcomes, order);
    const auto groups = picked(years.groups, order);
    const auto b = validate_logistic(numbers.design(), outcomes, groups, lambdas, {}, three);
    for (std::size_t l = 0; l < 2; ++l) {
        CHECK(a.path[l].deviance == b.path[l].deviance);
        CHECK(a.path[l].standard_error == b.path[l].standard_error);
    }
    CHECK(picked(a.chances, order) == b.chances);
}

} // namespace test_logistic_validation
