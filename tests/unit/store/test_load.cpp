// SPDX-License-Identifier: GPL-3.0-or-later
// What analytics see: order, terms, dates.
#include <longmen/base/errors.hpp>
#include <longmen/store/load.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <algorithm>

namespace test_load {

using namespace longmen;
using namespace longmen::store;
using test::import_rows;
using test::patent_row;
using test::terms;

TEST_CASE("load: an empty workspace says what to do") {
    const test::Folder folder;
    const auto workspace = Workspace::open(folder.path(), OpenMode::create);
    CHECK_THROWS_WITH(load_corpus(workspace, terms()), Catch::Matchers::Contains("longmen import"));
}

TEST_CASE("load: by number; a right whose term has run out is expired") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, {patent_row(2, {{Field::app_no, "CN97101765.4"},
                                           {Field::app_date, "1997-03-01"},
                                           {Field::status, "granted"},
                                           {Field::vendor_family_id, "F1"}}),
                            patent_row(3, {{Field::app_no, "CN95115608.X"},
                                           {Field::app_date, "1995-09-01"},
                                           {Field::vendor_family_id, "F1"},
                                           {Field::ipc, "B01D1/00\nF16K1/00"},
                                           {Field::ipc_main, "F16K1/00"}}),
                            patent_row(4, {{Field::app_no, "CN201710601862.3"},
                                           {Field::app_date, "2017-07-21"},
                                           {Field::status, "granted"}})});
    const auto corpus = load_corpus(workspace, terms());
    REQUIRE(corpus.patents.size() == 3);
    CHECK(corpus.as_of.iso() == "2017-07-21");
    CHECK(corpus.patents[0].number == "CN201710601862.3");
    CHECK(corpus.patents[0].status == LegalState::granted);
    CHECK(corpus.patents[0].expiry_date->iso() == "2037-07-21");
    CHECK(corpus.patents[0].type == PatentType::invention);
    CHECK(corpus.patents[1].ipc == std::vector<std::string>{"F16K1/00", "B01D1/00"});
    CHECK(corpus.patents[2].status == LegalState::expired);
    CHECK(corpus.patents[2].family == "F1"); // the vendor's id: families are worked out above
    CHECK(load_corpus(workspace, terms(), Date::from_iso("2010-01-01")).patents[2].status ==
          LegalState::granted);
}

TEST_CASE("load: the term runs from the parent's filing, is lengthened by compensation, and yields to a "
          "given end") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace,
                {patent_row(2, {{Field::app_no, "CN201710601862.3"}, {Field::app_date, "2017-07-21"}}),
                 patent_row(3, {{Field::app_no, "CN202010000001.0"},
                                {Field::app_date, "2020-01-02"},
                                {Field::parent_app_no, "201710601862.3"}}),
                 patent_row(4, {{Field::app_no, "CN202010000002.5"},
                                {Field::app_date, "2016-03-01"}, // filed abroad, received in 2020
                                {Field::pta_days, "20"},
                                {Field::pte_days, "11"}}),
                 patent_row(5, {{Field::app_no, "CN202010000003.X"},
                                {Field::app_date, "2016-03-01"},
                                {Field::pta_days, "20"},
                                {Field::expiry_date, "2036-05-05"}})});
    const auto corpus = load_corpus(workspace, terms());
    const auto end = [&](const char* app_no) {
        return std::ranges::find(corpus.patents, app_no, &Patent::app_no)->expiry_date->iso();
    };
    CHECK(end("CN201710601862.3") == "2037-07-21");
    CHECK(end("CN202010000001.0") == "2037-07-21");
    CHECK(end("CN202010000002.5") == "2036-04-01");
    CHECK(end("CN202010000003.X") == "2036-05-05");
}

} // namespace test_load
