// SPDX-License-Identifier: GPL-3.0-or-later
// Held against separate runs on the input of each year-end.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/indicators/cut_off.hpp>
#include <longmen/indicators/yearly_columns.hpp>

#include <catch2/catch.hpp>

#include <bit>
#include <random>
#include <string>
#include <vector>

namespace test_yearly_columns {

using namespace longmen;
using namespace longmen::indicators;
using graph::NodeId;

namespace {

/// A random graph with classes of its documents.
struct RandomInput {
    test::TestGraph graph;
    std::vector<graph::ArcId> offsets{0};
    std::vector<std::uint32_t> items;
    ColumnInput input;

    RandomInput(std::uint64_t seed, Threads& threads)
        : graph(test::random_graph(seed,
                                   {.most_nodes = 80,
                                    .arcs_of_node = 4,
                                    .forward = seed % 4 == 0 ? 0.0 : 0.1,
                                    .undated = 0.05,
                                    .years = seed % 2 == 0 ? 0.0 : 0.3,
                                    .span_days = 4000},
                                   threads)) {
        std::mt19937_64 random{seed};
        for (std::size_t node = 0; node < graph.day.size(); ++node) {
            for (std::uint32_t each = 0; each < 6; ++each) {
                if (random() % 3 == 0) {
                    items.push_back(each);
                }
            }
            offsets.push_back(static_cast<graph::ArcId>(items.size()));
        }
        input.graph = graph.view();
        input.classes = {offsets, items};
        input.class_count = 6;
    }
};

bool same_cell(const Column& one, std::size_t at, const Column& other, std::size_t place) {
    if (one.defined(at) != other.defined(place)) {
        return false;
    }
    if (!one.defined(at)) {
        return one.why(at) == other.why(place);
    }
    return std::bit_cast<std::uint64_t>(one.values[at]) ==
               std::bit_cast<std::uint64_t>(other.values[place]) &&
           one.complete(at) == other.complete(place);
}

} // namespace

TEST_CASE("yearly columns: to the bit what separate runs as of each year-end give") {
    Threads threads{2};
    const std::vector<std::string> keys{"forward_citations_5y",
                                        "cd_1y",
                                        "cd_5y",
                                        "mcd_3y",
                                        "generality",
                                        "generality_hall",
                                        "originality",
                                        "originality_hall",
                                        "pagerank_a50",
                                        "backward_citations",
                                        "forward_citations_2y"};
    std::size_t cells = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const RandomInput random{seed, threads};
        YearlyColumns yearly{random.input, keys, 1993, 2006, threads};
        const auto cutoffs = yearly.cutoffs();
        REQUIRE(cutoffs.size() == 14);
        std::vector<YearlyColumns::Block> blocks;
        for (NodeId begin = 0; begin < yearly.documents(); begin += 9) {
            blocks.emplace_back();
            yearly.fill(blocks.back(), begin, std::min<NodeId>(begin + 9, yearly.documents()), 0);
        }
        for (std::size_t c = 0; c < cutoffs.size(); ++c) {
            const CutOff cut{random.input, cutoffs[c].days(), threads};
            const auto columns = compute_columns(cut.input(), keys, threads);
            std::size_t wrong = 0;
            for (NodeId node = 0; node < yearly.documents(); ++node) {
                const auto& block = blocks[node / 9];
                const auto row = std::size_t{node - block.begin} * cutoffs.size() + c;
                REQUIRE((yearly.first_cutoff(node) <= c) == (node < cut.input().nodes()));
                for (std::size_t k = 0; k < keys.size(); ++k) {
                    REQUIRE(block.columns[k].key == keys[k]);
                    if (node < cut.input().nodes()) {
                        wrong += same_cell(block.columns[k], row, columns[k], node) ? 0 : 1;
                        ++cells;
                    } else {
                        wrong += block.columns[k].defined(row) ? 1 : 0;
                    }
                }
            }
            REQUIRE(wrong == 0);
        }
    }
    CHECK(cells > 10000);
}

TEST_CASE("yearly columns: a block can be used again for fewer documents") {
    Threads threads{1};
    const RandomInput random{17, threads};
    const std::vector<std::string> keys{"cd_3y", "pagerank_a50"};
    YearlyColumns yearly{random.input, keys, 1998, 2006, threads};
    const auto documents = yearly.documents();
    REQUIRE(documents > 8);
    YearlyColumns::Block again;
    yearly.fill(again, 0, documents - 3, 0);
    yearly.fill(again, documents - 3, documents, 0);
    YearlyColumns other{random.input, keys, 1998, 2006, threads};
    YearlyColumns::Block fresh;
    other.fill(fresh, documents - 3, documents, 0);
    for (std::size_t k = 0; k < keys.size(); ++k) {
        for (std::size_t row = 0; row < 3 * yearly.cutoffs().size(); ++row) {
            CHECK(same_cell(again.columns[k], row, fresh.columns[k], row));
        }
    }
}

TEST_CASE("yearly columns: years out of order, unknown keys, and what only a record tells") {
    Threads threads{1};
    RandomInput random{3, threads};
    const std::vector<const Patent*> records(random.input.nodes(), nullptr);
    random.input.records = records;
    const auto make = [&](const std::vector<std::string>& keys, int first, int last) {
        YearlyColumns yearly{random.input, keys, first, last, threads};
    };
    CHECK_NOTHROW(make({"cd_5y"}, 2000, 2000));
    CHECK_THROWS_AS(make({"cd_5y"}, 2001, 2000), UsageError);
    CHECK_THROWS_AS(make({"cd_5y"}, 1800, 2000), UsageError);
    CHECK_THROWS_AS(make({"cd"}, 2000, 2001), UsageError);
    CHECK_THROWS_AS(make({"claims"}, 2000, 2001), UsageError);
}

TEST_CASE("columns: several windows in one pass are those asked for one by one") {
    Threads threads{2};
    for (std::uint64_t seed = 100; seed < 130; ++seed) {
        const RandomInput random{seed, threads};
        std::vector<std::string> keys;
        for (int years = 12; years > 0; --years) {
            for (const std::string name : {"cd_", "mcd_", "forward_citations_"}) {
                keys.push_back(name + std::to_string(years) + "y");
            }
        }
        const auto together = compute_columns(random.input, keys, threads);
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const auto alone = compute_columns(random.input, std::span{keys}.subspan(k, 1), threads);
            std::size_t wrong = 0;
            for (std::size_t node = 0; node < random.input.nodes(); ++node) {
                wrong += same_cell(together[k], node, alone[0], node) ? 0 : 1;
            }
            REQUIRE(wrong == 0);
        }
    }
}

} // namespace test_yearly_columns
