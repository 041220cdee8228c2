// SPDX-License-Identifier: GPL-3.0-or-later
// Records known by ids of sources: found by them, joined with numbers, nothing of a united list lost.
#include "support/workspace.hpp"

#include <longmen/store/citations.hpp>
#include <longmen/store/detail/prepared_patent.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/detail/united_list.hpp>
#include <longmen/store/fixes.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/load.hpp>
#include <longmen/store/lookup.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace test_source_ids {

using namespace longmen;
using namespace longmen::test;

namespace {

Corpus loaded(const store::Workspace& workspace) {
    return store::load_corpus(workspace, terms(), std::nullopt);
}

std::string stored(const store::Workspace& workspace, const std::string& number, Field field) {
    auto query = workspace.database().prepare("SELECT " + std::string{field_info(field).key} +
                                              " FROM patent WHERE id = ?");
    query.bind(1, store::find_patent(workspace, number).value());
    REQUIRE(query.step());
    return query.text(0);
}

const auto by_id = patent_row(1, {{Field::source_ids, "db:appln:1"}, {Field::app_date, "2011"}});
const auto applicants = patent_row(1, {{Field::source_ids, "db:appln:1"}, {Field::applicants, "甲公司"}});
const auto numbered = patent_row(1, {{Field::source_ids, "db:appln:1"},
                                     {Field::app_no, "CN201110012345.5"},
                                     {Field::app_date, "2011-01-20"}});
const auto published = patent_row(1, {{Field::source_ids, "db:appln:1\ndb:publn:9"},
                                      {Field::pub_no, "CN102345678A"},
                                      {Field::pub_date, "2011-08-01"}});
const auto citing =
    patent_row(1, {{Field::source_ids, "db:publn:9"}, {Field::cited, "db:publn:77\t\tsearch"}});
const auto also_citing =
    patent_row(1, {{Field::app_no, "CN201110012345.5"}, {Field::cited, "US7131597B2\nDE1234567"}});

} // namespace

TEST_CASE("source ids: the number of a record that has no other", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace, {by_id});
    import_rows(workspace, {applicants});
    auto corpus = loaded(workspace);
    REQUIRE(corpus.patents.size() == 1);
    CHECK(corpus.patents[0].number == "db:appln:1");
    CHECK(corpus.patents[0].office.empty());
    CHECK(corpus.patents[0].applicants == std::vector<std::string>{"甲公司"});
    import_rows(workspace, {numbered});
    corpus = loaded(workspace);
    REQUIRE(corpus.patents.size() == 1);
    CHECK(corpus.patents[0].number == "CN201110012345.5");
    CHECK(store::find_patent(workspace, "db:appln:1") == store::find_patent(workspace, "CN201110012345.5"));
    CHECK_FALSE(store::find_patent(workspace, "db:appln:2"));
}

TEST_CASE("source ids: tables in any order make one record with all they tell", "[store]") {
    std::vector<PatentRow> tables{by_id, numbered, published, citing, also_citing};
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    do {
        const Folder folder;
        auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
        for (const auto i : order) {
            import_rows(workspace, {tables[i]}, std::nullopt, std::to_string(i));
        }
        const auto corpus = loaded(workspace);
        REQUIRE(corpus.patents.size() == 1);
        REQUIRE(corpus.patents[0].number == "CN102345678A");
        REQUIRE(corpus.patents[0].app_no == "CN201110012345.5");
        REQUIRE(corpus.patents[0].app_date->iso() == "2011-01-20");
        REQUIRE(stored(workspace, "db:publn:9", Field::source_ids) == "db:appln:1\ndb:publn:9");
        REQUIRE(stored(workspace, "db:publn:9", Field::cited) ==
                "DE1234567\nUS7131597B2\ndb:publn:77\t\tsearch");
        auto conflicts = workspace.database().prepare("SELECT count(*) FROM other_value WHERE shown = 1");
        REQUIRE(conflicts.step());
        REQUIRE(conflicts.integer(0) == 0); // a year does not contradict its day
        conflicts.reset();
        REQUIRE(import_rows(workspace, {tables[order[0]]}).unchanged == 1);
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("source ids: cited ids become records when their table comes, else stay stubs", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace, {citing});
    CHECK(store::count_citations(workspace).stubs == 1);
    import_rows(workspace,
                {patent_row(1, {{Field::source_ids, "db:publn:77"}, {Field::pub_no, "US7131597B2"}})});
    const auto links = store::load_citations(workspace);
    REQUIRE(links.size() == 1);
    CHECK(links[0].stub.empty());
    CHECK(links[0].cited == store::find_patent(workspace, "US7131597B2"));
    CHECK(links[0].origin == "search");
}

TEST_CASE("source ids: priorities by id are read as the numbers of their records", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace, {patent_row(1, {{Field::source_ids, "db:appln:5"},
                                           {Field::app_no, "US13345678"},
                                           {Field::app_date, "2012-01-06"},
                                           {Field::priority_numbers, "db:appln:1\ndb:appln:404"},
                                           {Field::pct_app_no, "db:appln:1"},
                                           {Field::parent_app_no, "db:appln:1"}})});
    const auto us = [&] {
        const auto corpus = loaded(workspace);
        return *std::ranges::find(corpus.patents, "US13345678", &Patent::app_no);
    };
    CHECK(us().priorities == std::vector<std::string>{"db:appln:1", "db:appln:404"});
    import_rows(workspace, {numbered});
    CHECK(us().priorities == std::vector<std::string>{"CN201110012345.5", "db:appln:404"});
    CHECK(us().international_application == "CN201110012345.5");
    CHECK(us().parent_application == "CN201110012345.5");
    // Numbers stand before ids, of whichever source and age, and neither contradicts the other.
    import_rows(
        workspace,
        {patent_row(1, {{Field::app_no, "US13345678"}, {Field::priority_numbers, "CN201110012345.5"}})},
        Date::from_ymd(2001, 1, 1));
    CHECK(us().priorities == std::vector<std::string>{"CN201110012345.5"});
}

TEST_CASE("source ids: a number without kind is another spelling of the one that has it", "[store]") {
    using store::detail::Publication;
    const auto numbers = [](const std::vector<Publication>& list) {
        std::string text;
        for (const auto& each : store::detail::settled(list)) {
            text += each.number + " " + each.date + (each.grant ? " grant;" : ";");
        }
        return text;
    };
    CHECK(numbers({{"US10000000", "2018-06-19", true}, {"US10000000B2", "", false}}) ==
          "US10000000B2 2018-06-19 grant;");
    CHECK(numbers({{"EP1234567", "2001", true}, {"EP1234567A1", "", false}, {"EP1234567B1", "", true}}) ==
          "EP1234567A1 ;EP1234567B1  grant;");
    CHECK(numbers({{"US1000000", "", false}, {"US10000000B2", "", true}}) ==
          "US1000000 ;US10000000B2  grant;");
    CHECK(numbers({{"US10000000", "", true}}) == "US10000000  grant;");
}

TEST_CASE("united list: a correction stands above all; without it all that was told comes back", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto cites = [](const char* list) {
        return patent_row(
            1, {{Field::app_no, "CN201110012345.5"}, {Field::cited, list}, {Field::app_date, "2011"}});
    };
    import_rows(workspace, {cites("DE1\nDE2")});
    store::fix(workspace, "CN201110012345.5", "cited", "JP9", "read again", "tester", "2022-01-02T00:00:00Z");
    import_rows(workspace, {cites("DE3")});
    CHECK(stored(workspace, "CN201110012345.5", Field::cited) == "JP9");
    store::undo_fix(workspace, "CN201110012345.5", "cited", "2022-01-03T00:00:00Z");
    CHECK(stored(workspace, "CN201110012345.5", Field::cited) == "DE1\nDE2\nDE3");
    auto left = workspace.database().prepare("SELECT count(*) FROM other_value WHERE field = 'cited'");
    REQUIRE(left.step());
    CHECK(left.integer(0) == 0);
}

TEST_CASE("united list: the same whatever the order, spellings of one document once", "[store]") {
    using store::detail::united_list;
    const std::vector<std::string> lists{"US7131597\tX\t\nDE1", "US7131597B2\t\texaminer", "JP3\nDE1"};
    const std::string all = "DE1\nJP3\nUS7131597B2\tX\texaminer";
    std::vector<std::size_t> order{0, 1, 2};
    do {
        auto united = lists[order[0]];
        for (const auto i : order) {
            united = united_list("cited", united, lists[i]);
        }
        auto items = united_list("cited", united, united);
        CHECK(items == united);
        std::vector<std::string> members;
        for (std::size_t at = 0; at != std::string::npos;) {
            const auto end = united.find('\n', at);
            members.push_back(united.substr(at, end - at));
            at = end == std::string::npos ? end : end + 1;
        }
        std::ranges::sort(members);
        CHECK(members == std::vector<std::string>{"DE1", "JP3", "US7131597B2\tX\texaminer"});
    } while (std::ranges::next_permutation(order).found);
    CHECK(united_list("source_ids", "b:b:1\na:a:1", "b:b:1") == "a:a:1\nb:b:1");
}

} // namespace test_source_ids
