// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of each year-end are those of a run as of it.
#include <longmen/base/errors.hpp>
#include <longmen/service/snapshot.hpp>
#include <longmen/service/yearly_indicators.hpp>

#include <catch2/catch.hpp>
#include <support/snapshots.hpp>
#include <support/workspace.hpp>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace test_yearly_indicators {

using namespace longmen;

namespace {

constexpr int first_year = 1999, last_year = 2004;

/// 9,000 documents of six years, each with a class or two, citing earlier ones and now and then a later one.
store::Snapshot make_snapshot(const test::Folder& folder) {
    std::mt19937_64 random{5};
    std::string nodes = "id\tdate\tclasses\n";
    std::string edges;
    constexpr int documents = 9000;
    for (int i = 1; i < documents; ++i) {
        const auto month = 1 + i * 72 / documents;
        auto date = std::to_string(first_year + (month - 1) / 12);
        if (random() % 10 != 0) { // else the year alone
            date += (month % 12 < 9 ? "-0" : "-") + std::to_string(1 + month % 12) + "-15";
        }
        nodes += std::to_string(100000 + i) + "\t" + date + "\tH0" + std::to_string(1 + random() % 4) + "L";
        nodes += random() % 2 == 0 ? "\n" : ";A0" + std::to_string(1 + random() % 3) + "B\n";
        for (auto count = random() % 4; count > 0; --count) {
            const auto far = static_cast<int>(random() % 400);
            const auto cited = random() % 50 == 0 ? i + far : i - far;
            if (cited > 0 && cited != i && cited < documents) {
                edges += std::to_string(100000 + i) + "\t" + std::to_string(100000 + cited) + "\n";
            }
        }
    }
    std::ofstream(folder.path("n.tsv")) << nodes;
    std::ofstream(folder.path("e.tsv")) << edges;
    Threads threads{2};
    Progress silent;
    service::build_snapshot(
        {folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), LONGMEN_SOURCE_DIR "/models"},
        threads, silent);
    return store::Snapshot::open(folder.path("s.lms"));
}

std::string yearly_rows(const store::Snapshot& snapshot, const service::YearlyRequest& request,
                        unsigned thread_count) {
    Threads threads{thread_count};
    service::YearlyIndicators yearly{snapshot, nullptr, request, threads};
    std::string text;
    yearly.write(',', threads, [&](std::string_view piece) { text += piece; });
    return text;
}

std::vector<std::string> sorted_lines(const std::string& text) {
    std::istringstream stream{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
}

} // namespace

TEST_CASE("yearly indicators: rows are those of separate runs, for any number of threads") {
    const test::Folder folder;
    const auto snapshot = make_snapshot(folder);
    const std::vector<std::string> keys{
        "forward_citations_1y", "forward_citations_5y", "cd_1y",           "cd_3y",       "mcd_5y",
        "generality",           "originality",          "generality_hall", "pagerank_a50"};
    const service::YearlyRequest request{keys, {}, first_year, last_year, true};
    const auto text = yearly_rows(snapshot, request, 1);
    CHECK(text == yearly_rows(snapshot, request, 3));
    std::string separate;
    std::string header;
    for (int year = first_year; year <= last_year; ++year) {
        const auto as_of = Date::from_ymd(year, 12, 31);
        std::istringstream rows{test::indicator_rows(snapshot, {keys, {}, as_of, true})};
        std::getline(rows, header);
        for (std::string line; std::getline(rows, line);) {
            separate += as_of->iso() + "," + line + "\n";
        }
    }
    const auto found = sorted_lines(text);
    const auto wanted = sorted_lines("as_of," + header + "\n" + separate);
    CHECK(found.size() > 25000);
    CHECK(found == wanted);
}

TEST_CASE("yearly indicators: some documents, in the order of time, and as a table") {
    const test::Folder folder;
    const auto snapshot = make_snapshot(folder);
    const service::YearlyRequest request{{"cd_5y"}, {"104000", "100500", "104000"}, 2000, 2002, false};
    const auto text = yearly_rows(snapshot, request, 2);
    CHECK(text.starts_with("as_of,number,cd_5y\n2000-12-31,100500,"));
    CHECK(std::ranges::count(text, '\n') == 1 + 3 + 2); // the other is of 2001
    Threads threads{2};
    service::YearlyIndicators yearly{snapshot, nullptr, request, threads};
    const auto table = yearly.table(Lang::en);
    REQUIRE(table.columns.size() == 3);
    CHECK(table.columns[2].heading == "CD index, 5 years");
    CHECK(table.rows.size() == 5);
    service::YearlyIndicators all{snapshot, nullptr, {{"cd_5y"}, {}, 1999, 1999, false}, threads};
    const auto rows = all.table(Lang::en).rows;
    CHECK(rows.size() > 1000); // a sixth of the documents
    CHECK(rows.size() < 2000);
    CHECK_THROWS_AS(yearly_rows(snapshot, {{"cd_5y"}, {"108999"}, 2000, 2002, false}, 1), UsageError);
    CHECK_THROWS_AS(yearly_rows(snapshot, {{"cd_5y"}, {}, 2003, 2002, false}, 1), UsageError);
}

} // namespace test_yearly_indicators
