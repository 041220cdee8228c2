// SPDX-License-Identifier: GPL-3.0-or-later
// A worked value; random families against the definition.
#include <longmen/indicators/market_coverage.hpp>
#include <longmen/record/packed_number.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace test_market_coverage {

using namespace longmen;
using namespace longmen::indicators;

namespace {

const MarketSizes& table() {
    static const auto sizes = MarketSizes::read(
        Config::parse("unit = \"US\"\n[weights]\nin_force = 1\npending = 0.6\nunknown = 0.3\n"
                      "[[region]]\noffice = \"EP\"\nstates = [\"DE\", \"FR\"]\n"
                      "[gni]\nUS = 100\nCN = 70\nDE = 20\nFR = 15\n",
                      "markets.toml"));
    return sizes;
}

std::uint32_t office(const std::string& text) {
    return office_number(text);
}

} // namespace

TEST_CASE("market coverage: worked values") {
    // Active in the United States, pending in China with a share of .70 and a discount of .6: 1 + .42.
    CHECK(market_coverage(
              std::vector<Right>{{office("US"), RightState::in_force}, {office("CN"), RightState::pending}},
              table())
              .value() == Approx(1.42));
    // A European patent stands for Germany and France; the German right beside it is the stronger one.
    CHECK(market_coverage(
              std::vector<Right>{{office("EP"), RightState::pending}, {office("DE"), RightState::in_force}},
              table())
              .value() == Approx(0.2 + 0.6 * 0.15));
    CHECK(market_coverage(std::vector<Right>{{office("US"), RightState::none}}, table()).value() == 0);
    CHECK(market_coverage(std::vector<Right>{{office("TW"), RightState::in_force}}, table()).value() == 0);
}

TEST_CASE("market coverage: reasons") {
    CHECK(market_coverage({}, table()).reason() == Undefined::no_data);
    CHECK(market_coverage(std::vector<Right>{{0, RightState::in_force}}, table()).reason() ==
          Undefined::no_data);
    CHECK(market_coverage(std::vector<Right>{{office("WO"), RightState::pending}}, table()).reason() ==
          Undefined::not_applicable);
}

TEST_CASE("market coverage: the strongest right of each state, whatever the order") {
    const std::vector<std::string> names{"US", "CN", "DE", "FR", "EP", "JP", "WO"};
    const std::map<std::string, double> size{{"US", 1}, {"CN", .7}, {"DE", .2}, {"FR", .15}};
    const std::map<RightState, double> weight{{RightState::none, 0},
                                              {RightState::unknown, .3},
                                              {RightState::pending, .6},
                                              {RightState::in_force, 1}};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        std::mt19937_64 random{seed};
        std::vector<Right> rights;
        std::map<std::string, double> best;
        bool national = false;
        for (auto left = 1 + random() % 6; left-- > 0;) {
            const auto& name = names[random() % names.size()];
            const auto state = static_cast<RightState>(random() % 4);
            rights.push_back({office(name), state});
            national = national || name != "WO";
            for (const auto& each : name == "EP" ? std::vector<std::string>{"DE", "FR"} : std::vector{name}) {
                best[each] = std::max(best[each], weight.at(state));
            }
        }
        double wanted = 0;
        for (const auto& [name, share] : size) {
            wanted += share * best[name];
        }
        const auto found = market_coverage(rights, table());
        REQUIRE(found.defined() == national);
        if (national) {
            REQUIRE(found.value() == Approx(wanted));
            std::ranges::reverse(rights);
            REQUIRE(market_coverage(rights, table()).value() == found.value());
        }
    }
}

} // namespace test_market_coverage
