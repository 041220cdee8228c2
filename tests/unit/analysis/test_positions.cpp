// SPDX-License-Identifier: GPL-3.0-or-later
// Specialisation, rivals and white spots.
#include "small_corpus.hpp"

#include <longmen/analysis/positions.hpp>
#include <longmen/base/errors.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

namespace test_positions {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

namespace {

void add(std::vector<Given>& given, int n, const std::string& applicant, const std::string& ipc,
         const std::string& filed = "2015-01-01") {
    for (int i = 0; i < n; ++i) {
        given.push_back({filed, {applicant}, {ipc}});
    }
}

Selection of(const Corpus& data, const std::string& applicant) {
    Selection result;
    for (const auto position : all(data)) {
        if (data.patents[position].applicants.front() == applicant) {
            result.push_back(position);
        }
    }
    return result;
}

const ClassPosition& at(const Position& position, const std::string& key) {
    return *std::ranges::find(position.classes, key, &ClassPosition::key);
}

} // namespace

TEST_CASE("positions: RTA by the worked example") {
    // P = [[10, 30], [20, 40]]: RTA_11 = .25 / .3 = .8333, RPA -18.03
    std::vector<Given> given;
    add(given, 10, "A", "A01B 1/00");
    add(given, 30, "A", "B01D 1/00");
    add(given, 20, "B", "A01B 1/00");
    add(given, 40, "B", "B01D 1/00");
    const Corpus data = corpus(given);
    const auto position = position_of(data, of(data, "A"), all(data), main_subclass, data.as_of, rules());
    CHECK(position.own == 40);
    CHECK(position.all == 100);
    CHECK(*at(position, "A01B").rta == Approx(0.8333).margin(1e-4));
    CHECK(*at(position, "A01B").rpa == Approx(-18.03).margin(5e-3));
    CHECK(at(position, "A01B").rta_interval->low < 0.8333);
    CHECK(at(position, "A01B").rta_interval->high > 1);
    CHECK(position.classes[0].key == "B01D");
    CHECK(at(position, "A01B").expected == Approx(12));
    // 10 where 12 are expected is chance: p = 0.35.
    CHECK(at(position, "A01B").p == Approx(0.347).margin(1e-3));
    CHECK(position.white_spots.empty());
}

TEST_CASE("positions: white spots agree with counting, and need enough expected") {
    std::vector<Given> given;
    add(given, 40, "A", "A01B 1/00");
    add(given, 40, "B", "B01D 1/00");
    add(given, 15, "B", "C01B 1/00");
    add(given, 5, "B", "D01B 1/00");
    const Corpus data = corpus(given);
    const auto position = position_of(data, of(data, "A"), all(data), main_subclass, data.as_of, rules());
    // of A's 40: 16 expected in B01D, 6 in C01B, 2 in D01B (too few to say)
    REQUIRE(position.white_spots.size() == 2);
    CHECK(position.white_spots[0].key == "B01D");
    CHECK(position.white_spots[0].p == Approx(std::exp(-16.0)));
    CHECK(position.white_spots[1].key == "C01B");
    CHECK_FALSE(at(position, "D01B").reliable);
    CHECK(position.white_spot_note.zh.empty());
}

TEST_CASE("positions: a small portfolio says that white spots cannot be told") {
    std::vector<Given> given;
    add(given, 2, "A", "A01B 1/00");
    add(given, 50, "B", "B01D 1/00");
    const Corpus data = corpus(given);
    const auto position = position_of(data, of(data, "A"), all(data), main_subclass, data.as_of, rules());
    CHECK(position.white_spots.empty());
    CHECK_FALSE(position.white_spot_note.en.empty());
    const auto nothing = position_of(data, {}, all(data), main_subclass, data.as_of, rules());
    CHECK_FALSE(nothing.classes[0].rta);
}

TEST_CASE("positions: growth of a class looks at complete years only") {
    std::vector<Given> given;
    add(given, 6, "A", "A01B 1/00", "2018-01-01"); // last complete year for 2020-12-31
    add(given, 4, "A", "A01B 1/00", "2010-01-01");
    add(given, 9, "A", "A01B 1/00", "2019-01-01"); // grey
    add(given, 9, "A", "A01B 1/00", "2008-01-01"); // before the window
    const Corpus data = corpus(given);
    const auto position = position_of(data, all(data), all(data), main_subclass, data.as_of, rules());
    CHECK(*position.classes[0].recent == Approx(0.6));
}

TEST_CASE("positions: rivals are those who file in the same classes") {
    std::vector<Given> given;
    add(given, 3, "甲", "A01B 1/00");
    add(given, 4, "甲", "B01D 1/00");
    add(given, 6, "同行", "A01B 1/00");
    add(given, 8, "同行", "B01D 1/00");
    add(given, 5, "半同", "A01B 1/00");
    add(given, 9, "无关", "C01B 1/00");
    const Corpus data = corpus(given);
    const auto list = parties(data, all(data));
    const auto peers = peers_of(data, list, "甲", main_subclass, data.as_of, rules(), 10);
    CHECK(peers.focal.patents == 7);
    CHECK(peers.focal.rank == 3);
    REQUIRE(peers.nearest.size() == 2);
    CHECK(peers.nearest[0].name == "同行");
    CHECK(*peers.nearest[0].similarity == Approx(1.0));
    CHECK(peers.nearest[0].in_common == std::vector<std::string>{"B01D", "A01B"});
    CHECK(*peers.nearest[1].similarity == Approx(0.6)); // 3 / 5
    CHECK(peers.nearest[0].rank == 1);
    CHECK(peers.nearest[0].in_force == 14);
    CHECK_THROWS_AS(peers_of(data, list, "丙", main_subclass, data.as_of, rules(), 10), UsageError);
}

} // namespace test_positions
