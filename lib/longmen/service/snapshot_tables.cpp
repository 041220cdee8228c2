// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk tables to the columns of a snapshot.
#include <longmen/base/date.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/ingest/relational_tables.hpp>
#include <longmen/service/detail/text_pool.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace longmen::service {
namespace {

using detail::TextPool;

/// The latest day there is, of the clock or beside it; of a year its last.
Day last_day(const ingest::BulkTables& tables) {
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
    return last;
}

/// Tables as columns, citations in both directions.
class TableColumns {
protected:
    graph::Adjacency adjacency_;
    TextPool measure_names_, about_;

    /// What all tables have; the arcs are taken.
    template <typename Tables>
    void take(Tables& tables, SnapshotReport& report, Threads& threads) {
        adjacency_ = graph::build_adjacency_consuming(tables.numbers.size(), std::move(tables.arcs), threads);
        report.documents = tables.numbers.size();
        report.citations = adjacency_.report.arcs;
        report.loops = adjacency_.report.loops;
        report.duplicates = adjacency_.report.duplicates;
        report.node_rows = tables.node_rows;
        report.edge_rows = tables.edge_rows;
        report.stubs = tables.stubs;
        report.passed_over = std::move(tables.passed_over);
        report.faults = std::move(tables.faults);
    }
    void tell(std::string_view clock, std::string_view unit, std::string_view origin, Day last) {
        about_ = TextPool{{"clock", std::string{clock}, "unit", std::string{unit}, "origin",
                           std::string{origin}, "generation", "", "as_of",
                           last == unknown_day ? std::string{} : Date::from_days(last).iso()}};
    }

public:
    TableColumns() = default;
    TableColumns(const TableColumns&) = delete;
    TableColumns& operator=(const TableColumns&) = delete;
    virtual ~TableColumns() = default;
    /// Holds as long as the object.
    [[nodiscard]] virtual store::SnapshotColumns view() = 0;
    /// A part of the view that is not read any more.
    virtual void drop(std::span<const char> /*part*/) {}
};

/// Of nodes and edges, in memory.
class BulkColumns final : public TableColumns {
    ingest::BulkTables tables_;
    Buffer<std::int32_t> measures_;
    TextPool texts_, class_names_, applicant_names_, inventor_names_;

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
    BulkColumns(const SnapshotRequest& request, const ingest::FieldOf& field_of, SnapshotReport& report,
                Threads& threads, Progress& progress)
        : tables_(ingest::read_bulk_tables(request.nodes, request.edges, threads, progress, field_of)) {
        take(tables_, report, threads);
        texts_ = TextPool{tables_.texts};
        class_names_ = TextPool{tables_.classes.names};
        applicant_names_ = TextPool{tables_.applicants.names};
        inventor_names_ = TextPool{tables_.inventors.names};
        tell(tables_.clock, "document", "tables", last_day(tables_));
        join_measures();
    }
    [[nodiscard]] store::SnapshotColumns view() override {
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

store::TextColumn view_of(ingest::ScratchTexts& texts) {
    return {texts.offsets.view(), texts.bytes.view()};
}

/// Of a relational source: all but the citations beside the memory.
class RelationalColumns final : public TableColumns {
    ingest::RelationalTables tables_;

    static ingest::RelationalRoom room_of(const SnapshotRequest& request) {
        auto room = request.room;
        if (room.scratch.folder.empty() && !request.output.empty()) {
            const auto folder = std::filesystem::path{request.output}.parent_path();
            room.scratch.folder = folder.empty() ? "." : folder.string();
        }
        return room;
    }

public:
    RelationalColumns(const SnapshotRequest& request, const ingest::FieldOf& field_of, SnapshotReport& report,
                      Threads& threads, Progress& progress)
        : tables_(ingest::read_relational_tables(request.tables, request.clock,
                                                 ingest::Profiles::read(request.models_folder), field_of,
                                                 threads, progress, room_of(request))) {
        take(tables_, report, threads);
        tell(ingest::bulk_clock_key(request.clock), tables_.unit, tables_.source, tables_.last_day);
        measure_names_ = TextPool{tables_.measure_names};
    }
    [[nodiscard]] store::SnapshotColumns view() override {
        return {.numbers = tables_.numbers.view(),
                .texts = view_of(tables_.texts),
                .day = tables_.day.view(),
                .year_only = tables_.year_only.view(),
                .classes = tables_.classes.view(),
                .applicants = tables_.applicants.view(),
                .inventors = tables_.inventors.view(),
                .class_names = view_of(tables_.classes.names),
                .applicant_names = view_of(tables_.applicants.names),
                .inventor_names = view_of(tables_.inventors.names),
                .family = tables_.family.view(),
                .field = tables_.field.view(),
                .measure_names = measure_names_.view(),
                .measure_values = tables_.measures.view(),
                .cited = adjacency_.cited.view(),
                .citing = adjacency_.citing.view(),
                .about = about_.view()};
    }
    void drop(std::span<const char> part) override { tables_.drop(part); }
};

std::shared_ptr<TableColumns> columns_of(const SnapshotRequest& request, SnapshotReport& report,
                                         Threads& threads, Progress& progress) {
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    const auto field_of = [&](std::string_view symbol) {
        return static_cast<std::uint8_t>(fields.find(symbol));
    };
    if (request.tables.empty()) {
        return std::make_shared<BulkColumns>(request, field_of, report, threads, progress);
    }
    return std::make_shared<RelationalColumns>(request, field_of, report, threads, progress);
}

} // namespace

store::Snapshot snapshot_of_tables(const SnapshotRequest& request, SnapshotReport& report, Threads& threads,
                                   Progress& progress) {
    const auto columns = columns_of(request, report, threads, progress);
    return store::Snapshot::over(columns->view(), columns);
}

SnapshotReport build_snapshot(const SnapshotRequest& request, Threads& threads, Progress& progress) {
    SnapshotReport report;
    const auto columns = columns_of(request, report, threads, progress);
    store::write_snapshot(request.output, columns->view(),
                          [&](std::span<const char> part) { columns->drop(part); });
    return report;
}

} // namespace longmen::service
