// SPDX-License-Identifier: GPL-3.0-or-later
// One file, one transaction.
#include <longmen/store/importer.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/store/detail/asset_writer.hpp>
#include <longmen/store/detail/enterprise_writer.hpp>
#include <longmen/store/detail/expert_writer.hpp>
#include <longmen/store/detail/fates.hpp>
#include <longmen/store/detail/figures_cells.hpp>
#include <longmen/store/detail/patent_writer.hpp>
#include <longmen/store/detail/prepared_patent.hpp>
#include <longmen/store/detail/referent_writer.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/detail/work_queue.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <variant>

namespace longmen::store {
namespace {

/// What is done by the thread that writes.
using Work = std::variant<detail::PreparedPatent, RejectedRow, Diagnostic>;

} // namespace

struct ImportSession::State {
    Workspace& workspace;
    ImportInfo info;
    Change change;
    detail::Database& database;
    std::int64_t import_id = 0;
    detail::RecordTable patents, enterprises, figures, assets, referents;
    detail::MergeSession merge;
    detail::PatentWriter patent_writer;
    detail::EnterpriseWriter enterprise_writer;
    detail::AssetWriter asset_writer;
    detail::ReferentWriter referent_writer;
    detail::ExpertWriter expert_writer;
    detail::Statement add_reject, add_remark, add_event;

    struct Part {
        TableInfo table;
        ImportCounts counts;
        std::array<detail::Fates, 5> fates; ///< of patents, enterprises, figures, assets, referents
    };
    std::vector<Part> parts;
    std::string latest_date;
    std::function<void(const RejectedRow&)> on_reject;
    bool changed = false;
    detail::WorkQueue<Work> queue; ///< ends before all that it works with

    State(Workspace& target, ImportInfo given)
        : workspace(target), info(std::move(given)), change(target), database(target.database()),
          import_id(begin()), patents(detail::patent_table(database)),
          enterprises(detail::enterprise_table(database)), figures(detail::figures_table(database)),
          assets(detail::asset_table(database)), referents(detail::referent_table(database)),
          merge(database, import_id, change.generation()),
          patent_writer(database, patents, merge, import_id, change.generation()),
          enterprise_writer(database, enterprises, figures, merge, import_id),
          asset_writer(database, assets, merge, import_id),
          referent_writer(database, referents, merge, import_id),
          expert_writer(database, import_id, info.path),
          add_reject(database.prepare("INSERT INTO reject VALUES(?, ?, ?, ?, ?, ?, ?)")),
          add_remark(database.prepare("INSERT INTO remark VALUES(?, ?, ?, ?, ?, ?)")),
          add_event(database.prepare("INSERT OR IGNORE INTO event VALUES(?, ?, ?, ?, ?, ?)")),
          queue([this](Work& work) { std::visit([this](auto& item) { write(item); }, work); }) {}

    std::int64_t begin() {
        auto insert = database.prepare("INSERT INTO import(path, part, checksum, source, kind, source_date, "
                                       "declared, person, at, rows, added,"
                                       " updated, unchanged, rejected, columns, unknown) VALUES(?, '', ?, "
                                       "'', '', '', ?, ?, ?, 0, 0, 0, 0, 0, '{}', '[]')");
        insert.bind(1, info.path)
            .bind(2, info.checksum)
            .bind(3, static_cast<std::int64_t>(info.cutoff.has_value()));
        insert.bind(4, info.person).bind(5, info.at);
        insert.run();
        return database.last_id();
    }

    Part& part() {
        if (parts.empty()) {
            parts.emplace_back();
        }
        return parts.back();
    }

    /// True when it was not there yet.
    bool add(const EventRow& row, std::int64_t patent) {
        add_event.bind(1, patent).bind(2, row.code).bind(3, row.date).bind(4, row.detail);
        add_event.bind(5, import_id).bind(6, static_cast<std::int64_t>(row.row));
        add_event.run();
        return database.changes() > 0;
    }

    void note(const detail::WriteResult& result, std::size_t table) {
        part().fates[table].note(result.id, result.added     ? detail::Fate::added
                                            : result.changed ? detail::Fate::updated
                                                             : detail::Fate::unchanged);
        changed = changed || result.changed;
    }

    void write(detail::PreparedPatent& patent) {
        auto result = patent_writer.write(patent);
        for (const auto& event : patent.row.events) {
            result.changed = add(event, result.id) || result.changed;
        }
        note(result, 0);
    }

    void write(const RejectedRow& row) {
        auto cells = nlohmann::ordered_json::array();
        for (const auto& [heading, value] : row.cells) {
            cells.push_back({heading, value});
        }
        const auto text = cells.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
        add_reject.bind(1, import_id).bind(2, static_cast<std::int64_t>(row.why.row)).bind(3, row.why.column);
        add_reject.bind(4, diagnostic_key(row.why.code)).bind(5, row.why.value).bind(6, row.why.detail);
        add_reject.bind(7, text).run();
    }

    void write(const Diagnostic& remark) {
        add_remark.bind(1, import_id).bind(2, static_cast<std::int64_t>(remark.row)).bind(3, remark.column);
        add_remark.bind(4, diagnostic_key(remark.code)).bind(5, remark.value).bind(6, remark.detail).run();
    }

    /// A bare year or month would win over every day in it; only whole dates tell how new a file is.
    void see_day(const std::string& iso) {
        constexpr std::size_t whole_date = 10;
        if (iso.size() == whole_date && iso > latest_date) {
            latest_date = iso;
        }
    }

    void see_date(const FieldValue& value) {
        if (value.field == Field::app_date || value.field == Field::pub_date ||
            value.field == Field::grant_date || value.field == Field::status_date) {
            see_day(value.value);
        }
    }
};

ImportSession::ImportSession(Workspace& workspace, ImportInfo info)
    : state_(std::make_unique<State>(workspace, std::move(info))) {}
ImportSession::~ImportSession() = default;

void ImportSession::begin_table() {
    state_->queue.drain(); // what waits belongs to the table before
    state_->parts.emplace_back();
}

void ImportSession::end_table(const TableInfo& table) {
    state_->part().table = table;
}

void ImportSession::patent(PatentRow row) {
    state_->part().counts.rows += static_cast<std::int64_t>(row.rows);
    for (const auto& value : row.values) {
        state_->see_date(value);
    }
    state_->queue.push(detail::prepare(std::move(row)));
}

void ImportSession::enterprise(EnterpriseRow row) {
    state_->queue.drain();
    ++state_->part().counts.rows;
    state_->note(state_->enterprise_writer.write(row), 1);
}

void ImportSession::figures(FiguresRow row) {
    state_->queue.drain();
    const auto enterprise = state_->enterprise_writer.find(row.uscc, row.name);
    if (!enterprise) {
        RejectedRow rejected;
        rejected.why = {DiagnosticCode::unknown_enterprise,
                        row.row,
                        {},
                        row.name.empty() ? row.uscc.value_or("") : row.name,
                        {}};
        rejected.cells = detail::figures_cells(row);
        reject(std::move(rejected));
        return;
    }
    ++state_->part().counts.rows;
    const auto year_end = Date::from_ymd(row.year, 12, 31);
    if (year_end && year_end->iso() > state_->latest_date) {
        state_->latest_date = year_end->iso();
    }
    state_->note(state_->enterprise_writer.write(row, *enterprise), 2);
}

void ImportSession::event(EventRow row) {
    state_->queue.drain();
    const auto patent = state_->patent_writer.find_number(row.number);
    if (!patent) {
        RejectedRow rejected;
        rejected.why = {DiagnosticCode::unknown_patent, row.row, {}, row.number, {}};
        rejected.cells = {
            {"number", row.number}, {"code", row.code}, {"date", row.date}, {"detail", row.detail}};
        reject(std::move(rejected));
        return;
    }
    ++state_->part().counts.rows;
    const bool added = state_->add(row, *patent);
    auto& counts = state_->part().counts;
    ++(added ? counts.added : counts.unchanged);
    state_->changed = state_->changed || added;
}

void ImportSession::asset(AssetRow row) {
    state_->queue.drain();
    ++state_->part().counts.rows;
    for (const auto& day : {row.filed, row.registered}) {
        state_->see_day(day);
    }
    state_->note(state_->asset_writer.write(row), 3);
}

void ImportSession::referent(ReferentRow row) {
    state_->queue.drain();
    ++state_->part().counts.rows;
    state_->note(state_->referent_writer.write(row), 4);
}

void ImportSession::expert_score(ExpertScoreRow row) {
    ++state_->part().counts.rows;
    state_->expert_writer.add(std::move(row), state_->parts.size() - 1);
}

std::optional<ReferentValues> ImportSession::find_referent(std::string_view space, std::string_view id) {
    state_->queue.drain();
    return state_->referent_writer.find(space, id);
}

bool ImportSession::knows_space(std::string_view space) {
    state_->queue.drain();
    return state_->referent_writer.knows(space);
}

void ImportSession::reject(RejectedRow row) {
    if (state_->on_reject) {
        state_->on_reject(row);
    }
    auto& counts = state_->part().counts;
    ++counts.rows;
    ++counts.rejected;
    state_->queue.push(std::move(row));
}

void ImportSession::warn(Diagnostic diagnostic) {
    ++state_->part().counts.remarks;
    state_->queue.push(std::move(diagnostic));
}

void ImportSession::on_reject(std::function<void(const RejectedRow&)> listener) {
    state_->on_reject = std::move(listener);
}

std::vector<ImportCounts> ImportSession::commit(bool dry_run) {
    auto& state = *state_;
    state.queue.drain();
    state.patent_writer.finish();
    state.expert_writer.finish(
        state.info.replace_expert_sheets,
        [&](std::string_view number) { return state.patent_writer.find_number(number); },
        [&](std::size_t part, detail::Fate fate) {
            auto& counts = state.parts[part].counts;
            ++(fate == detail::Fate::added     ? counts.added
               : fate == detail::Fate::updated ? counts.updated
                                               : counts.unchanged);
            state.changed = state.changed || fate != detail::Fate::unchanged;
        });
    const auto source_date = state.info.cutoff ? state.info.cutoff->iso() : state.latest_date;
    const auto conflicts = state.merge.finish(source_date, [&](detail::RecordTable& table, std::int64_t id) {
        const std::size_t kind = &table == &state.patents       ? 0
                                 : &table == &state.enterprises ? 1
                                 : &table == &state.figures     ? 2
                                 : &table == &state.assets      ? 3
                                                                : 4;
        if (kind == 0) {
            state.patent_writer.refresh(id);
        }
        state.changed = true;
        for (auto& part : state.parts) {
            part.fates[kind].raise(id, detail::Fate::updated);
        }
    });
    std::vector<ImportCounts> result;
    ImportCounts total;
    auto tables = nlohmann::ordered_json::array();
    auto unknown = nlohmann::ordered_json::array();
    std::string source;
    std::string kind;
    for (auto& part : state.parts) {
        for (const auto& fates : part.fates) {
            part.counts.added += fates.count(detail::Fate::added);
            part.counts.updated += fates.count(detail::Fate::updated);
            part.counts.unchanged += fates.count(detail::Fate::unchanged);
        }
        part.counts.conflicts = result.empty() ? conflicts : 0;
        total.rows += part.counts.rows;
        total.added += part.counts.added;
        total.updated += part.counts.updated;
        total.unchanged += part.counts.unchanged;
        total.rejected += part.counts.rejected;
        result.push_back(part.counts);
        auto columns = nlohmann::ordered_json::object();
        for (const auto& [heading, field] : part.table.columns) {
            if (!columns.contains(field)) { // of several columns the first one is read
                columns[field] = heading;
            }
        }
        tables.push_back({{"part", part.table.part},
                          {"source", part.table.source},
                          {"kind", part.table.kind},
                          {"columns", columns}});
        for (const auto& heading : part.table.unknown) {
            unknown.push_back(heading);
        }
        source = source.empty() ? part.table.source : source;
        kind = kind.empty() ? part.table.kind : kind;
    }
    if (dry_run) {
        return result; // the transaction rolls back when the session ends
    }
    auto update = state.database.prepare(
        "UPDATE import SET source = ?, kind = ?, source_date = ?, rows = ?, added = ?, updated = ?,"
        " unchanged = ?, rejected = ?, columns = ?, unknown = ? WHERE id = ?");
    const auto columns_text = tables.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    const auto unknown_text = unknown.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    update.bind(1, source)
        .bind(2, kind)
        .bind(3, source_date)
        .bind(4, total.rows)
        .bind(5, total.added)
        .bind(6, total.updated);
    update.bind(7, total.unchanged)
        .bind(8, total.rejected)
        .bind(9, columns_text)
        .bind(10, unknown_text)
        .bind(11, state.import_id);
    update.run();
    if (state.changed || conflicts > 0) {
        state.change.commit();
    } else {
        state.change.commit_unchanged();
    }
    return result;
}

} // namespace longmen::store
