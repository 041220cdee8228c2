// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk tables to the columns of a snapshot.
#include <longmen/base/date.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/ingest/relational_tables.hpp>
#include <longmen/service/detail/text_pool.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <memory>

namespace longmen::service {
namespace {

using detail::TextPool;

/// The latest day there is, of the clock or beside it; of a year its last.
std::string last_day(const ingest::BulkTables& tables) {
    auto last = tables.day.empty() ? unknown_day : tables.day[tables.day.size() - 1];
    for (auto at = tables.year_only.size(); at-- > 0;) {
        if (tables.year_only[at] != 0) {
            last = std::max(last, Date::from_days(tables.day[at]).add_years(1).days() - 1);
            break;
        }
    }
    for (const auto& [name, values] : tables.measures) {
        if (name.ends_with("_day") && !values.empty()) {
            last = std::max(last, *std::ranges::max_element(values));
        }
    }
    return last == unknown_day ? std::string{} : Date::from_days(last).iso();
}

ingest::RelationalTables read_tables(const SnapshotRequest& request, Threads& threads, Progress& progress) {
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    const auto field_of = [&](std::string_view symbol) {
        return static_cast<std::uint8_t>(fields.find(symbol));
    };
    if (request.tables.empty()) {
        return {ingest::read_bulk_tables(request.nodes, request.edges, threads, progress, field_of), "tables",
                "document"};
    }
    const auto profiles = ingest::Profiles::read(request.models_folder);
    return ingest::read_relational_tables(request.tables, request.clock, profiles, field_of, threads,
                                          progress);
}

/// Bulk tables as columns in memory.
class TableColumns {
    ingest::BulkTables tables_;
    graph::Adjacency adjacency_;
    Buffer<std::int32_t> measures_;
    TextPool texts_, class_names_, applicant_names_, inventor_names_, measure_names_, about_;

    /// Measures behind one another.
    void join_measures() {
        measures_ = Buffer<std::int32_t>(tables_.numbers.size() * tables_.measures.size());
        auto* to = measures_.begin();
        for (auto& [name, values] : tables_.measures) {
            measure_names_.add(name);
            to = std::ranges::copy(values, to).out;
            values = {};
        }
    }

public:
    TableColumns(const SnapshotRequest& request, SnapshotReport& report, Threads& threads,
                 Progress& progress) {
        auto read = read_tables(request, threads, progress);
        tables_ = std::move(read.columns);
        adjacency_ =
            graph::build_adjacency_consuming(tables_.numbers.size(), std::move(tables_.arcs), threads);
        report.documents = tables_.numbers.size();
        report.citations = adjacency_.report.arcs;
        report.loops = adjacency_.report.loops;
        report.duplicates = adjacency_.report.duplicates;
        report.node_rows = tables_.node_rows;
        report.edge_rows = tables_.edge_rows;
        report.stubs = tables_.stubs;
        report.passed_over = std::move(tables_.passed_over);
        report.faults = std::move(tables_.faults);
        texts_ = TextPool{tables_.texts};
        class_names_ = TextPool{tables_.classes.names};
        applicant_names_ = TextPool{tables_.applicants.names};
        inventor_names_ = TextPool{tables_.inventors.names};
        const std::string clock{request.tables.empty() ? std::string_view{tables_.clock}
                                                       : ingest::bulk_clock_key(request.clock)};
        about_ = TextPool{{"clock", clock, "unit", read.unit, "origin", read.source, "generation", "",
                           "as_of", last_day(tables_)}};
        join_measures();
    }
    [[nodiscard]] store::SnapshotColumns view() const {
        return {.numbers = tables_.numbers.view(),
                .texts = texts_.view(),
                .day = tables_.day.view(),
                .year_only = tables_.year_only.view(),
                .classes = tables_.classes.lists.view(),
                .applicants = tables_.applicants.lists.view(),
                .inventors = tables_.inventors.lists.view(),
                .class_names = class_names_.view(),
                .applicant_names = applicant_names_.view(),
                .inventor_names = inventor_names_.view(),
                .family = tables_.family.view(),
                .field = tables_.field.view(),
                .measure_names = measure_names_.view(),
                .measure_values = measures_.view(),
                .cited = adjacency_.cited.view(),
                .citing = adjacency_.citing.view(),
                .about = about_.view()};
    }
};

} // namespace

store::Snapshot snapshot_of_tables(const SnapshotRequest& request, SnapshotReport& report, Threads& threads,
                                   Progress& progress) {
    const auto columns = std::make_shared<const TableColumns>(request, report, threads, progress);
    return store::Snapshot::over(columns->view(), columns);
}

SnapshotReport build_snapshot(const SnapshotRequest& request, Threads& threads, Progress& progress) {
    SnapshotReport report;
    const TableColumns columns{request, report, threads, progress};
    store::write_snapshot(request.output, columns.view());
    return report;
}

} // namespace longmen::service
