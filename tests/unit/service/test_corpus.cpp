// SPDX-License-Identifier: GPL-3.0-or-later
// The corpus as services use it: families through vendors, priorities, parents.
#include <longmen/service/corpus.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_corpus {

using namespace longmen;
using test::import_rows;
using test::patent_row;

TEST_CASE(
    "corpus: families through the vendor's id, its members and priorities, named by the smallest member") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path(), store::OpenMode::create);
    import_rows(workspace,
                {patent_row(2, {{Field::app_no, "CN97101765.4"}, {Field::vendor_family_id, "F1"}}),
                 patent_row(3, {{Field::app_no, "CN95115608.X"}, {Field::vendor_family_id, "F1"}}),
                 patent_row(4, {{Field::app_no, "CN201710601862.3"}, {Field::app_date, "2017-07-21"}}),
                 patent_row(5, {{Field::pub_no, "US20190012345A1"},
                                {Field::app_date, "2018-07-20"},
                                {Field::priority_numbers, "CN201710601862.3"}}),
                 patent_row(6, {{Field::pub_no, "EP3000001A1"},
                                {Field::family_members, "EP3000001A1\nUS20190012345A1"}}),
                 patent_row(7, {{Field::pub_no, "CN109999999A"}})});
    const auto corpus = service::load_corpus(workspace, LONGMEN_SOURCE_DIR "/models");
    const auto family = [&](std::string_view number) {
        return std::ranges::find(corpus.patents, number, &Patent::number)->family;
    };
    CHECK(family("CN97101765.4") == "CN95115608.X");
    CHECK(family("CN95115608.X") == "CN95115608.X");
    CHECK(family("US20190012345A1") == "CN201710601862.3");
    CHECK(family("EP3000001A1") == "CN201710601862.3");
    CHECK(family("CN109999999A") == "CN109999999A");
    CHECK(corpus.patents[0].extended_family == corpus.patents[0].family);
}

TEST_CASE("corpus: active priorities are taken at their word, the others tie the extended family alone") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path(), store::OpenMode::create);
    // A continuation in part: its source marks its own filing as the active one, another lists all it claims.
    import_rows(workspace, {patent_row(2, {{Field::pub_no, "US20150000001A1"},
                                           {Field::app_no, "US201414111111"},
                                           {Field::app_date, "2014-07-01"},
                                           {Field::active_priorities, "US201414111111"}}),
                            patent_row(3, {{Field::pub_no, "US20160000002A1"},
                                           {Field::app_no, "US201514222222"},
                                           {Field::app_date, "2015-07-01"},
                                           {Field::active_priorities, "US201514222222"}})});
    import_rows(workspace, {patent_row(2, {{Field::pub_no, "US20160000002A1"},
                                           {Field::priority_numbers, "US201414111111\nUS201514222222"}})});
    const auto corpus = service::load_corpus(workspace, LONGMEN_SOURCE_DIR "/models");
    REQUIRE(corpus.patents.size() == 2);
    CHECK(corpus.patents[0].family != corpus.patents[1].family);
    CHECK(corpus.patents[0].extended_family == corpus.patents[1].extended_family);
}

} // namespace test_corpus
