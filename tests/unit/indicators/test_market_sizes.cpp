// SPDX-License-Identifier: GPL-3.0-or-later
// The table that is shipped, and what is refused.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/market_sizes.hpp>
#include <longmen/record/packed_number.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace test_market_sizes {

using namespace longmen;
using namespace longmen::indicators;

namespace {

const std::string weights = "[weights]\nin_force = 1\npending = 0.5\nunknown = 0.25\n";

MarketSizes read(const std::string& text) {
    return MarketSizes::read(Config::parse(text, "markets.toml"));
}

} // namespace

TEST_CASE("market sizes: the shipped table is over the United States") {
    const auto sizes = MarketSizes::read(Config::read(LONGMEN_SOURCE_DIR "/models/indicators/markets.toml"));
    CHECK(sizes.size_of(office_number("US")) == 1);
    CHECK(sizes.size_of(office_number("CN")) == Approx(13184125.0 / 20562615.0));
    CHECK(sizes.size_of(office_number("XX")) == 0);
    CHECK(sizes.weight_of(RightState::in_force) == 1);
    CHECK(sizes.weight_of(RightState::pending) == 0.6);
    CHECK(sizes.weight_of(RightState::none) == 0);
    CHECK(sizes.states_of(office_number("EP")).size() == 3);
    CHECK(sizes.states_of(office_number("JP")) == std::vector{office_number("JP")});
}

TEST_CASE("market sizes: sizes are over the unit") {
    const auto sizes = read("unit = \"AA\"\n" + weights +
                            "[[region]]\noffice = \"RR\"\nstates = [\"BB\"]\n[gni]\nAA = 4\nBB = 1\n");
    CHECK(sizes.size_of(office_number("BB")) == 0.25);
    CHECK(sizes.states_of(office_number("RR")) == std::vector{office_number("BB")});
    CHECK(sizes.weight_of(RightState::unknown) == 0.25);
}

TEST_CASE("market sizes: what makes no sense is refused") {
    CHECK_THROWS_AS(read("unit = \"AA\"\n" + weights + "[gni]\nBB = 1\n"), DataError);
    CHECK_THROWS_AS(read("unit = \"AA\"\n" + weights + "[gni]\nAA = 0\n"), DataError);
    CHECK_THROWS_AS(read("unit = \"AA\"\n" + weights + "[gni]\nAA = 1\nChina = 1\n"), DataError);
    CHECK_THROWS_AS(read("unit = \"AA\"\n[weights]\nin_force = 1\npending = 2\nunknown = 0\n[gni]\nAA = 1\n"),
                    DataError);
    CHECK_THROWS_AS(read("unit = \"AA\"\nother = 1\n" + weights + "[gni]\nAA = 1\n"), DataError);
    CHECK_THROWS_AS(
        read("unit = \"AA\"\n" + weights + "[[region]]\noffice = \"RR\"\nstates = [\"CC\"]\n[gni]\nAA = 1\n"),
        DataError);
}

} // namespace test_market_sizes
