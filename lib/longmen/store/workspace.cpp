// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, generations, transactions.
#include <longmen/store/workspace.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/store/detail/schema.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <fmt/format.h>

#include <filesystem>

namespace longmen::store {

namespace fs = std::filesystem;
using detail::Database;

Workspace::Workspace(std::string folder, std::unique_ptr<Database> database)
    : folder_(std::move(folder)), database_(std::move(database)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Workspace Workspace::open(const std::string& folder, OpenMode mode) {
    auto path = fs::path(folder) / "workspace.db";
    if (mode == OpenMode::read_only && fs::exists(path.string() + "-journal")) {
        mode =
            OpenMode::existing; // a first import was cut off: what it left must be taken back, by one who may
    }
    if (!fs::exists(path) && mode == OpenMode::trial) {
        path.clear(); // SQLite's own temporary database
    } else if (!fs::exists(path)) {
        if (mode != OpenMode::create) {
            throw DataError(
                folder, 0,
                Sentence{"这里没有工作区；请先用 longmen import 导入文件，或用 -w 指定文件夹",
                         "is no workspace; `longmen import FILE` makes one (-w names another folder)"});
        }
        std::error_code error;
        fs::create_directories(folder, error);
        if (error) {
            throw DataError(folder, 0,
                            sentence("无法建立文件夹：{}", "the folder cannot be made: {}", error.message()));
        }
    }
    const int access = mode == OpenMode::read_only ? 0 : mode == OpenMode::create || path.empty() ? 2 : 1;
    const bool fresh = access == 2 && !fs::exists(path);
    auto database = std::make_unique<Database>(path.string(), access);
    // Pages of a new database: a record has one to two thousand bytes, larger pages waste less of their end.
    // It comes before the size of the cache, which is counted in pages when it is set.
    database->run("PRAGMA page_size = 16384");
    database->run("PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE");
    if (access != 0) {
        // A new database has nothing that a reader could want meanwhile: its first pages go straight to their
        // place, where a log would write each of them twice. The next opening brings the log.
        database->run(fresh ? "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL"
                            : "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        detail::migrate(*database);
    } else {
        auto version = database->prepare("PRAGMA user_version");
        version.step();
        if (version.integer(0) != detail::schema_version) {
            version.reset();
            return open(folder, OpenMode::existing); // an older one is brought forward, a newer one refused
        }
    }
    return Workspace{folder, std::move(database)};
}

std::int64_t Workspace::generation() const {
    auto query = database_->prepare("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'generation'");
    return query.step() ? query.integer(0) : 0;
}

std::optional<Date> Workspace::data_date() const {
    auto declared = database_->prepare("SELECT max(source_date) FROM import WHERE declared = 1");
    if (declared.step() && !declared.is_null(0)) {
        return Date::from_iso(declared.view(0));
    }
    auto latest = database_->prepare(
        "SELECT max(max(coalesce(app_date,'')), max(coalesce(pub_date,'')), max(coalesce(grant_date,'')),"
        " max(coalesce(status_date,''))) FROM patent");
    if (!latest.step() || latest.view(0).empty()) {
        auto any = database_->prepare("SELECT max(source_date) FROM import WHERE source_date <> ''");
        return any.step() && !any.is_null(0) ? Date::from_iso(any.view(0)) : std::nullopt;
    }
    const auto date = Date::from_iso(latest.view(0));
    // A year alone stands for its last day: nothing in the records is later than the data's date.
    if (date && date->precision() == DatePrecision::year) {
        return Date::from_ymd(date->year(), 12, 31);
    }
    return date && date->precision() == DatePrecision::month ? std::optional{Date::from_days(date->days())}
                                                             : date;
}

Change::Change(const Workspace& workspace) : workspace_(&workspace) {
    workspace.database().run("BEGIN IMMEDIATE");
    open_ = true;
    generation_ = workspace.generation() + 1;
}

Change::~Change() {
    if (open_) {
        try {
            workspace_->database().run("ROLLBACK");
        } catch (const DataError&) {
            // SQLite has rolled back by itself (disk full, connection lost): nothing is left to undo.
            open_ = false;
        }
    }
}

void Change::commit() {
    workspace_->database().run(
        fmt::format("UPDATE meta SET value = '{}' WHERE key = 'generation'", generation_));
    commit_unchanged();
}

void Change::commit_unchanged() {
    workspace_->database().run("COMMIT");
    open_ = false;
}

} // namespace longmen::store
