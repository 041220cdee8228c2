// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of partners, on random lists of applicants.
#include "support/lists.hpp"

#include <longmen/graph/co_occurrence.hpp>
#include <longmen/indicators/partners.hpp>

#include <catch2/catch.hpp>

#include <set>

namespace test_partners {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("partners: as defined, on random lists of applicants") {
    Threads threads{2};
    constexpr std::size_t names = 12;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto applicants = test::random_lists(seed, 15, 3, names);
        const auto network = graph::co_occurrence(names, applicants.view(), {}, threads);
        const auto counts = partners(network.graph.view(), applicants.view(), threads);
        for (std::size_t node = 0; node < 15; ++node) {
            const auto list = applicants.view()[node];
            const std::set<std::uint32_t> own(list.begin(), list.end());
            std::set<std::uint32_t> found;
            for (std::size_t other = 0; other < 15; ++other) {
                const auto together = applicants.view()[other];
                bool shared = false;
                for (const auto name : together) {
                    shared = shared || own.contains(name);
                }
                for (const auto name : together) {
                    if (shared && !own.contains(name)) {
                        // a partner of one of its own, not of a stranger in the same document
                        found.insert(name);
                    }
                }
            }
            REQUIRE(counts[node] == (own.empty() ? -1 : static_cast<int>(found.size())));
        }
    }
}

} // namespace test_partners
