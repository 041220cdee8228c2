// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs of real files, where they lie beside the project: counts that others counted, and families.
#include "small_workspace.hpp"
#include "unit/ingest/recording.hpp"

#include <longmen/base/text.hpp>
#include <longmen/service/levels.hpp>
#include <longmen/service/network_kinds.hpp>
#include <longmen/service/networks.hpp>
#include <longmen/service/snapshot.hpp>
#include <longmen/store/citations.hpp>

#include <map>
#include <set>

namespace test_real_graphs {

using namespace longmen;

namespace {

using Links = std::set<std::pair<std::string, std::string>>; // citing, cited

std::string kind_of(const std::string& number) {
    return number.substr(0, 2) + number.substr(number.find_last_of("0123456789", number.size() - 2) + 1);
}

} // namespace

TEST_CASE("real graphs: cited lists and citing lists of drones, and why they differ", "[service][real]") {
    const auto data = reading::shared_data();
    if (!data) {
        WARN("skipped: the data are not beside the project");
        return;
    }
    const auto file = *data + "/drones-derwent-lens/numbers.csv.xz";
    const auto read = reading::read_path(file);
    REQUIRE(read.patents.size() == 15776);
    std::set<std::string> inside;
    std::set<std::string> without_cited;
    const auto number_of = [](const PatentRow& row) { return reading::value(row, Field::pub_no); };
    for (const auto& row : read.patents) {
        inside.insert(number_of(row));
        if (reading::value(row, Field::cited) == "-") {
            without_cited.insert(number_of(row));
        }
    }
    std::size_t cited_links = 0;
    std::size_t citing_links = 0;
    Links by_citing; // as the citing document's list has it
    Links by_cited;
    for (const auto& row : read.patents) {
        const auto here = number_of(row);
        const auto list = [&](Field field) {
            const auto value = reading::value(row, field);
            return value == "-" ? std::vector<std::string>{} : split_trimmed(value, "\n");
        };
        for (const auto& there : list(Field::cited)) {
            ++cited_links;
            if (inside.contains(there)) {
                by_citing.emplace(here, there);
            }
        }
        for (const auto& there : list(Field::citing)) {
            ++citing_links;
            if (inside.contains(there)) {
                by_cited.emplace(there, here);
            }
        }
    }
    CHECK(cited_links == 245407);
    CHECK(citing_links == 100576);
    CHECK(by_citing.size() == 11554);
    CHECK(by_cited.size() == 8167);
    Links both;
    std::ranges::set_intersection(by_citing, by_cited, std::inserter(both, both.end()));
    CHECK(both.size() == 8093);

    std::map<std::string, std::size_t> all_of_kind;
    std::map<std::string, std::size_t> both_of_kind;
    for (const auto& [citing, cited] : by_citing) {
        ++all_of_kind[kind_of(citing)];
        both_of_kind[kind_of(citing)] += both.contains({citing, cited}) ? 1 : 0;
    }
    CHECK(all_of_kind["USA1"] == 5040); // citing lists have a third of what American applications cite
    CHECK(both_of_kind["USA1"] == 1689);
    CHECK(all_of_kind["USB2"] == 4104); // and nearly all that grants cite
    CHECK(both_of_kind["USB2"] == 4103);
    for (const auto& link : by_cited) {
        if (!both.contains(link)) {
            CHECK(without_cited.contains(link.first)); // the citing row has no list of its own
        }
    }

    const test::SmallWorkspace small;
    auto workspace = store::Workspace::open(small.folder.path("drones"), store::OpenMode::create);
    Progress silent;
    (void)service::import_file(workspace, file, test::request(), silent);
    const auto counts = store::count_citations(workspace);
    CHECK(counts.links == 335207);
    CHECK(counts.inside == 11642); // 11,619 of the two lists, none to itself, and 23 by another number
    std::size_t exact = 0;
    Links united = by_citing;
    united.insert(by_cited.begin(), by_cited.end());
    for (const auto& [citing, cited] : united) {
        exact += citing != cited ? 1 : 0;
    }
    CHECK(exact == 11619);

    Threads threads{2};
    const auto families = service::at_level(service::workspace_snapshot(workspace, test::models(), threads),
                                            service::Level::family, std::nullopt, threads);
    const auto report = families.report();
    REQUIRE(report);
    const auto folded = families.snapshot().columns().cited.items.size();
    CHECK(report->families < report->documents);
    CHECK(report->citations == counts.links);
    CHECK(report->inside > 0);
    CHECK(folded == report->citations - report->inside - report->repeated);
    const auto path = service::main_path(families.snapshot(), service::read_main_path("key-route=1"),
                                         graph::PathWeight::spc, true, threads, Lang::zh);
    CHECK(path.table.rows.size() > 10);
    CHECK(path.svg.starts_with("<svg "));
}

TEST_CASE("real graphs: applicants and inventors of PATSTAT's extract", "[service][real]") {
    const auto data = reading::shared_data();
    if (!data) {
        WARN("skipped: the data are not beside the project");
        return;
    }
    Threads threads{2};
    Progress silent;
    service::SnapshotReport report;
    service::SnapshotRequest request{"", "", {}, test::models()};
    request.tables = {*data + "/patstat-cn"};
    const auto snapshot = service::snapshot_of_tables(request, report, threads, silent);
    CHECK(snapshot.nodes() == 66266);
    // The files of links have 171,938 and 168,559 rows; some persons of one application have the same name.
    CHECK(snapshot.columns().applicants.items.size() == 169761);
    CHECK(snapshot.columns().inventors.items.size() == 168547);
    const auto network = [&](service::NetworkKind kind) {
        service::NetworkRequest wanted;
        wanted.kind = kind;
        return service::make_network(snapshot, wanted, threads, Lang::en).measured.summary;
    };
    const auto applicants = network(service::NetworkKind::applicants);
    const auto inventors = network(service::NetworkKind::inventors);
    for (const auto& each : {applicants, inventors}) {
        CHECK(each.error > 0); // sampled, with its bound
        CHECK(each.giant < each.nodes);
        CHECK(each.modularity.value() > 0.8);
    }
    CHECK(applicants.nodes == 44743);
    CHECK(applicants.edges == 171949);
    CHECK(inventors.nodes == 52472);
    CHECK(inventors.edges == 169072);
}

} // namespace test_real_graphs
