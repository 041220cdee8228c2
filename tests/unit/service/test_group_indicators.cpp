// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of a small snapshot, by hand.
#include <longmen/base/errors.hpp>
#include <longmen/service/group_indicators.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <fstream>

namespace test_group_indicators {

using namespace longmen;
using indicators::GroupKind;

namespace {

/// 1 (2000, 甲), 2 (2001, 甲 and 乙), 3 (2002, 乙), 4 (2003, 丙); 2 cites 1, 3 cites 1 and 2, 4 cites 2.
store::Snapshot small(const test::Folder& folder) {
    std::ofstream(folder.path("n.tsv"))
        << "id\tdate\tclasses\tapplicant\n1\t2000-01-01\tA01B\t甲\n2\t2001-01-01\tH04L\t甲;乙\n"
           "3\t2002-01-01\tH04L\t乙\n4\t2003-06-01\tG06F\t丙\n";
    std::ofstream(folder.path("e.tsv")) << "2\t1\n3\t1\n3\t2\n4\t2\n";
    Threads threads{1};
    Progress silent;
    service::build_snapshot(
        {folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"},
        threads, silent);
    return store::Snapshot::open(folder.path("s.lms"));
}

service::GroupRequest request(GroupKind kind, std::vector<std::string> keys) {
    service::GroupRequest request;
    request.kind = kind;
    request.keys = std::move(keys);
    request.models_folder = LONGMEN_SOURCE_DIR "/models";
    return request;
}

double number(const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        return static_cast<double>(*whole);
    }
    return std::get<Decimal>(cell).value;
}

} // namespace

TEST_CASE("group indicators: applicants, by documents, then name") {
    const test::Folder folder;
    const auto snapshot = small(folder);
    Threads threads{2};
    const auto wanted =
        request(GroupKind::applicants, {"documents", "citations", "h_index", "current_impact"});
    const auto result = service::group_indicators(snapshot, nullptr, wanted, Lang::zh, threads);
    CHECK(result.as_of.iso() == "2003-06-01");
    const auto& rows = result.table.rows;
    REQUIRE(rows.size() == 3);
    CHECK(std::get<std::string>(rows[0][0]) == "乙");
    CHECK(std::get<std::string>(rows[1][0]) == "甲");
    CHECK(std::get<std::string>(rows[2][0]) == "丙");
    CHECK(number(rows[0][1]) == 2);
    CHECK(number(rows[0][2]) == 2);
    CHECK(number(rows[0][3]) == 1);
    CHECK(number(rows[1][2]) == 4);
    CHECK(number(rows[1][3]) == 2);
    // 2002 is the last full year: its document cites both documents of 1997 to 2001. Of 乙 2 alone.
    CHECK(number(rows[0][4]) == 1);
    CHECK(rows[2][4].index() == 0);
    CHECK(result.table.columns[1].heading == "文献数");
}

TEST_CASE("group indicators: fields of one applicant, reasons, the first ones only") {
    const test::Folder folder;
    const auto snapshot = small(folder);
    Threads threads{1};
    auto wanted = request(GroupKind::fields, {"documents", "rta", "cycle"});
    CHECK_THROWS_AS(service::group_indicators(snapshot, nullptr, wanted, Lang::en, threads), UsageError);
    wanted.keys = {"documents", "rta", "life_cycle_share"};
    wanted.applicant = "甲";
    wanted.reasons = true;
    const auto result = service::group_indicators(snapshot, nullptr, wanted, Lang::en, threads);
    // H04L, A01B and G06F lie in three fields; 甲 has one document in each of the first two.
    REQUIRE(result.table.rows.size() == 3);
    CHECK(result.table.columns[4].key == "rta");
    for (const auto& row : result.table.rows) {
        const bool without = number(row[2]) == 0;
        CHECK(row[3].index() == 0);
        CHECK((without ? number(row[4]) == 0 : number(row[4]) == Approx(2) || number(row[4]) == Approx(1)));
        CHECK(std::get<std::string>(row[7]) == "no_data");
    }
    wanted.top = 1;
    CHECK(service::group_indicators(snapshot, nullptr, wanted, Lang::en, threads).table.rows.size() == 1);
    wanted.applicant = "丁";
    CHECK_THROWS_AS(service::group_indicators(snapshot, nullptr, wanted, Lang::en, threads), UsageError);
}

TEST_CASE("group indicators: an applicant under another spelling of the corpus; no date at all") {
    const test::Folder folder;
    const auto snapshot = small(folder);
    Threads threads{1};
    Corpus corpus;
    corpus.same_as["甲公司"] = "甲";
    auto wanted = request(GroupKind::corpus, {"documents"});
    wanted.applicant = "甲公司";
    const auto result = service::group_indicators(snapshot, &corpus, wanted, Lang::en, threads);
    CHECK(number(result.table.rows.at(0).at(0)) == 2);
    std::ofstream(folder.path("bare.tsv")) << "2\t1\n";
    Progress silent;
    service::build_snapshot(
        {"", folder.path("bare.tsv"), folder.path("bare.lms"), LONGMEN_SOURCE_DIR "/models"}, threads,
        silent);
    const auto bare = store::Snapshot::open(folder.path("bare.lms"));
    CHECK_THROWS_AS(service::group_indicators(bare, nullptr, request(GroupKind::corpus, {"documents"}),
                                              Lang::en, threads),
                    DataError);
}

TEST_CASE("group indicators: survival of rights from the columns of a table") {
    const test::Folder folder;
    // Six rights of 2000: given up after 3, 6 and 6 years, kept for the whole term of 10, in force after 12.
    std::ofstream(folder.path("n.tsv"))
        << "id\tfiling_date\tlapse_date\tterm_end_date\tin_force_from\tin_force_until\n"
           "1\t2000-01-01\t2003-01-01\t\t2001-01-01\t2003-01-01\n"
           "2\t2000-01-01\t2006-01-01\t\t2001-01-01\t2006-01-01\n"
           "3\t2000-01-01\t2006-01-01\t\t2001-01-01\t2006-01-01\n"
           "4\t2000-01-01\t\t2010-01-01\t2001-01-01\t2010-01-01\n"
           "5\t2000-01-01\t\t2020-01-01\t2001-01-01\t2012-01-01\n"
           "6\t2000-01-01\t\t\t\t\n" // nothing known
           "7\t2012-01-01\t\t\t\t\n";
    std::ofstream(folder.path("e.tsv")) << "7\t1\n"; // the heading tells that the clock is that of filing
    Threads threads{1};
    Progress silent;
    service::build_snapshot(
        {folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"},
        threads, silent);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    const std::vector<std::string> keys{"renewal_rights", "renewal_lapses", "renewal_median",
                                        "renewal_kept_5y", "renewal_kept_10y"};
    auto wanted = request(GroupKind::corpus, keys);
    const auto row = service::group_indicators(snapshot, nullptr, wanted, Lang::en, threads).table.rows.at(0);
    CHECK(number(row[0]) == 5);
    CHECK(number(row[1]) == 3);
    CHECK(number(row[2]) == 6);
    CHECK(number(row[3]) == Approx(0.8));         // 4 of 5 beyond the third year
    CHECK(number(row[4]) == Approx(0.8 * 2 / 4)); // 2 of 4 gone in the sixth
    wanted.as_of = Date::from_ymd(2004, 1, 1);
    const auto before =
        service::group_indicators(snapshot, nullptr, wanted, Lang::en, threads).table.rows.at(0);
    CHECK(number(before[0]) == 5);
    CHECK(number(before[1]) == 1);
    CHECK(before[2].index() == 0); // more than half are alive
    CHECK(before[3].index() == 0); // nobody is followed for five years
}

} // namespace test_group_indicators
