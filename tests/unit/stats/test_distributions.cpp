// SPDX-License-Identifier: GPL-3.0-or-later
// Probabilities against sums and tables.
#include <longmen/base/errors.hpp>
#include <longmen/stats/distributions.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_distributions {

using namespace longmen;
using namespace longmen::stats;

namespace {

double binomial_at_most(int k, int n, double p) {
    double sum = 0;
    for (int i = 0; i <= k; ++i) {
        sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) + i * std::log(p) +
                        (n - i) * std::log1p(-p));
    }
    return sum;
}

} // namespace

TEST_CASE("distributions: Poisson by its terms") {
    CHECK(poisson_at_most(0, 3) == Approx(std::exp(-3.0)));
    CHECK(poisson_at_most(2, 3) == Approx(std::exp(-3.0) * (1 + 3 + 4.5)));
    CHECK(poisson_at_most(0, 0) == 1.0);
    CHECK(poisson_at_most(100, 3) == Approx(1.0));
    CHECK(poisson_at_most(1000, 1500) < 1e-30);
    for (const double mean : {0.2, 5.0, 40.0}) {
        double term = std::exp(-mean), sum = term;
        for (std::size_t k = 0; k < 60; ++k) {
            CHECK(poisson_at_most(k, mean) == Approx(sum).epsilon(1e-12));
            term *= mean / static_cast<double>(k + 1);
            sum += term;
        }
    }
}

TEST_CASE("distributions: Clopper and Pearson's ends leave 2.5 % on either side") {
    for (int n = 1; n < 30; ++n) {
        for (int k = 0; k <= n; ++k) {
            const auto [low, high] = binomial_interval(k, n, 0.95);
            CHECK(low < static_cast<double>(k) / n + 1e-15);
            CHECK(high > static_cast<double>(k) / n - 1e-15);
            if (k > 0) {
                CHECK(1 - binomial_at_most(k - 1, n, low) == Approx(0.025).epsilon(1e-9));
            }
            if (k < n) {
                CHECK(binomial_at_most(k, n, high) == Approx(0.025).epsilon(1e-9));
            }
        }
    }
    CHECK(binomial_interval(0, 10, 0.95).low == 0);
    CHECK(binomial_interval(0, 10, 0.95).high == Approx(1 - std::pow(0.025, 0.1)));
    CHECK(binomial_interval(10, 10, 0.95).high == 1);
    CHECK_THROWS_AS(binomial_interval(3, 2, 0.95), UsageError);
    CHECK_THROWS_AS(binomial_interval(0, 0, 0.95), UsageError);
    CHECK_THROWS_AS(binomial_interval(1, 2, 1), UsageError);
}

TEST_CASE("distributions: normal and F by tables") {
    CHECK(normal_at_most(0) == 0.5);
    CHECK(normal_at_most(1.959963985) == Approx(0.975));
    CHECK(normal_at_most(-10) == Approx(7.61985302416e-24).epsilon(1e-9));
    CHECK(normal_density(0) == Approx(0.3989422804));
    CHECK(normal_quantile(0.975) == Approx(1.959963985));
    CHECK(f_quantile(0.95, 1, 10) == Approx(4.9646).epsilon(1e-4));
    CHECK(f_quantile(0.95, 1, 6) == Approx(5.9874).epsilon(1e-4));
}

} // namespace test_distributions
