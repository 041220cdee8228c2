// SPDX-License-Identifier: GPL-3.0-or-later
// Scores against baselines: the OECD's worked values through the model files, tables taken in, baselines
// made.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/baseline_file.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/snapshot.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace test_baseline {

using namespace longmen;
using namespace longmen::test;
using nlohmann::json;

namespace {

/// A granted European patent as the OECD's raw figures describe it.
struct Figures {
    std::string ipc, filed;
    int forward, family, claims;
    bool generality; ///< .625, by two citing documents
    int backward, lag;
};

/// The rows of one patent, of what cites it; `n` tells patents apart.
std::vector<PatentRow> rows_of(int n, const Figures& f) {
    const auto filed = Date::from_iso(f.filed).value();
    const auto number = [&](const char* office, int i) {
        return fmt::format("{}{}{:05}B1", office, 10 + n, i);
    };
    std::string members = number("EP", 1);
    const std::array offices{"US", "JP", "CN", "KR", "CA", "AU", "BR"};
    for (int i = 1; i < f.family; ++i) {
        members += "\n" + number(offices.at(static_cast<std::size_t>(i - 1)), 1);
    }
    std::string cited;
    for (int i = 0; i < f.backward; ++i) {
        cited += (i > 0 ? "\n" : "") + number("US", 100 + i);
    }
    std::vector<PatentRow> rows{patent_row(2, {{Field::pub_no, number("EP", 1)},
                                               {Field::app_date, f.filed},
                                               {Field::grant_date, filed.add_days(f.lag).iso()},
                                               {Field::ipc, f.ipc},
                                               {Field::n_claims, std::to_string(f.claims)},
                                               {Field::family_members, members},
                                               {Field::cited, cited}})};
    if (f.generality) {
        // Shares .5, .25, .25 of three subclasses: 1 - .375. The second cites too late to be counted.
        const std::array classes{"B82B3/00\nH01L21/00", "B82B3/00\nG01N33/00"};
        for (int i = 0; i < 2; ++i) {
            rows.push_back(patent_row(3, {{Field::pub_no, number("EP", 2 + i)},
                                          {Field::app_date, filed.add_years(i < f.forward ? 2 : 9).iso()},
                                          {Field::ipc, classes.at(static_cast<std::size_t>(i))},
                                          {Field::cited, number("EP", 1)}}));
        }
    }
    return rows;
}

/// Value of each, in 0..1, by a model and a baseline.
std::vector<double> values_of(const std::vector<Figures>& all, const std::string& model,
                              const std::string& baseline) {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    for (std::size_t n = 0; n < all.size(); ++n) {
        import_rows(workspace, rows_of(static_cast<int>(n), all[n]), Date::from_ymd(2026, 1, 1),
                    fmt::format("{}.csv", n));
    }
    Progress silent;
    const auto scored = service::score_workspace(workspace, {models(), model, {}, baseline}, silent);
    std::vector<double> values;
    for (std::size_t n = 0; n < all.size(); ++n) {
        const auto trace = json::parse(
            service::explain(workspace, scored, fmt::format("EP{}00001B1", 10 + n), Lang::en).json);
        CHECK(trace["basis"]["baseline"]["checksum"] == scoring::read_baseline(baseline).checksum);
        CHECK(trace["terms"][1]["cohort"]["from"] == "baseline");
        CHECK(trace["terms"][1]["cohort"]["level"] == "cell");
        CHECK(trace["terms"][1]["cohort"]["below"].is_null());
        values.push_back(trace["value"].get<double>() / 100);
    }
    return values;
}

std::string imported(const Folder& folder, const std::string& table) {
    Progress silent;
    const auto made = service::import_baseline(table, models(), silent);
    scoring::write_baseline(folder.path("b.lmb"), made.baseline);
    return folder.path("b.lmb");
}

constexpr auto small_table =
    "filing|tech_field|variable|patents|mean|std_dev|kurtosis|skewness|min|p1|p10|p25|p50|p75|p90|p99|max\n"
    "1990|22|\"fwd_cits5\"|40|1|1|1|1|0|0|0|0|1|2|3|4|9\n"
    "1990|22|\"family_size\"|40|3|1|1|1|1|1|1|2|3|4|5|5|6\n"
    "1990|22|\"claims\"|40|6|1|1|1|1|1|2|4|6|7|9|10|50\n"
    "1990|22|\"bwd_cits\"|40|3|1|1|1|0|0|1|2|3|4|5|6|7\n"
    "1990|22|\"grant_lag\"|30|600|1|||200|200|300|400|600|700|900|1000|1200\n"
    "1990|22|\"renewal\"|30|6|1|||2|2|3|4|6|7|9|10|12\n";

} // namespace

TEST_CASE("baseline: the OECD's worked values, from its own table through the model files") {
    const std::string table =
        LONGMEN_SOURCE_DIR "/../shared/data/oecd-cohorts/201902_OECD_PATENT_QUALITY_EPO_INDIC_COHORT.txt.xz";
    if (!std::filesystem::exists(table)) {
        WARN("no table of the OECD's cohorts beside the project; skipped");
        return;
    }
    const Folder folder;
    const auto baseline = imported(folder, table);
    const std::vector<Figures> patents{{"B82B1/00", "1983-03-01", 1, 8, 6, true, 5, 1147},
                                       {"G06Q10/00", "1979-05-01", 0, 2, 10, false, 0, 869},
                                       {"A61K31/00", "2017-02-01", 0, 2, 4, false, 3, 414}};
    const auto four = values_of(patents, "oecd-index-4", baseline);
    const auto six = values_of(patents, "oecd-index-6", baseline);
    const std::array worked_four{.90625, .4666667, .0985663};
    const std::array worked_six{.7708333, .3644415, .1016438};
    for (std::size_t n = 0; n < patents.size(); ++n) {
        CHECK(std::abs(four[n] - worked_four.at(n)) < 1e-6);
        CHECK(std::abs(six[n] - worked_six.at(n)) < 1e-6);
    }
}

TEST_CASE("baseline: a small table of the same form through the same models") {
    const Folder folder;
    std::ofstream{folder.path("t.txt")} << small_table;
    const auto baseline = imported(folder, folder.path("t.txt"));
    const std::vector<Figures> patents{{"B82B1/00", "1990-03-01", 1, 2, 12, true, 3, 500}};
    // 1/4, 2/5, capped, .625; then 3/6 and 1 - 500/1000
    CHECK(values_of(patents, "oecd-index-4", baseline)[0] == Approx((0.25 + 0.4 + 1 + 0.625) / 4));
    CHECK(values_of(patents, "oecd-index-6", baseline)[0] ==
          Approx((0.25 + 0.4 + 1 + 0.625 + 0.5 + 0.5) / 6));
}

TEST_CASE("baseline: what the models leave without a value, and terms the baseline does not have") {
    const Folder folder;
    std::ofstream{folder.path("t.txt")} << small_table;
    const auto baseline = imported(folder, folder.path("t.txt"));
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(workspace,
                {patent_row(2, {{Field::pub_no, "EP0000001A1"},
                                {Field::app_date, "1990-01-02"},
                                {Field::ipc, "B82B1/00"},
                                {Field::n_claims, "5"}}),
                 patent_row(3, {{Field::pub_no, "EP0000002B1"},
                                {Field::app_date, "1991-01-02"},
                                {Field::grant_date, "1993-01-02"},
                                {Field::ipc, "B82B1/00"},
                                {Field::n_claims, "5"}})},
                Date::from_ymd(2026, 1, 1));
    Progress silent;
    const auto scored = service::score_workspace(workspace, {models(), "oecd-index-4", {}, baseline}, silent);
    const auto of = [&](const char* number) {
        return json::parse(service::explain(workspace, scored, number, Lang::en).json);
    };
    CHECK(of("EP0000001A1")["reason"] == "not_granted");
    const auto lone = of("EP0000002B1"); // 1991 is not in the table, and published cells are not put together
    CHECK(lone["terms"][2]["reason"] == "cohort_too_small");
    CHECK(lone["terms"][2]["cohort"]["id"].is_null());
    CHECK(lone["value"].is_null());
    const auto sections = service::explain(workspace, scored, "EP0000002B1", Lang::en).sections;
    CHECK(std::ranges::any_of(sections[0].lines, [](const auto& line) {
        return line.find("begin at publication") != std::string::npos;
    }));
    CHECK(service::score_statement(scored, Lang::zh).find("基线 oecd-epo") != std::string::npos);
    const auto json_of = json::parse(service::score_json(scored, service::ScoreSubject::patent));
    CHECK(json_of["baseline"]["name"] == "oecd-epo");

    // A model of the workspace's own cohorts takes a baseline too: what it lacks is undefined.
    const auto other = service::score_workspace(workspace, {models(), "longmen-first", {}, baseline}, silent);
    const auto trace = json::parse(service::explain(workspace, other, "EP0000002B1", Lang::en).json);
    CHECK(trace["basis"]["baseline"]["name"] == "oecd-epo");
    CHECK_THROWS_WITH(service::score_workspace(workspace, {models(), "oecd-index-4", {}, ""}, silent),
                      Catch::Contains("baseline import"));
}

TEST_CASE("baseline: tables that are no such tables are refused with their row") {
    const Folder folder;
    Progress silent;
    const auto refused = [&](const std::string& text, const std::string& part) {
        std::ofstream{folder.path("bad.txt"), std::ios::trunc} << text;
        CHECK_THROWS_WITH(service::import_baseline(folder.path("bad.txt"), models(), silent),
                          Catch::Contains(part) && Catch::Contains("bad.txt"));
    };
    const std::string good = small_table;
    const auto with = [&](const std::string& from, const std::string& to) {
        auto text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    refused("a|b|c\n1|2|3\n", "no table of distributions");
    refused(with("|p99|", "|q99|"), "no table of distributions");
    refused(with("|40|1|", "|x|1|"), ":2: ");
    refused(with("1990|22|\"claims\"", "1990|36|\"claims\""), ":4: ");
    refused(with("\"family_size\"", "\"fwd_cits5\""), ":3: ");
    refused(good.substr(0, good.find('\n') + 1), "holds no row");

    // The import of records tells where such a table goes, and takes nothing in.
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    CHECK_THROWS_WITH(import_text(workspace, folder, "t.txt", small_table),
                      Catch::Contains("longmen baseline import"));
    CHECK_THROWS_WITH(import_text(workspace, folder, "u.txt", "a|b|c\n1|2|3\n"),
                      !Catch::Contains("baseline"));
}

TEST_CASE("baseline: made of a workspace, it scores the workspace as its own cohorts do") {
    const SmallWorkspace small;
    Threads threads{2};
    Progress silent;
    const auto snapshot = service::workspace_snapshot(small.workspace, models(), threads);
    const auto own = service::score_workspace(small.workspace, {models(), "longmen-first", {}, ""}, silent);
    auto made =
        service::build_baseline(snapshot, &own.corpus, own.model.fields,
                                {{"claims", "grant_lag", "vendor_forward_citations"}, {}, "own"}, threads);
    CHECK(made.clock == "filing");
    CHECK(made.unit == "application");
    CHECK(made.as_of == "2022-03-31");
    REQUIRE(made.find("vendor_forward_citations") != nullptr);
    const auto& cells = made.find("vendor_forward_citations")->cells;
    REQUIRE(cells.size() == 2); // two applications with a count, of other years
    CHECK(made.offices.at(cells[0].key.office) == "CN");
    CHECK(cells[0].key.year == 2012);
    CHECK(cells[0].maximum == 2);
    CHECK(cells[1].key.field == own.scores.placement.members.back().field);
    CHECK_THROWS_AS(
        service::build_baseline(snapshot, &own.corpus, own.model.fields, {{"status"}, {}, ""}, threads),
        UsageError);
    const auto all = service::build_baseline(snapshot, &own.corpus, own.model.fields, {}, threads);
    CHECK(all.find("status") == nullptr);
    CHECK(all.find("claims") != nullptr);
    // The same bytes on any number of threads.
    Threads one{1};
    CHECK(scoring::baseline_text(service::build_baseline(snapshot, &own.corpus, own.model.fields, {}, one)) ==
          scoring::baseline_text(all));
}

} // namespace test_baseline
