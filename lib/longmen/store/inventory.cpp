// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about the workspace itself.
#include <longmen/store/inventory.hpp>

#include <longmen/store/detail/merge_session.hpp>
#include <longmen/store/detail/record_table.hpp>
#include <longmen/store/referents.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace longmen::store {
namespace {

using detail::Database;
using detail::Statement;

std::string file_name(std::string_view path) {
    return std::filesystem::path(path).filename().string();
}

/// Latest import of each content, as a condition on import ids.
constexpr const char* latest_imports = "(SELECT max(id) FROM import GROUP BY checksum)";

std::vector<Remark> remarks_of(const Database& database, const char* table, std::int64_t limit,
                               std::map<std::string, std::int64_t>& by_code) {
    std::vector<Remark> list;
    auto query = database.prepare(fmt::format("SELECT i.path, r.row, r.heading, r.code, r.value, r.detail "
                                              "FROM {} r JOIN import i ON i.id = r.import_id"
                                              " WHERE r.import_id IN {} ORDER BY r.import_id, r.row",
                                              table, latest_imports));
    while (query.step()) {
        if (++by_code[query.text(3)] <= limit) {
            list.push_back({file_name(query.view(0)), query.integer(1), query.text(2), query.text(3),
                            query.text(4), query.text(5)});
        }
    }
    return list;
}

/// Names of the files and the headings of their columns, by import.
class Places {
    const Database& database_;
    std::map<std::int64_t, std::pair<std::string, std::map<std::string, std::string>>> known_;

public:
    explicit Places(const Database& database) : database_(database) {}

    const std::pair<std::string, std::map<std::string, std::string>>& of(std::int64_t import) {
        if (const auto found = known_.find(import); found != known_.end()) {
            return found->second;
        }
        auto& entry = known_[import];
        auto query = database_.prepare("SELECT path, columns FROM import WHERE id = ?");
        query.bind(1, import);
        if (query.step()) {
            entry.first = file_name(query.view(0));
            for (const auto& table : nlohmann::json::parse(query.view(1))) {
                if (table.is_object() && table.contains("columns")) {
                    for (const auto& [field, heading] : table["columns"].items()) {
                        entry.second.try_emplace(field, heading.get<std::string>());
                    }
                }
            }
        }
        return entry;
    }
};

std::string describe_fix(const Database& database, std::int64_t id) {
    auto query = database.prepare("SELECT person, at, reason FROM fix WHERE id = ?");
    query.bind(1, id);
    return query.step() ? fmt::format("{} {}: {}", query.view(0), query.view(1), query.view(2))
                        : std::string{};
}

/// The values of a record, each with its place.
class FieldReader {
    const Database& database_;
    detail::RecordTable table_;
    Places places_;

public:
    FieldReader(const Database& database, detail::RecordTable table)
        : database_(database), table_(std::move(table)), places_(database) {}

    [[nodiscard]] detail::RecordTable& table() { return table_; }
    [[nodiscard]] Places& places() { return places_; }

    std::vector<FieldPlace> of(const detail::StoredRecord& record) {
        std::vector<FieldPlace> fields;
        const auto add = [&](const std::string& field, const std::string& value, const detail::Place& place,
                             bool given) {
            FieldPlace entry{field, value, {}, 0, {}, {}};
            if (place.pinned()) {
                entry.fix = describe_fix(database_, place.row);
            } else if (given) {
                const auto& [file, headings] = places_.of(place.import);
                entry.file = file;
                entry.row = place.row;
                const auto heading = headings.find(field);
                entry.column = heading == headings.end() ? "" : heading->second;
            }
            fields.push_back(std::move(entry));
        };
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            const auto& column = table_.columns()[i];
            if (!record.values[i].empty() && column.name != "name_key") {
                add(column.name, record.values[i], record.origin.of(column.name), column.merged);
            }
        }
        for (const auto& [heading, value] : record.extras) {
            add(heading, value, record.origin.of(detail::extra_field(heading)), true);
        }
        return fields;
    }
};

RecordView view(const Workspace& workspace, detail::RecordTable records, std::int64_t id,
                std::string_view name_column) {
    const auto& database = workspace.database();
    FieldReader reader{database, std::move(records)};
    auto& table = reader.table();
    const auto record = table.load(id);
    RecordView result;
    result.subject = table.name();
    result.name = record.values[table.find(name_column)];
    result.fields = reader.of(record);
    auto others = database.prepare(
        "SELECT field, value FROM other_value WHERE subject = ? AND subject_id = ? ORDER BY field, value");
    others.bind(1, std::string_view{table.name()}).bind(2, id);
    while (others.step()) {
        const auto at = table.find(others.view(0));
        result.others.push_back({table.name(), result.name, others.text(0),
                                 at < record.values.size() ? record.values[at] : "", others.text(1)});
    }
    auto history = database.prepare("SELECT cause, cause_id, field, old, new FROM history WHERE subject = ? "
                                    "AND subject_id = ? ORDER BY id");
    history.bind(1, std::string_view{table.name()}).bind(2, id);
    while (history.step()) {
        const auto cause = history.text(0) == "fix" ? describe_fix(database, history.integer(1))
                                                    : reader.places().of(history.integer(1)).first;
        result.history.push_back({cause, history.text(2), history.text(3), history.text(4)});
    }
    return result;
}

} // namespace

Inventory take_inventory(const Workspace& workspace, std::int64_t limit) {
    const auto& database = workspace.database();
    Inventory inventory;
    auto imports = database.prepare("SELECT id, path, source, kind, source_date, at, declared, rows, added, "
                                    "updated, unchanged, rejected, unknown"
                                    " FROM import ORDER BY id");
    while (imports.step()) {
        ImportRecord record;
        record.id = imports.integer(0);
        record.path = file_name(imports.view(1));
        record.source = imports.text(2);
        record.kind = imports.text(3);
        record.source_date = imports.text(4);
        record.at = imports.text(5);
        record.declared = imports.integer(6) != 0;
        record.rows = imports.integer(7);
        record.added = imports.integer(8);
        record.updated = imports.integer(9);
        record.unchanged = imports.integer(10);
        record.rejected = imports.integer(11);
        record.unknown = nlohmann::json::parse(imports.view(12)).get<std::vector<std::string>>();
        inventory.imports.push_back(std::move(record));
    }
    inventory.remarks = remarks_of(database, "remark", limit, inventory.remarks_by_code);
    inventory.rejects = remarks_of(database, "reject", limit, inventory.rejects_by_code);
    auto count = database.prepare("SELECT (SELECT count(*) FROM other_value WHERE shown = 1), (SELECT "
                                  "count(*) FROM fix WHERE undone_at IS NULL),"
                                  " (SELECT count(*) FROM book)");
    count.step();
    inventory.conflicts = count.integer(0);
    inventory.fixes = count.integer(1);
    inventory.books = count.integer(2);
    auto conflicts = database.prepare(
        "SELECT o.subject, coalesce(p.number, e.name, f.year || ' ' || fe.name, a.number, a.owner || ' ' || "
        "a.name), o.field, o.value, "
        "o.subject_id FROM other_value o"
        " LEFT JOIN patent p ON o.subject = 'patent' AND p.id = o.subject_id"
        " LEFT JOIN enterprise e ON o.subject = 'enterprise' AND e.id = o.subject_id"
        " LEFT JOIN figures f ON o.subject = 'figures' AND f.id = o.subject_id"
        " LEFT JOIN asset a ON o.subject = 'asset' AND a.id = o.subject_id"
        " LEFT JOIN enterprise fe ON fe.id = f.enterprise_id WHERE o.shown = 1 ORDER BY 1, 2, 3, 4 LIMIT ?");
    conflicts.bind(1, limit);
    auto patents = detail::patent_table(workspace.database());
    auto enterprises = detail::enterprise_table(workspace.database());
    auto figures = detail::figures_table(workspace.database());
    auto assets = detail::asset_table(workspace.database());
    while (conflicts.step()) {
        auto& table = conflicts.view(0) == "patent"       ? patents
                      : conflicts.view(0) == "enterprise" ? enterprises
                      : conflicts.view(0) == "figures"    ? figures
                                                          : assets;
        const auto record = table.load(conflicts.integer(4));
        const auto at = table.find(conflicts.view(2));
        inventory.conflict_list.push_back({conflicts.text(0), conflicts.text(1), conflicts.text(2),
                                           at < record.values.size() ? record.values[at] : "",
                                           conflicts.text(3)});
    }
    return inventory;
}

struct PatentFields::Parts {
    FieldReader reader;
};

PatentFields::PatentFields(const Workspace& workspace)
    : parts_(std::make_unique<Parts>(
          Parts{{workspace.database(), detail::patent_table(workspace.database())}})) {}

PatentFields::~PatentFields() = default;

std::vector<FieldPlace> PatentFields::of(std::int64_t id) {
    return parts_->reader.of(parts_->reader.table().load(id));
}

RecordView view_patent(const Workspace& workspace, std::int64_t id) {
    const auto& database = workspace.database();
    auto result = view(workspace, detail::patent_table(workspace.database()), id, "number");
    auto publications =
        database.prepare("SELECT number, date FROM publication WHERE patent_id = ? ORDER BY date, number");
    publications.bind(1, id);
    while (publications.step()) {
        result.publications.emplace_back(publications.text(0), publications.text(1));
    }
    auto aliases = database.prepare("SELECT substr(key, 3) FROM alias WHERE patent_id = ? ORDER BY key");
    aliases.bind(1, id);
    while (aliases.step()) {
        result.aliases.push_back(aliases.text(0));
    }
    auto events = database.prepare(
        "SELECT code, date, detail FROM event WHERE patent_id = ? ORDER BY date, code, detail");
    events.bind(1, id);
    while (events.step()) {
        result.events.push_back({events.text(0), events.text(1), events.text(2),
                                 referent_name(workspace, event_code_space, events.view(0))});
    }
    auto classes =
        database.prepare("SELECT symbol FROM class WHERE patent_id = ? AND scheme = 'ipc' ORDER BY position");
    classes.bind(1, id);
    while (classes.step()) {
        if (auto title = referent_name(workspace, class_title_space, classes.view(0)); !title.empty()) {
            result.classes.emplace_back(classes.text(0), std::move(title));
        }
    }
    return result;
}

RecordView view_enterprise(const Workspace& workspace, std::int64_t id) {
    auto result = view(workspace, detail::enterprise_table(workspace.database()), id, "name");
    auto years =
        workspace.database().prepare("SELECT id, year FROM figures WHERE enterprise_id = ? ORDER BY year");
    years.bind(1, id);
    while (years.step()) {
        auto figures = view(workspace, detail::figures_table(workspace.database()), years.integer(0), "year");
        for (auto& field : figures.fields) {
            if (field.field != "enterprise_id" && field.field != "year") {
                field.field = figures.name + ":" + field.field;
                result.fields.push_back(std::move(field));
            }
        }
        for (auto& other : figures.others) {
            other.field = figures.name + ":" + other.field;
            result.others.push_back(std::move(other));
        }
    }
    return result;
}

std::int64_t keep_assessment(Workspace& workspace, std::string_view programme, std::string_view as_of,
                             std::string_view person, std::string_view at, std::string_view json) {
    Change change{workspace};
    auto& database = workspace.database();
    auto add = database.prepare(
        "INSERT INTO assessment(at, person, programme, as_of, generation, data) VALUES(?, ?, ?, ?, ?, ?)");
    add.bind(1, at)
        .bind(2, person)
        .bind(3, programme)
        .bind(4, as_of)
        .bind(5, change.generation() - 1)
        .bind(6, json);
    add.run();
    const auto id = database.last_id();
    change.commit_unchanged();
    return id;
}

} // namespace longmen::store
