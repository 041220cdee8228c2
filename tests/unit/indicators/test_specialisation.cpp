// SPDX-License-Identifier: GPL-3.0-or-later
// Worked values, empty margins, and how often the interval holds the truth.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/specialisation.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_specialisation {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("specialisation: the worked table, in all forms") {
    // Party 10, 30; the others 20, 40.
    const auto result = specialisation({10, 40, 30, 100}, 0.95).value();
    CHECK(result.rta == Approx(0.8333).margin(5e-5));
    CHECK(result.rpa_ratio == Approx(-9.09).margin(5e-3));
    CHECK(result.rpa_tanh == Approx(-18.03).margin(5e-3));
    CHECK(result.rpa_tanh == Approx(100 * std::tanh(std::log(result.rta))));
    CHECK(result.expected == Approx(12));
    // Clopper and Pearson for 10 of 40: 0.12691 to 0.41196, over 0.3.
    CHECK(result.rta_interval.low == Approx(0.12691 / 0.3).epsilon(1e-4));
    CHECK(result.rta_interval.high == Approx(0.41196 / 0.3).epsilon(1e-4));
    const auto other = specialisation({30, 40, 70, 100}, 0.95).value();
    CHECK(other.rta == Approx(1.0714286));
    CHECK(other.rpa_ratio > 0);
}

TEST_CASE("specialisation: nothing of one's own is a value, an empty margin is none") {
    const auto none = specialisation({0, 40, 30, 100}, 0.95).value();
    CHECK(none.rta == 0);
    CHECK(none.rpa_ratio == -100);
    CHECK(none.rpa_tanh == -100);
    CHECK(none.rta_interval.low == 0);
    CHECK(none.rta_interval.high > 0);
    CHECK(specialisation({0, 0, 30, 100}, 0.95).reason() == Undefined::zero_denominator);
    CHECK(specialisation({0, 40, 0, 100}, 0.95).reason() == Undefined::zero_denominator);
    CHECK(specialisation({0, 0, 0, 0}, 0.95).reason() == Undefined::zero_denominator);
    CHECK(specialisation({31, 40, 30, 100}, 0.95).reason() == Undefined::impossible_value);
    CHECK(specialisation({-1, 40, 30, 100}, 0.95).reason() == Undefined::impossible_value);
    CHECK_THROWS_AS(specialisation({10, 40, 30, 100}, 1), UsageError);
}

TEST_CASE("specialisation: the interval holds the true ratio at least 95 % of the time") {
    constexpr int n = 25;
    const double share = 0.3; // of the field in a whole so large that it is known
    for (double truth = 0.1; truth < 3.2; truth += 0.1) {
        const double p = truth * share;
        double held = 0;
        for (int own = 0; own <= n; ++own) {
            const auto found = specialisation({own * 1.0, n, share * 1e6, 1e6}, 0.95).value();
            if (found.rta_interval.low <= truth && truth <= found.rta_interval.high) {
                held += std::exp(std::lgamma(n + 1) - std::lgamma(own + 1) - std::lgamma(n - own + 1) +
                                 own * std::log(p) + (n - own) * std::log1p(-p));
            }
        }
        CHECK(held >= 0.95);
    }
}

} // namespace test_specialisation
