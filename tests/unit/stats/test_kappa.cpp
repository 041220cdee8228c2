// SPDX-License-Identifier: GPL-3.0-or-later
// Cohen's kappa against hand counts and the definition over all pairs.
#include <longmen/base/errors.hpp>
#include <longmen/stats/kappa.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <vector>

namespace test_kappa {

using namespace longmen;
using namespace longmen::stats;

TEST_CASE("kappa: a table of two by two by hand") {
    // 20 both yes, 5 only one, 10 only other, 15 both no: agreement 0.7, by chance 0.5, kappa 0.4.
    std::vector<std::uint8_t> one;
    std::vector<std::uint8_t> other;
    const auto add = [&](int times, std::uint8_t a, std::uint8_t b) {
        one.insert(one.end(), static_cast<std::size_t>(times), a);
        other.insert(other.end(), static_cast<std::size_t>(times), b);
    };
    add(20, 1, 1);
    add(5, 1, 2);
    add(10, 2, 1);
    add(15, 2, 2);
    const auto agreement = cohen_kappa(one, other).value();
    CHECK(agreement.both == 50);
    CHECK(agreement.same == 35);
    CHECK(agreement.observed == Approx(0.7));
    CHECK(agreement.expected == Approx(0.5));
    CHECK(agreement.kappa.value() == Approx(0.4));
}

TEST_CASE("kappa: by definition over all pairs of subjects, on random verdicts") {
    std::mt19937 random{11};
    for (int round = 0; round < 50; ++round) {
        std::vector<std::uint8_t> one(40);
        std::vector<std::uint8_t> other(40);
        for (std::size_t i = 0; i < one.size(); ++i) {
            one[i] = static_cast<std::uint8_t>(random() % 3);
            other[i] = random() % 2 == 0 ? one[i] : static_cast<std::uint8_t>(random() % 3);
        }
        double same = 0;
        double chance = 0;
        for (std::size_t i = 0; i < one.size(); ++i) {
            same += one[i] == other[i] ? 1 : 0;
            for (const auto b : other) {
                chance += one[i] == b ? 1 : 0;
            }
        }
        same /= 40;
        chance /= 1600;
        CHECK(cohen_kappa(one, other).value().kappa.value() == Approx((same - chance) / (1 - chance)));
    }
}

TEST_CASE("kappa: undefined without subjects or with one verdict for all; unequal lists refused") {
    const std::vector<std::uint8_t> none;
    const std::vector<std::uint8_t> same{2, 2, 2};
    const std::vector<std::uint8_t> mixed{2, 2, 1};
    CHECK(cohen_kappa(none, none).reason() == Undefined::no_data);
    const auto all = cohen_kappa(same, same).value();
    CHECK(all.observed == 1.0);
    CHECK(all.kappa.reason() == Undefined::zero_denominator);
    CHECK(cohen_kappa(same, mixed).value().kappa.value() == Approx(0.0));
    CHECK(cohen_kappa(mixed, mixed).value().kappa.value() == 1.0);
    CHECK_THROWS_AS(cohen_kappa(same, none), UsageError);
}

} // namespace test_kappa
