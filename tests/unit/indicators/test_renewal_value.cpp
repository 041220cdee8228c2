// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated cohorts give their parameters back; likelihood and value right by right.
#include "support/patents.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/renewal_value.hpp>
#include <longmen/stats/distributions.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

namespace test_renewal_value {

using namespace longmen;
using namespace longmen::indicators;
using test::day;

namespace {

const RenewalFees steps{
    3, {900, 900, 900, 1200, 1200, 1200, 2000, 2000, 2000, 4000, 4000, 4000, 6000, 6000, 6000, 8000, 8000}};

struct Simulated {
    RenewalDecisions decisions;
    std::vector<double> first_returns;
};

/// Every third right is not followed beyond a random age.
Simulated simulate(const RenewalModel& model, const RenewalFees& fees, int rights, std::uint64_t seed) {
    std::mt19937_64 random{seed};
    const auto ages = fees.fees.size();
    Simulated result{{std::vector<std::size_t>(ages), std::vector<std::size_t>(ages)}, {}};
    for (int i = 0; i < rights; ++i) {
        const double uniform = (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0;
        const double earned = std::exp(model.mu + model.sigma * stats::normal_quantile(uniform));
        const std::size_t end = i % 3 == 0 ? random() % ages : ages - 1;
        bool kept = true;
        for (std::size_t k = 0; k <= end && kept; ++k) {
            if (earned * std::pow(1 - model.decay, fees.first_age + static_cast<double>(k)) < fees.fees[k]) {
                ++result.decisions.dropped[k];
                kept = false;
            }
        }
        result.decisions.last_kept[end] += kept ? 1 : 0;
        result.first_returns.push_back(earned);
    }
    return result;
}

} // namespace

TEST_CASE("renewal value: the parameters of simulated cohorts come back within their errors") {
    const RenewalModel truth{9.0, 1.3, 0.12};
    int mu_held = 0, sigma_held = 0, decay_held = 0;
    constexpr int cohorts = 40;
    for (int seed = 0; seed < cohorts; ++seed) {
        const auto simulated = simulate(truth, steps, 4000, static_cast<std::uint64_t>(seed));
        const auto fit = fit_renewals(steps, simulated.decisions, {30, {}});
        REQUIRE(fit.estimate);
        const auto& [model, mu_error, sigma_error, decay_error, likelihood] = *fit.estimate;
        CHECK(fit.rights == 4000);
        // The maximum is above the truth's, and by no more than chi-square of three degrees lets.
        const double at_truth = renewal_log_likelihood(truth, steps, simulated.decisions);
        CHECK(likelihood >= at_truth);
        CHECK(likelihood - at_truth < 11);
        CHECK(likelihood == Approx(renewal_log_likelihood(model, steps, simulated.decisions)));
        CHECK(std::abs(model.mu - truth.mu) < 4.5 * mu_error);
        mu_held += std::abs(model.mu - truth.mu) < 1.96 * mu_error ? 1 : 0;
        sigma_held += std::abs(model.sigma - truth.sigma) < 1.96 * sigma_error ? 1 : 0;
        decay_held += std::abs(model.decay - truth.decay) < 1.96 * decay_error ? 1 : 0;
    }
    // 95 % are expected; under 33 of 40 would happen once in 10^4.
    CHECK(mu_held >= 33);
    CHECK(sigma_held >= 33);
    CHECK(decay_held >= 33);
}

TEST_CASE("renewal value: with the decay held, mu and sigma come back; no step improves the estimate") {
    const RenewalModel truth{8.0, 0.9, 0.1};
    const auto simulated = simulate(truth, steps, 20000, 5);
    const auto fit = fit_renewals(steps, simulated.decisions, {30, 0.1});
    REQUIRE(fit.estimate);
    CHECK(fit.estimate->model.mu == Approx(8.0).margin(4 * fit.estimate->mu_error));
    CHECK(fit.estimate->model.sigma == Approx(0.9).margin(4 * fit.estimate->sigma_error));
    CHECK(fit.estimate->mu_error < 0.02);
    CHECK(fit.estimate->decay_error == 0);
    for (const double shift : {-1e-3, 1e-3}) {
        auto other = fit.estimate->model;
        other.mu += shift;
        CHECK(renewal_log_likelihood(other, steps, simulated.decisions) < fit.estimate->log_likelihood);
        other = fit.estimate->model;
        other.sigma += shift;
        CHECK(renewal_log_likelihood(other, steps, simulated.decisions) < fit.estimate->log_likelihood);
    }
}

TEST_CASE("renewal value: the likelihood right by right") {
    const RenewalModel model{8.5, 1.1, 0.15};
    const auto simulated = simulate(model, steps, 300, 9);
    double wanted = 0;
    const auto share_kept = [&](std::size_t i) {
        const double age = steps.first_age + static_cast<double>(i);
        const double z = (std::log(steps.fees[i]) - age * std::log(1 - model.decay) - model.mu) / model.sigma;
        return 0.5 * std::erfc(z / std::sqrt(2.0));
    };
    for (std::size_t i = 0; i < steps.fees.size(); ++i) {
        for (std::size_t k = 0; k < simulated.decisions.dropped[i]; ++k) {
            wanted += std::log((i == 0 ? 1 : share_kept(i - 1)) - share_kept(i));
        }
        for (std::size_t k = 0; k < simulated.decisions.last_kept[i]; ++k) {
            wanted += std::log(share_kept(i));
        }
    }
    CHECK(renewal_log_likelihood(model, steps, simulated.decisions) == Approx(wanted).epsilon(1e-10));
}

TEST_CASE("renewal value: a worked right, the mean in closed form and its quantiles") {
    const RenewalFees two{1, {100, 100, 100}};
    const RenewalModel model{6, 1, 0.5};
    // Returns 200, 100, 50 at ages 1, 2, 3: kept at 1 and 2.
    CHECK(renewal_value(400, model, two, 0.25) == Approx(100 / 1.25));
    CHECK(renewal_value(199, model, two, 0.25) == 0);
    CHECK(renewal_value(1000, model, two, 0) == Approx(400 + 150 + 25));
    const RenewalModel cohort{9.0, 1.3, 0.12};
    const auto simulated = simulate(cohort, steps, 200000, 21);
    double sum = 0, squares = 0;
    std::vector<double> values;
    for (const double earned : simulated.first_returns) {
        values.push_back(renewal_value(earned, cohort, steps, 0.1));
        sum += values.back();
        squares += values.back() * values.back();
    }
    const auto n = static_cast<double>(values.size());
    const double error = std::sqrt(squares / n - sum / n * sum / n) / std::sqrt(n);
    CHECK(mean_renewal_value(cohort, steps, 0.1) == Approx(sum / n).margin(4 * error));
    std::ranges::sort(values);
    CHECK(quantile_renewal_value(0.5, cohort, steps, 0.1) == Approx(values[100000]).epsilon(0.05));
    CHECK(quantile_renewal_value(0.9, cohort, steps, 0.1) == Approx(values[180000]).epsilon(0.05));
}

TEST_CASE("renewal value: no number where the cohort does not tell one") {
    const auto ages = steps.fees.size();
    RenewalDecisions none{std::vector<std::size_t>(ages), std::vector<std::size_t>(ages)};
    none.last_kept.back() = 500;
    CHECK(*fit_renewals(steps, none, {30, {}}).refusal == RenewalRefusal::too_few_drop_outs);
    auto few = none;
    few.dropped[0] = few.dropped[5] = 100;
    CHECK(*fit_renewals(steps, few, {30, {}}).refusal == RenewalRefusal::too_few_drop_outs);
    CHECK(fit_renewals(steps, few, {30, {}}).drop_outs == 200);
    // One fee for all ages and the decay unknown: fee and age say the same.
    const RenewalFees flat{3, std::vector<double>(ages, 1000)};
    const auto simulated = simulate({8, 1, 0.1}, flat, 3000, 2);
    CHECK(*fit_renewals(flat, simulated.decisions, {30, {}}).refusal == RenewalRefusal::not_identified);
    CHECK(fit_renewals(flat, simulated.decisions, {30, 0.1}).estimate);
    // Fees that double drive nobody out, but the first year did: returns would have to grow.
    const RenewalFees rising{1, {100, 150, 400, 410, 420, 430}};
    const RenewalDecisions early{{50, 60, 160, 1, 1, 0}, {0, 0, 0, 0, 0, 300}};
    const auto refused = fit_renewals(rising, early, {30, {}});
    REQUIRE(refused.refusal);
    CHECK_FALSE(refused.estimate);
    CHECK_THROWS_AS(fit_renewals({1, {100, 90}}, {{1, 1}, {1, 1}}, {0, {}}), UsageError);
    CHECK_THROWS_AS(fit_renewals({1, {100, 200}}, {{1}, {1, 1}}, {0, {}}), UsageError);
    CHECK_THROWS_AS(renewal_value(1, {0, 1, 1.5}, steps, 0.1), UsageError);
}

TEST_CASE("renewal value: fees of a Chinese invention after the year of its grant") {
    const auto rules = FeeRules::read_folder(std::string{LONGMEN_SOURCE_DIR} + "/models");
    FeeCase right;
    right.type = PatentType::invention;
    right.filed = day("2005-03-10");
    right.granted = day("2008-06-20");
    right.term_end = day("2025-03-10");
    right.as_of = day("2008-06-20");
    const auto fees = renewal_fees(right, rules).value();
    // Granted in the fourth year; the fifth is the first that can be left unpaid, due four years after
    // filing.
    CHECK(fees.first_age == 4);
    CHECK(fees.fees.size() == 16);
    CHECK(fees.fees.front() == 1200);
    CHECK(fees.fees.back() == 8000);
    right.granted.reset();
    CHECK_FALSE(renewal_fees(right, rules).defined());
}

} // namespace test_renewal_value
