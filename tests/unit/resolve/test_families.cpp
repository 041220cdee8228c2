// SPDX-License-Identifier: GPL-3.0-or-later
// Simple and extended families: cases by hand, spellings, cuts, and the slow definition on random inputs.
#include "oracle/families_by_definition.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/resolve/families.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

namespace test_families {

using namespace longmen;
using namespace longmen::resolve;

namespace {

FamilyDocument document(std::string number, std::string application,
                        std::vector<std::string> priorities = {}) {
    FamilyDocument result;
    result.number = number;
    result.publications = {std::move(number)};
    result.application.text = std::move(application);
    for (auto& priority : priorities) {
        result.priorities.push_back({std::move(priority), std::nullopt});
    }
    return result;
}

std::vector<std::string> names(const std::vector<FamilyDocument>& documents,
                               const std::vector<std::uint32_t>& families) {
    std::vector<std::string> result;
    for (const auto family : families) {
        result.push_back(documents[family].number);
    }
    return result;
}

using Names = std::vector<std::string>;

WrittenNumber on(std::string text, const char* day) {
    return {std::move(text), Date::from_iso(day)};
}

constexpr auto cuts_head = "id='t'\nversion='1'\nsource='s'\nsource_date=2026-01-01\n";
FamilyCuts cuts(const std::string& body) {
    return FamilyCuts::read(
        Config::parse(cuts_head + body + "reason='r'\nsource='s'\nsource_date=2026-01-01\n", "cuts.toml"));
}

} // namespace

TEST_CASE("families: the first filing and what claims it alone are one simple family") {
    const std::vector<FamilyDocument> documents{document("US9000001B2", "US14100001", {"CN201310000001"}),
                                                document("CN103000001A", "CN201310000001.7"),
                                                document("EP2700001A1", "EP14000001", {"CN201310000001.7"}),
                                                document("CN103000002A", "CN201310000002")};
    const auto families = make_families(documents);
    const Names wanted{"CN103000001A", "CN103000001A", "CN103000001A", "CN103000002A"};
    CHECK(names(documents, families.simple) == wanted);
    CHECK(names(documents, families.extended) == wanted);
    REQUIRE(families.simple_links.size() == 2);
    CHECK(families.simple_links[0].a == 1);
    CHECK(families.simple_links[0].reason == LinkReason::same_priorities);
    CHECK(families.simple_links[0].number.starts_with("CN201310000001"));
    CHECK(link_reason_key(families.simple_links[0].reason) == "same_priorities");
}

TEST_CASE("families: one of two priorities in common is an extended family, not a simple one") {
    const std::vector<FamilyDocument> documents{
        document("A1", "CN201310000011", {"US61000001", "US61000002"}),
        document("A2", "CN201310000012", {"US61000002"}),
        document("A3", "CN201310000013", {"US61000002", "US61000003"}),
        document("A4", "CN201310000014", {"US61000003"})};
    const auto families = make_families(documents);
    CHECK(names(documents, families.simple) == Names{"A1", "A2", "A3", "A4"});
    CHECK(names(documents, families.extended) == Names{"A1", "A1", "A1", "A1"}); // A1 and A4 through others
    REQUIRE(families.extended_links.size() == 3);
    CHECK(families.extended_links[0].reason == LinkReason::shared_priority);
    CHECK(families.extended_links[0].number == "US61000002");
}

TEST_CASE("families: a continuation has the priorities of its parent whatever it claims") {
    auto child = document("US9000002B2", "US14200002", {"US14200001"});
    child.parents = {{"US14200001", std::nullopt}};
    auto grandchild = document("US9000003B2", "US14200003");
    grandchild.parents = {{"US14200002", std::nullopt}};
    const std::vector<FamilyDocument> documents{
        document("US9000001B2", "US14200001", {"US61000001"}), child, grandchild,
        document("WO2014000001A1", "PCT/US2014/000001", {"US61000001"})};
    const auto families = make_families(documents);
    CHECK(names(documents, families.simple) == Names(4, "US9000001B2"));
    const auto parent_only = make_families({document("B1", "US14300001"),
                                            [] {
                                                auto d = document("B2", "US14300002");
                                                d.parents = {{"US14300009", std::nullopt}};
                                                return d;
                                            }(),
                                            [] {
                                                auto d = document("B3", "US14300003", {"US61000009"});
                                                d.parents = {{"US14300009", std::nullopt}};
                                                return d;
                                            }()});
    CHECK(parent_only.simple == std::vector<std::uint32_t>{0, 1, 2}); // the parent is not here to be asked
    CHECK(parent_only.extended == std::vector<std::uint32_t>{0, 1, 1});
    REQUIRE(parent_only.extended_links.size() == 1);
    CHECK(parent_only.extended_links[0].reason == LinkReason::parent);
}

TEST_CASE("families: national phases meet in the international application, with or without it") {
    const std::vector<FamilyDocument> documents{
        document("CN103000001A", "CN201380000001", {"PCT/US2013/000001", "US61000001"}),
        document("EP2800001A1", "EP13000001", {"WO2013US00001A", "US61000001"}),
        document("JP2015500001A", "JP2014500001", {"PCT/US2013/000001"})};
    const auto families = make_families(documents);
    CHECK(names(documents, families.simple) == Names{"CN103000001A", "CN103000001A", "JP2015500001A"});
    CHECK(names(documents, families.extended) == Names(3, "CN103000001A"));
    CHECK(families.extended_links.back().reason == LinkReason::national_phase);
    CHECK(families.extended_links.back().number == "PCT/US2013/000001");
    auto with = documents;
    with.push_back(document("WO2013100001A1", "PCT/US2013/000001", {"US61000001"}));
    CHECK(names(with, make_families(with).simple) == Names(4, "CN103000001A"));
}

TEST_CASE("families: spellings of one application are one when the day is known") {
    auto lens = document("US8000001B2", "");
    lens.application = on("US 24401608 A", "2008-10-02");
    auto patsnap = document("CN101000001A", "CN200910000001");
    patsnap.priorities = {on("US12/244016", "2008-10-02")};
    auto derwent = document("EP2000001A1", "EP09000001");
    derwent.priorities = {on("US2008244016A", "2008-10-02")};
    auto other_day = document("EP2000002A1", "EP09000002");
    other_day.priorities = {on("US11/244016", "2005-10-03")};
    auto provisional = document("EP2000003A1", "EP09000003");
    provisional.priorities = {on("US2008244016P", "2008-10-02")};
    const std::vector<FamilyDocument> documents{lens, patsnap, derwent, other_day, provisional};
    CHECK(names(documents, make_families(documents).simple) ==
          Names{"CN101000001A", "CN101000001A", "CN101000001A", "EP2000002A1", "EP2000003A1"});

    auto french = document("F1", "EP02000001");
    french.priorities = {on("FR 0115532 A", "2001-11-30")};
    auto full = document("F2", "EP02000002");
    full.priorities = {on("FR2001015532", "2001-11-30")};
    CHECK(make_families({french, full}).simple == std::vector<std::uint32_t>{0, 0});
}

TEST_CASE("families: two series of one serial and day are no spellings of one application") {
    auto a = document("A1", "EP16000001");
    a.priorities = {on("US62302260P", "2016-03-02")};
    auto b = document("A2", "EP16000002");
    b.priorities = {on("US63302260P", "2016-03-02")};
    auto c = document("A3", "EP16000003");
    c.priorities = {on("US2016302260P", "2016-03-02")};
    CHECK(make_families({a, b, c}).extended ==
          std::vector<std::uint32_t>{0, 1, 2}); // which one c means is open
    CHECK(make_families({a, c}).extended == std::vector<std::uint32_t>{0, 0});
    auto d = document("A4", "EP07000001");
    d.priorities = {on("US 24560006 A", "2006-06-21")};
    auto e = document("A5", "EP07000002");
    e.priorities = {on("US 42560006 A", "2006-06-21")};
    CHECK(make_families({d, e}).extended == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("families: a list of active priorities is taken as it is") {
    auto part = document("US9000002B2", "US14200002", {"US14200002", "US14200001"});
    part.priority_list = PriorityList::active; // its own number in the list: new matter
    const std::vector<FamilyDocument> documents{document("US9000001B2", "US14200001", {"US61000001"}), part};
    const auto families = make_families(documents);
    CHECK(families.simple == std::vector<std::uint32_t>{0, 1});
    CHECK(families.extended == std::vector<std::uint32_t>{0, 0});
    auto all = documents;
    all[1].priority_list = PriorityList::all;
    CHECK(make_families(all).simple == std::vector<std::uint32_t>{0, 0});
}

TEST_CASE("families: a priority given by publication number is the application behind it") {
    const std::vector<FamilyDocument> documents{document("EP1000001A1", "EP99000001"),
                                                document("CN1300001A", "CN00100001", {"EP1000001B1"})};
    CHECK(make_families(documents).simple == std::vector<std::uint32_t>{1, 1});
}

TEST_CASE("families: as the vendor gives it, or by either") {
    auto a = document("CN103000001A", "CN201310000001");
    a.vendor_simple.members = {"CN103000001B", "US20140000001A1"};
    a.vendor_extended.id = "F77";
    auto b = document("US9000001B2", "US14100001");
    b.vendor_simple.members = {"US20140000001A1"}; // in neither record: still the same family
    auto c = document("WO2014000009A1", "PCT/CN2014/000009", {"CN201310000001"});
    auto d = document("JP2015500001A", "JP2014500001");
    d.vendor_extended.id = "F77";
    const std::vector<FamilyDocument> documents{a, b, c, d};
    CHECK(names(documents, make_families(documents).simple) ==
          Names{"CN103000001A", "US9000001B2", "CN103000001A", "JP2015500001A"});
    const auto vendor = make_families(documents, FamilyBasis::vendor);
    CHECK(names(documents, vendor.simple) ==
          Names{"CN103000001A", "CN103000001A", "WO2014000009A1", "JP2015500001A"});
    CHECK(names(documents, vendor.extended) ==
          Names{"CN103000001A", "CN103000001A", "WO2014000009A1", "CN103000001A"});
    CHECK(vendor.simple_links.at(0).reason == LinkReason::vendor);
    CHECK(names(documents, make_families(documents, FamilyBasis::both).extended) == Names(4, "CN103000001A"));
}

TEST_CASE("families: documents of one application are together, circles are one set") {
    const std::vector<FamilyDocument> documents{
        document("EP1000001B1", "EP99000001", {"US60000001"}), document("EP1000001A2", "EP99000001"),
        document("C1", "US14000001", {"US14000002"}), document("C2", "US14000002", {"US14000001"}),
        document("C3", "US14000003", {"US14000002"})};
    const auto families = make_families(documents);
    CHECK(families.simple == std::vector<std::uint32_t>{1, 1, 2, 2, 2});
    CHECK(families.simple_links.back().reason == LinkReason::same_application);
}

TEST_CASE("families: unreadable numbers are compared as written and told") {
    const auto families =
        make_families({document("A1", "CN201310000001", {"No. 7 of 1931!"}),
                       document("A2", "CN201310000002", {"NO. 7 of 1931!"}), document("A3", " ")});
    CHECK(families.extended == std::vector<std::uint32_t>{0, 0, 2});
    CHECK(families.unreadable.size() == 5); // the two spellings, and the publications A1, A2, A3
    CHECK(make_families({}).simple.empty());
    CHECK(make_families({document("A1", "CN201310000001")}).extended == std::vector<std::uint32_t>{0});
}

TEST_CASE("family cuts: a claim, a pair, a number") {
    const std::vector<FamilyDocument> documents{document("CN103000001A", "CN201310000001", {"US61000001"}),
                                                document("CN103000002A", "CN201310000002", {"US61000001"}),
                                                document("CN103000003A", "CN201310000003", {"US61000001"})};
    const auto claim = cuts("[[cut]]\ndocument='CN 103000002 A'\nnumber='US 61/000001'\n");
    CHECK(make_families(documents, FamilyBasis::priorities, claim).extended ==
          std::vector<std::uint32_t>{0, 1, 0});
    const auto pair = cuts("[[cut]]\ndocument='CN103000001A'\nother='CN201310000002'\n");
    const auto tied = make_families(documents, FamilyBasis::priorities, pair);
    CHECK(tied.extended == std::vector<std::uint32_t>{0, 0, 0}); // the third ties them
    CHECK(tied.extended_links.size() == 2);
    CHECK(make_families({documents[0], documents[1]}, FamilyBasis::priorities, pair).extended ==
          std::vector<std::uint32_t>{0, 1});
    const auto number = cuts("[[cut]]\nnumber='US61000001'\n");
    CHECK(make_families(documents, FamilyBasis::priorities, number).extended ==
          std::vector<std::uint32_t>{0, 1, 2});
    const auto unused = cuts("[[cut]]\nnumber='US61999999'\n");
    CHECK(make_families(documents, FamilyBasis::priorities, unused).unused_cuts.size() == 1);
}

TEST_CASE("family cuts: the shipped list reads, faulty ones are refused with their line") {
    CHECK_NOTHROW(FamilyCuts::read(Config::read(LONGMEN_SOURCE_DIR "/models/resolve/family_cuts.toml")));
    CHECK_THROWS_WITH(cuts("[[cut]]\ndocument='CN103000001A'\n"), Catch::Contains("cuts.toml:5"));
    CHECK_THROWS_WITH(cuts("[[cut]]\nnumber='seven'\n"), Catch::Contains("no known form"));
    CHECK_THROWS_WITH(cuts("[[cut]]\ndocument='EP1000001A1'\nother='EP 1000001 A1'\n"),
                      Catch::Contains("two"));
    CHECK_THROWS_AS(cuts("[[cut]]\nnumber='US61000001'\nwhy='x'\n"), DataError);
    CHECK_THROWS_AS(
        FamilyCuts::read(Config::parse(std::string{cuts_head} + "[[cut]]\nnumber='US61000001'\n", "c")),
        DataError);
}

TEST_CASE("families: equal to the definition on random inputs, in any order") {
    std::mt19937 random(20261127);
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    const Names pool{"CN201310000001",    "CN201310000002",   "US14000001", "US14000002",
                     "EP14000001",        "US61000001",       "US61000002", "FR1300001",
                     "PCT/CN2014/000001", "PCT/US2014/000002"};
    for (int round = 0; round < 600; ++round) {
        std::vector<FamilyDocument> documents;
        const auto count = 1 + below(10);
        for (std::size_t i = 0; i < count; ++i) {
            auto d = document("CN10300000" + std::to_string(i) + "A", pool[below(pool.size())]);
            for (auto n = below(4); n > 0; --n) {
                d.priorities.push_back({pool[below(pool.size())], std::nullopt});
            }
            if (below(5) == 0) {
                d.parents.push_back({pool[below(pool.size())], std::nullopt});
            }
            d.priority_list = below(3) == 0 ? PriorityList::active : PriorityList::all;
            if (below(4) == 0) {
                d.vendor_simple.members = {"CN10300000" + std::to_string(below(10)) + "A"};
            }
            if (below(4) == 0) {
                d.vendor_extended = {std::to_string(below(3)),
                                     {"CN10300000" + std::to_string(below(10)) + "A"}};
            }
            documents.push_back(std::move(d));
        }
        FamilyCuts cut;
        for (auto n = below(3); n > 0; --n) {
            const auto a = documents[below(count)].number;
            const auto b = documents[below(count)].number;
            cut.cuts.push_back(below(2) == 0 ? FamilyCut{a, b, "", "r", "s", "d", 0}
                                             : FamilyCut{below(2) == 0 ? a : "", "", pool[below(pool.size())],
                                                         "r", "s", "d", 0});
        }
        const auto basis = static_cast<FamilyBasis>(below(3));
        INFO("round " << round << " basis " << static_cast<int>(basis) << " cuts " << cut.cuts.size());
        const oracle::FamiliesByDefinition definition(documents, basis, cut);
        const auto families = make_families(documents, basis, cut);
        CHECK(names(documents, families.simple) == definition.simple());
        CHECK(names(documents, families.extended) == definition.extended());

        std::vector<std::size_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::shuffle(order, random);
        std::vector<FamilyDocument> shuffled;
        for (const auto i : order) {
            shuffled.push_back(documents[i]);
            std::ranges::shuffle(shuffled.back().priorities, random);
        }
        const auto again = make_families(shuffled, basis, cut);
        REQUIRE(again.extended_links.size() == families.extended_links.size());
        for (std::size_t i = 0; i < again.extended_links.size(); ++i) {
            const auto& x = families.extended_links[i];
            const auto& y = again.extended_links[i];
            CHECK(documents[x.a].number == shuffled[y.a].number);
            CHECK(documents[x.b].number == shuffled[y.b].number);
            CHECK(x.reason == y.reason);
            CHECK(x.number == y.number);
        }
    }
}

} // namespace test_families
