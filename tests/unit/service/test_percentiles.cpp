// SPDX-License-Identifier: GPL-3.0-or-later
// Percentile columns against the definition, and against a baseline made of the same documents.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/baseline_file.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/percentiles.hpp>
#include <longmen/service/snapshot.hpp>

#include <catch2/catch.hpp>
#include <support/folder.hpp>
#include <support/snapshots.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

namespace test_percentiles {

using namespace longmen;

namespace {

const std::string models = LONGMEN_SOURCE_DIR "/models";

struct Document {
    std::string number, office, subclass;
    int year = 0, field = 0, citations = 0;
};

/// Documents of two offices and three subclasses, and a snapshot of them.
std::vector<Document> write_documents(const std::string& folder, unsigned seed) {
    std::mt19937 random{seed};
    std::ofstream nodes{folder + "/n.tsv"};
    std::ofstream edges{folder + "/e.tsv"};
    nodes << "id\tdate\tclasses\n";
    std::vector<Document> all;
    // A23L: food (18), F16K: mechanical elements (31), G06F: computers (6).
    const std::vector<std::pair<std::string, int>> subclasses{{"A23L", 18}, {"F16K", 31}, {"G06F", 6}};
    for (int i = 0; i < 900; ++i) {
        Document one;
        one.office = random() % 3 == 0 ? "EP" : "CN";
        one.number = one.office + std::to_string(100000 + i) + "A";
        const auto& [subclass, field] = subclasses[random() % 10 == 0 ? 1 : random() % 2 * 2];
        one.subclass = subclass;
        one.field = field;
        one.year = 2000 + i / 90;
        nodes << one.number << "\t" << one.year << "-0" << 1 + i % 9 << "-11\t" << subclass << "1/00\n";
        for (int cited = 0; i > 0 && cited < 3; ++cited) {
            auto& other = all[random() % static_cast<unsigned>(i)];
            edges << one.number << "\t" << other.number << "\n";
        }
        all.push_back(one);
    }
    return all;
}

std::map<std::string, std::vector<std::string>> rows_of(const std::string& text) {
    std::map<std::string, std::vector<std::string>> rows;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> cells{""};
        for (const char c : line) {
            if (c == ',') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        rows[cells[0]] = {cells.begin() + 1, cells.end()};
    }
    return rows;
}

} // namespace

TEST_CASE("percentiles: mid-rank among the same office, year and field, widened by the rule") {
    const test::Folder folder;
    const auto documents = write_documents(folder.path(), 5);
    Threads threads{2};
    Progress silent;
    service::build_snapshot({folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), models},
                            threads, silent);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    service::IndicatorRequest request{{"forward_citations_5y", "backward_citations"}, {}, {}, true};
    request.percentiles = service::PercentileRequest{models, ""};
    const auto text = test::indicator_rows(snapshot, request, 2);
    CHECK(text == test::indicator_rows(snapshot, request, 1));
    const auto rows = rows_of(text);
    CHECK(rows.at("number") ==
          std::vector<std::string>{
              "forward_citations_5y", "forward_citations_5y_reason", "forward_citations_5y_percentile",
              "forward_citations_5y_percentile_reason", "forward_citations_5y_cohort", "backward_citations",
              "backward_citations_reason", "backward_citations_percentile",
              "backward_citations_percentile_reason", "backward_citations_cohort"});

    // --- the definition: 30 members or more, else three years, the sector, all fields, everything ----------
    const std::map<int, int> sector{{18, 3}, {31, 5}, {6, 1}};
    std::map<std::string, int> seen;
    for (const auto& d : documents) {
        const auto cohort = [&](int level) {
            std::vector<double> values;
            for (const auto& other : documents) {
                const int away = std::abs(other.year - d.year);
                const bool in =
                    level == 4 || (other.office == d.office && away <= (level == 0 ? 0 : 1) &&
                                   (level >= 3 || (level == 2 ? sector.at(other.field) == sector.at(d.field)
                                                              : other.field == d.field)));
                if (in) {
                    values.push_back(std::stod(rows.at(other.number)[0]));
                }
            }
            return values;
        };
        int level = 0;
        while (cohort(level).size() < 30) {
            ++level;
        }
        const auto values = cohort(level);
        const double x = std::stod(rows.at(d.number)[0]);
        double rank = 0;
        for (const double value : values) {
            rank += value < x ? 1 : value == x ? 0.5 : 0;
        }
        const auto& row = rows.at(d.number);
        CHECK(std::stod(row[2]) == Approx(rank / static_cast<double>(values.size())).epsilon(1e-9));
        CHECK(row[3] == row[1]); // open windows stay open
        const auto y = std::to_string(d.year);
        const auto span = std::to_string(d.year - 1) + "-" + std::to_string(d.year + 1);
        const auto field = std::to_string(d.field);
        const std::vector<std::string> ids{
            d.office + "/" + field + "/" + y, d.office + "/" + field + "/" + span,
            d.office + "/S" + std::to_string(sector.at(d.field)) + "/" + span, d.office + "/*/" + span, "*"};
        CHECK(row[4] == ids[static_cast<std::size_t>(level)]);
        ++seen[std::to_string(level)];
    }
    CHECK(seen.size() >= 3);

    // --- a baseline of the same documents gives the same, but for the step "everything" --------------------
    auto baseline = service::build_baseline(snapshot, nullptr, indicators::TechnologyFields::load(models),
                                            {{"forward_citations_5y"}, {}, "same"}, threads);
    scoring::write_baseline(folder.path("b.lmb"), baseline);
    request.percentiles->baseline = folder.path("b.lmb");
    const auto held = rows_of(test::indicator_rows(snapshot, request, 2));
    for (const auto& d : documents) {
        for (std::size_t cell = 0; cell < 5; ++cell) {
            CHECK(held.at(d.number)[cell] == rows.at(d.number)[cell]);
        }
        CHECK(held.at(d.number)[7].empty()); // an indicator the baseline does not have
    }
    CHECK(service::result_heading("cd_5y_percentile", Lang::zh).find("百分位") != std::string::npos);
    CHECK(service::result_heading("cd_5y", Lang::en) == "CD index, 5 years");
}

TEST_CASE("percentiles: why there is none") {
    const test::Folder folder;
    std::ofstream(folder.path("n.tsv")) << "id\tdate\n1\t2000\n2\t2001\n3\t\n";
    std::ofstream(folder.path("e.tsv")) << "2\t1\n";
    Threads threads{1};
    Progress silent;
    service::build_snapshot({folder.path("n.tsv"), folder.path("e.tsv"), folder.path("s.lms"), models},
                            threads, silent);
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    service::IndicatorRequest request{{"backward_citations"}, {"1", "2"}, {}, true};
    request.percentiles = service::PercentileRequest{models, ""};
    CHECK(test::indicator_rows(snapshot, request, 1) ==
          "number,backward_citations,backward_citations_reason,backward_citations_percentile,backward_"
          "citations_"
          "percentile_reason,backward_citations_cohort\n1,,no_citations,,no_citations,\n2,1,,,cohort_too_"
          "small,\n");
    request.percentiles->baseline = "nothing";
    CHECK_THROWS_AS(test::indicator_rows(snapshot, request, 1), UsageError);
}

} // namespace test_percentiles
