// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of PATSTAT and PatentsView straight into a snapshot, held against the same tables taken into a
// workspace: another way through all of the code, with the same documents at its end.
#include "relational_sources.hpp"
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/snapshot.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

namespace test_snapshot_tables {

using namespace longmen;
using namespace longmen::test;

namespace {

/// Each document in a line, by number; families by the numbers of their members.
std::set<std::string> picture(const store::Snapshot& snapshot) {
    const auto& columns = snapshot.columns();
    // A workspace marks ids of a source that are documents it does not have.
    const auto number = [&](NodeId node) {
        auto text = snapshot.number(node);
        return text.starts_with("s:") ? text.substr(2) : text;
    };
    std::map<std::uint32_t, std::set<std::string>> families;
    for (NodeId node = 0; node < columns.family.size(); ++node) {
        families[columns.family[node]].insert(number(node));
    }
    std::set<std::string> lines;
    for (NodeId node = 0; node < snapshot.nodes(); ++node) {
        std::string line =
            number(node) + " " +
            (columns.day[node] == unknown_day ? "-" : Date::from_days(columns.day[node]).iso());
        line += columns.year_only.empty() || columns.year_only[node] == 0 ? "" : " (year)";
        const auto list = [&](const char* what, const Lists& lists, const store::TextColumn& names) {
            line += fmt::format(" {}:", what);
            for (const auto item : lists.size() > 0 ? lists[node] : std::span<const std::uint32_t>{}) {
                line += fmt::format(" {};", names[item]);
            }
        };
        list("classes", columns.classes, columns.class_names);
        list("applicants", columns.applicants, columns.applicant_names);
        list("inventors", columns.inventors, columns.inventor_names);
        line += fmt::format(" field: {} family:", columns.field.empty() ? 0 : columns.field[node]);
        if (!columns.family.empty() && families.at(columns.family[node]).size() > 1) {
            for (const auto& member : families.at(columns.family[node])) {
                line += " " + member;
            }
        }
        for (const auto& measure : snapshot.measures()) {
            if ((measure.name == "publication_day" || measure.name == "grant_day" ||
                 measure.name == "claims") &&
                measure.values[node] != missing_measure) {
                line += fmt::format(" {}: {}", measure.name, measure.values[node]);
            }
        }
        line += " cites:";
        std::set<std::string> cited;
        for (const auto one : columns.cited[node]) {
            cited.insert(number(one));
        }
        for (const auto& one : cited) {
            line += " " + one;
        }
        lines.insert(line);
    }
    CHECK(lines.size() == snapshot.nodes());
    return lines;
}

/// The lines that one of the two has alone.
std::string difference(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::string text;
    for (const auto& [lines, others, mark] : {std::tuple{&a, &b, '+'}, {&b, &a, '-'}}) {
        for (const auto& line : *lines) {
            text += others->contains(line) ? "" : mark + line + "\n";
        }
    }
    return text;
}

std::vector<std::string> write_tables(const Folder& folder, const Tables& tables) {
    std::filesystem::create_directories(folder.path("tables"));
    std::vector<std::string> files;
    for (const auto& [name, text] : tables) {
        files.push_back(folder.path("tables/" + name));
        std::ofstream{files.back(), std::ios::binary} << text;
    }
    return files;
}

service::SnapshotReport build(const std::vector<std::string>& files, const std::string& output,
                              ingest::BulkClock clock = ingest::BulkClock::filing, unsigned count = 2,
                              const ingest::RelationalRoom& room = {}) {
    Threads threads{count};
    Progress silent;
    return service::build_snapshot({"", "", output, models(), files, clock, room}, threads, silent);
}

std::set<std::string> workspace_picture(const Folder& folder, const std::vector<std::string>& files) {
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Progress silent;
    for (const auto& file : service::import_order(files, request())) {
        for (const auto& table : service::import_file(workspace, file, request(), silent).tables) {
            INFO(file);
            CHECK(table.counts.rejected == 0);
        }
    }
    Threads threads{2};
    return picture(service::workspace_snapshot(workspace, models(), threads));
}

std::uint64_t faults_of(const service::SnapshotReport& report, ingest::BulkFault fault) {
    return report.faults.counts.at(static_cast<std::size_t>(fault));
}

} // namespace

TEST_CASE("snapshot tables: PatentsView's are those of a workspace they were taken into", "[service]") {
    const Folder folder;
    const auto files = write_tables(folder, random_patentsview(3, 90));
    const auto report = build({folder.path("tables")}, folder.path("s.lms"));
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    CHECK(difference(picture(snapshot), workspace_picture(folder, files)) == "");
    CHECK(report.node_rows == 90);
    CHECK(report.stubs > 5);
    CHECK(snapshot.about("unit") == "grant");
    Threads threads{2};
    const auto info = service::describe_snapshot(snapshot, threads);
    CHECK(info.inventors.value_or(0) > 10);
    CHECK(!info.families);
    CHECK(info.offices == 1);
    (void)build(files, folder.path("p.lms"), ingest::BulkClock::publication);
    const auto dated = store::Snapshot::open(folder.path("p.lms"));
    const auto day = dated.columns().day[*dated.find("US7000000B2")];
    CHECK(Date::from_days(day).year() >= 2008);
    CHECK(dated.about("as_of") == snapshot.about("as_of"));
    CHECK_THROWS_AS(build(files, folder.path("n.lms"), ingest::BulkClock::priority), DataError);
}

TEST_CASE("snapshot tables: the extract of PATSTAT as in a workspace", "[service][real]") {
    const auto data = std::filesystem::path{LONGMEN_SOURCE_DIR} / "../shared/data/patstat-cn";
    if (!std::filesystem::is_directory(data)) {
        WARN("skipped: the extract is not beside the project");
        return;
    }
    const Folder folder;
    const auto report = build({data.string()}, folder.path("s.lms"));
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    const auto& columns = snapshot.columns();
    CHECK(snapshot.nodes() == 66266);
    CHECK(snapshot.about("as_of") == "2015-12-31");
    CHECK(columns.applicants.items.size() > 100000);
    const auto with = [&](const Lists& lists) {
        std::size_t count = 0;
        for (std::size_t node = 0; node < lists.size(); ++node) {
            count += lists.count(node) > 0 ? 1 : 0;
        }
        return count;
    };
    // As test_relational counts them in a workspace.
    CHECK(with(columns.applicants) == 66011);
    CHECK(with(columns.inventors) == 66266);
    CHECK(with(columns.classes) == 66258);
    CHECK(faults_of(report, ingest::BulkFault::unknown_id) == 0);
    CHECK(report.passed_over.size() == 2); // fields with weights, and a text
}

TEST_CASE("snapshot tables: PATSTAT's are those of a workspace they were taken into", "[service]") {
    for (const std::uint64_t seed : {1U, 2U}) {
        const Folder folder;
        const auto files = write_tables(folder, random_patstat(seed, 120));
        const auto report = build(files, folder.path("s.lms"));
        const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
        CHECK(difference(picture(snapshot), workspace_picture(folder, files)) == "");
        CHECK(report.node_rows == 120);
        CHECK(report.edge_rows == 360);
        CHECK(report.stubs > 5);
        CHECK(report.passed_over.empty());
        for (const auto count : report.faults.counts) {
            CHECK(count == 0);
        }
        CHECK(snapshot.about("origin") == "patstat");
        CHECK(snapshot.about("clock") == "filing");
    }
}

TEST_CASE("snapshot tables: the same bytes for any order of files and rows, packing and number of threads",
          "[service]") {
    const Folder folder;
    auto tables = random_patstat(5, 200);
    const auto bytes = [&](const std::string& name) {
        std::ifstream file{folder.path(name), std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    };
    auto files = write_tables(folder, tables);
    (void)build(files, folder.path("a.lms"), ingest::BulkClock::filing, 1);
    const auto wanted = bytes("a.lms");
    REQUIRE(wanted.size() > 1000);
    std::ranges::reverse(files);
    (void)build(files, folder.path("b.lms"), ingest::BulkClock::filing, 5);
    CHECK((bytes("b.lms") == wanted));
    for (auto& [name, text] : tables) {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find('\n', at) + 1;
            lines.push_back(text.substr(at, end - at));
            at = end;
        }
        std::ranges::reverse(lines.begin() + 1, lines.end());
        text.clear();
        for (const auto& line : lines) {
            text += line;
        }
    }
    (void)write_tables(folder, tables);
    REQUIRE(std::system(("gzip " + folder.path("tables/a_tls212.tsv")).c_str()) == 0);
    (void)build({folder.path("tables")}, folder.path("c.lms"));
    CHECK((bytes("c.lms") == wanted));
}

TEST_CASE("snapshot tables: the same bytes whatever lies beside the memory, and nothing stays behind",
          "[service]") {
    for (const bool grants : {false, true}) {
        for (const auto clock : {ingest::BulkClock::filing, ingest::BulkClock::publication}) {
            const Folder folder;
            std::filesystem::create_directories(folder.path("scratch"));
            const auto files =
                write_tables(folder, grants ? random_patentsview(8, 150) : random_patstat(8, 300));
            (void)build(files, folder.path("a.lms"), clock, 1, {{folder.path("scratch")}});
            const auto bytes = [&](const std::string& name) {
                std::ifstream file{folder.path(name), std::ios::binary};
                return std::string{std::istreambuf_iterator<char>{file}, {}};
            };
            const auto wanted = bytes("a.lms");
            REQUIRE(wanted.size() > 1000);
            // All on the disk, a few documents at a time.
            for (const std::size_t range : {1U, 30U, 1000000U}) {
                (void)build(files, folder.path("b.lms"), clock, 2, {{folder.path("scratch"), 0}, range});
                CHECK((bytes("b.lms") == wanted));
            }
            CHECK(std::filesystem::is_empty(folder.path("scratch")));
        }
    }
}

TEST_CASE("snapshot tables: a broken table or a folder that is not there leaves nothing behind",
          "[service]") {
    const Folder folder;
    std::filesystem::create_directories(folder.path("scratch"));
    const auto tables = random_patstat(9, 100);
    const ingest::RelationalRoom room{{folder.path("scratch"), 0}};
    const auto clock = ingest::BulkClock::filing;
    const auto files = write_tables(folder, tables);
    const auto left = [&] {
        return std::filesystem::exists(folder.path("s.lms")) ||
               std::filesystem::exists(folder.path("s.lms.part")) ||
               !std::filesystem::is_empty(folder.path("scratch"));
    };
    // The table read last is cut short.
    REQUIRE(std::system(("gzip -k " + folder.path("tables/e_tls206.tsv")).c_str()) == 0);
    const auto packed = folder.path("tables/e_tls206.tsv.gz");
    std::filesystem::resize_file(packed, std::filesystem::file_size(packed) - 12);
    auto cut = files;
    *std::ranges::find(cut, folder.path("tables/e_tls206.tsv")) = packed;
    CHECK_THROWS_AS(build(cut, folder.path("s.lms"), clock, 2, room), DataError);
    CHECK_FALSE(left());
    CHECK_THROWS_AS(build(files, folder.path("absent/s.lms"), clock, 2, room), DataError);
    CHECK_FALSE(left());
    CHECK_THROWS_WITH(build(files, folder.path("s.lms"), clock, 2, {{folder.path("nowhere"), 0}}),
                      Catch::Matchers::Contains("nowhere") && Catch::Matchers::Contains("--scratch"));
    CHECK_FALSE(left());
    (void)build(files, folder.path("s.lms"), clock, 2, room);
    CHECK(std::filesystem::exists(folder.path("s.lms")));
    CHECK(std::filesystem::is_empty(folder.path("scratch")));
}

TEST_CASE("snapshot tables: of one day and number documents stand by their id", "[service]") {
    const Folder folder;
    std::string rows;
    for (int id = 60; id > 0; --id) { // more than an insertion sort keeps in order
        rows += fmt::format("{}\t2001-02-03\tUS\t200112345678\tA\t{}\n", id, id);
    }
    const std::string heading =
        "appln_id\tappln_filing_date\tappln_auth\tappln_nr\tappln_kind\tdocdb_family_size\n";
    (void)build(write_tables(folder, {{"a.tsv", heading + rows}}), folder.path("s.lms"));
    const auto snapshot = store::Snapshot::open(folder.path("s.lms"));
    const auto sizes = snapshot.measures().at(0).values;
    REQUIRE(sizes.size() == 60);
    CHECK(sizes[0] == 1);
    CHECK(std::ranges::is_sorted(sizes));
}

} // namespace test_snapshot_tables
