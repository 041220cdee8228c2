// SPDX-License-Identifier: GPL-3.0-or-later
// Held against igraph.
#include "support/weighted.hpp"

#include <longmen/graph/strength.hpp>

#include <catch2/catch.hpp>

namespace test_strength {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("strength: as igraph, on 500 random graphs") {
    Threads threads{1};
    const graph::detail::IgraphSession session{1};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_weighted(seed, seed % 2 == 1, threads);
        const graph::detail::IgraphGraph oracle{random.view()};
        const auto found = strengths(random.view());
        const auto same = [&](const Buffer<double>& ours, igraph_neimode_t mode) {
            graph::detail::IgraphReals theirs{0};
            graph::detail::check_igraph(igraph_strength(&oracle.at, &theirs.at, igraph_vss_all(), mode,
                                                        IGRAPH_NO_LOOPS, &oracle.weights.at));
            return std::equal(ours.begin(), ours.end(), VECTOR(theirs.at), VECTOR(theirs.at) + ours.size());
        };
        REQUIRE(same(found.out, IGRAPH_OUT)); // quarters add up exactly in any order
        REQUIRE(same(found.in, IGRAPH_IN));
    }
}

} // namespace test_strength
