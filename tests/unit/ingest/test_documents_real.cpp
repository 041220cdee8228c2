// SPDX-License-Identifier: GPL-3.0-or-later
// Real documents of the offices, where they are at hand: how many go in, and values counted another way.
#include "documents.hpp"

#include <numeric>

namespace test_documents_real {

using namespace longmen;
using reading::shared_data;
using reading::value;

namespace {

std::size_t lines(const PatentRow& row, Field field) {
    const auto text = value(row, field);
    return text == "-" ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

std::size_t lines_of_all(const reading::RowRecorder& got, Field field) {
    return std::accumulate(got.patents.begin(), got.patents.end(), std::size_t{0},
                           [&](std::size_t sum, const PatentRow& row) { return sum + lines(row, field); });
}

const PatentRow& row_of(const reading::RowRecorder& got, Field field, const std::string& number) {
    const auto found =
        std::ranges::find_if(got.patents, [&](const PatentRow& row) { return value(row, field) == number; });
    REQUIRE(found != got.patents.end());
    return *found;
}

} // namespace

TEST_CASE("documents: the Chinese documents at hand", "[ingest][data]") {
    const auto data = shared_data();
    if (!data) {
        WARN("no real data beside the project: skipped");
        return;
    }
    const auto got = reading::read_path(*data + "/office-xml/cnipa_xml.tar.xz");
    CHECK(got.patents.size() == 22); // 18 parts of five applications, 4 publications
    CHECK(got.rejected.empty());
    CHECK(got.skipped.empty());
    const auto& row = row_of(got, Field::grant_no, "CN101945314B");
    CHECK(value(row, Field::pub_no) == "CN101945314A");
    CHECK(value(row, Field::app_no) == "CN201010298420.4");
    CHECK(value(row, Field::n_claims) == "7");
    CHECK(value(row, Field::n_indep_claims) == "3");
    CHECK(value(row, Field::cited) == "CN1719946A\t\tsearch");
    const auto& old = row_of(got, Field::pub_no, "CN85100312A");
    CHECK(value(old, Field::ipc) == "B03C3/09\nF28F1/38\nF28G1/02");
    CHECK(value(old, Field::n_indep_claims) == "1");
    const auto parts = std::ranges::count_if(
        got.patents, [](const PatentRow& each) { return value(each, Field::app_no) == "CN201010241222.4"; });
    CHECK(parts == 5);
}

TEST_CASE("documents: the American documents at hand", "[ingest][data]") {
    const auto data = shared_data();
    if (!data) {
        WARN("no real data beside the project: skipped");
        return;
    }
    const auto got = reading::read_path(*data + "/office-xml/uspto_PatentPublicData_samples.tar.xz");
    CHECK(got.patents.size() == 17);
    CHECK(got.rejected.empty());
    CHECK(got.remarks.empty());
    CHECK(got.skipped.size() == 4); // two tables of classes, a search export, a zip inside
    CHECK(got.tables.size() == 4);
    struct Expected {
        std::string number;
        std::size_t claims, independent, cited, literature, cpc, inventors, priorities;
    };
    for (const auto& expected : {Expected{"US6859910B2", 2, 1, 8, 0, 0, 1, 1},
                                 {"US6970935B1", 30, 3, 11, 0, 0, 1, 0},
                                 {"US7272630B2", 17, 3, 78, 38, 0, 4, 0},
                                 {"US8926509B2", 31, 6, 129, 30, 19, 5, 1},
                                 {"US8927118B2", 45, 4, 76, 28, 14, 5, 1},
                                 {"US8930553B2", 8, 2, 16, 5, 0, 3, 0},
                                 {"US6336130B1", 22, 3, 6, 3, 0, 1, 1},
                                 {"US4347903", 3, 1, 3, 0, 0, 8, 1}}) {
        const auto& row = row_of(got, Field::grant_no, expected.number);
        INFO(expected.number);
        CHECK(lines(row, Field::claims) == expected.claims);
        CHECK(value(row, Field::n_claims) == std::to_string(expected.claims));
        CHECK(value(row, Field::n_indep_claims) == std::to_string(expected.independent));
        CHECK(lines(row, Field::cited) == expected.cited);
        CHECK(lines(row, Field::npl_cited) == expected.literature);
        CHECK(lines(row, Field::cpc) == expected.cpc);
        CHECK(lines(row, Field::inventors) == expected.inventors);
        CHECK(lines(row, Field::priority_numbers) == expected.priorities);
    }
}

TEST_CASE("documents: answers of Open Patent Services at hand", "[ingest][data]") {
    const auto data = shared_data();
    if (!data) {
        WARN("no real data beside the project: skipped");
        return;
    }
    const auto got = reading::read_path(*data + "/office-xml/patent_client_fixtures.tar.xz");
    CHECK(got.patents.size() == 143);
    CHECK(got.events.size() == 115);
    CHECK(got.rejected.empty());
    CHECK(got.skipped.size() == 47); // results of another program, tables, lists of messages
    const auto& row = row_of(got, Field::app_no, "US11023667");
    CHECK(value(row, Field::pub_no) == "US20060142694A1");
    CHECK(value(row, Field::inventors) ==
          "BEDNAREK MICHAEL C\nWILKOWSKE ERIC J\nSTEHR RICHARD E\nBUTLER WILLIAM E\nBUTLER WILLIAM EMERSON");
}

TEST_CASE("documents: the records of a vendor at hand", "[ingest][data]") {
    const auto data = shared_data();
    if (!data) {
        WARN("no real data beside the project: skipped");
        return;
    }
    const auto got = reading::read_path(*data + "/patsnap-xml/patsnap-corpus.tar.xz");
    CHECK(got.patents.size() == 2244);
    CHECK(got.rejected.empty());
    CHECK(lines_of_all(got, Field::cited) == 52643); // 52,645 less two named twice by the same document
    CHECK(lines_of_all(got, Field::family_members) == 5874);
    CHECK(got.count(DiagnosticCode::second_number) == 1);
    CHECK(got.tables.size() == 1);
}

} // namespace test_documents_real
