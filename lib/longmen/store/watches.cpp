// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps watched searches.
#include <longmen/store/watches.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <array>

namespace longmen::store {
namespace {

constexpr std::array<std::string_view, 5> change_keys{"first", "added", "changed", "gone", "joined"};

std::string_view change_key(WatchChange change) {
    return change_keys.at(static_cast<std::size_t>(change));
}

WatchChange change_by_key(std::string_view key) {
    for (std::size_t i = 0; i < change_keys.size(); ++i) {
        if (change_keys.at(i) == key) {
            return static_cast<WatchChange>(i);
        }
    }
    throw InternalError("a change of a watched record has no such name: " + std::string{key});
}

constexpr std::string_view look_columns =
    "SELECT place, run_id, query, generation, last_row, records, at, person FROM watch_look WHERE watch_id = "
    "? ";

WatchLook read_look(const detail::Statement& row) {
    return {row.integer(0), row.integer(1), row.text(2), row.integer(3), row.integer(4), row.integer(5),
            row.text(6),    row.text(7),    {}};
}

/// The watch a look belongs to; the first look makes it.
std::int64_t watch_for(Workspace& workspace, std::string_view name, const WatchLook& look) {
    const auto watch = watch_of(workspace, name);
    const auto last =
        watch ? static_cast<std::int64_t>(looks_of(workspace, watch->id).size()) : std::int64_t{0};
    if (look.place != last + 1) {
        throw UsageError(sentence("“{}”在此期间已被查看；请重新查看",
                                  "`{}` has been looked at by somebody else meanwhile; look again", name));
    }
    if (watch) {
        return watch->id;
    }
    auto add = workspace.database().prepare("INSERT INTO watch(name, at, person) VALUES(?, ?, ?)");
    add.bind(1, name).bind(2, look.at).bind(3, look.person);
    add.run();
    return workspace.database().last_id();
}

} // namespace

std::optional<Watch> watch_of(const Workspace& workspace, std::string_view name) {
    for (auto& watch : watches(workspace)) {
        if (watch.name == name) {
            return std::move(watch);
        }
    }
    return std::nullopt;
}

std::vector<Watch> watches(const Workspace& workspace) {
    auto query = workspace.database().prepare(
        "SELECT id, name, at, person FROM watch WHERE ended_at IS NULL ORDER BY name");
    std::vector<Watch> all;
    while (query.step()) {
        all.push_back({query.integer(0), query.text(1), query.text(2), query.text(3)});
    }
    return all;
}

std::vector<WatchLook> looks_of(const Workspace& workspace, std::int64_t watch) {
    auto query = workspace.database().prepare(std::string{look_columns} + "ORDER BY place");
    query.bind(1, watch);
    std::vector<WatchLook> looks;
    while (query.step()) {
        looks.push_back(read_look(query));
    }
    return looks;
}

std::optional<WatchLook> look_of(const Workspace& workspace, std::int64_t watch, std::int64_t place) {
    auto query = workspace.database().prepare(std::string{look_columns} + "AND place = ?");
    query.bind(1, watch).bind(2, place);
    if (!query.step()) {
        return std::nullopt;
    }
    auto look = read_look(query);
    auto changes = workspace.database().prepare(
        "SELECT number, change FROM watch_change WHERE watch_id = ? AND look = ? ORDER BY place");
    changes.bind(1, watch).bind(2, place);
    while (changes.step()) {
        look.changes.push_back({changes.text(0), change_by_key(changes.view(1))});
    }
    return look;
}

std::vector<std::string> watched_numbers(const Workspace& workspace, std::int64_t watch) {
    auto query =
        workspace.database().prepare("SELECT number FROM watch_record WHERE watch_id = ? ORDER BY number");
    query.bind(1, watch);
    std::vector<std::string> numbers;
    while (query.step()) {
        numbers.push_back(query.text(0));
    }
    return numbers;
}

void keep_look(Workspace& workspace, std::string_view name, const WatchLook& look) {
    Change transaction{workspace};
    auto& database = workspace.database();
    const auto watch = watch_for(workspace, name, look);
    auto add = database.prepare("INSERT INTO watch_look(watch_id, place, run_id, query, generation, "
                                "last_row, records, at, person) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    add.bind(1, watch)
        .bind(2, look.place)
        .bind(3, look.run)
        .bind(4, look.query)
        .bind(5, look.generation)
        .bind(6, look.last_row)
        .bind(7, look.records)
        .bind(8, look.at)
        .bind(9, look.person);
    add.run();
    auto tell = database.prepare(
        "INSERT INTO watch_change(watch_id, look, place, number, change) VALUES(?, ?, ?, ?, ?)");
    auto come = database.prepare("INSERT OR IGNORE INTO watch_record(watch_id, number) VALUES(?, ?)");
    auto go = database.prepare("DELETE FROM watch_record WHERE watch_id = ? AND number = ?");
    std::int64_t place = 0;
    for (const auto& one : look.changes) {
        if (one.change != WatchChange::first) {
            tell.bind(1, watch)
                .bind(2, look.place)
                .bind(3, ++place)
                .bind(4, one.number)
                .bind(5, change_key(one.change));
            tell.run();
        }
        const bool left = one.change == WatchChange::gone || one.change == WatchChange::joined;
        auto& move = left ? go : come;
        move.bind(1, watch).bind(2, one.number);
        move.run();
    }
    transaction.commit_unchanged();
}

bool end_watch(Workspace& workspace, std::string_view name, std::string_view at) {
    Change transaction{workspace};
    const auto watch = watch_of(workspace, name);
    if (!watch) {
        return false;
    }
    auto end = workspace.database().prepare("UPDATE watch SET ended_at = ? WHERE id = ?");
    end.bind(1, at).bind(2, watch->id);
    end.run();
    transaction.commit_unchanged();
    return true;
}

std::int64_t last_row(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT coalesce(max(id), 0) FROM patent");
    query.step();
    return query.integer(0);
}

std::vector<std::string> fields_changed(const Workspace& workspace, std::int64_t row, std::int64_t after,
                                        std::int64_t up_to) {
    auto query = workspace.database().prepare(
        "SELECT DISTINCT field FROM history WHERE subject = 'patent' AND subject_id = ? AND generation > ? "
        "AND generation <= ? ORDER BY field");
    query.bind(1, row).bind(2, after).bind(3, up_to);
    std::vector<std::string> fields;
    while (query.step()) {
        fields.push_back(query.text(0));
    }
    return fields;
}

} // namespace longmen::store
