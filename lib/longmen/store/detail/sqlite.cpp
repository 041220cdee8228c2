// SPDX-License-Identifier: GPL-3.0-or-later
// The two SQLite classes.
#include <longmen/store/detail/sqlite.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace longmen::store::detail {

Database::Database(const std::string& path, int mode) : path_(path) {
    const int flags =
        mode == 0 ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | (mode == 2 ? SQLITE_OPEN_CREATE : 0);
    if (sqlite3_open_v2(path.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
        const std::string why = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
        sqlite3_close(handle_);
        throw DataError(
            path, 0,
            sentence("工作区数据库无法打开：{}", "the workspace database cannot be opened: {}", why));
    }
    constexpr int wait_milliseconds = 5000;
    sqlite3_busy_timeout(handle_, wait_milliseconds);
}

Database::~Database() {
    sqlite3_close(handle_);
}

void Database::fail(std::string_view doing) const {
    const int code = sqlite3_errcode(handle_) & 0xFF;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        throw DataError(path_, 0,
                        Sentence{"另一个程序正在写入此工作区；请待其完成后重试",
                                 "another program is writing to this workspace; try again when it is done"});
    }
    if (code == SQLITE_FULL) {
        throw DataError(path_, 0,
                        Sentence{"磁盘已满；未作任何更改", "the disk is full; nothing was changed"});
    }
    if (code == SQLITE_IOERR) {
        throw DataError(
            path_, 0,
            sentence("无法读写工作区所在的磁盘（磁盘已满、文件大小受限或磁盘故障：{}）；未作任何更改",
                     "the disk cannot be read or written (full, a limit on the size of files, or "
                     "a fault: {}); nothing was changed",
                     sqlite3_errmsg(handle_)));
    }
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
        throw DataError(path_, 0, Sentence{"不是完好的工作区数据库", "is no sound workspace database"});
    }
    throw DataError(path_, 0, sentence("数据库操作失败（{}）：{}", "{}: {}", doing, sqlite3_errmsg(handle_)));
}

void Database::run(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(sql.substr(0, 60));
    }
}

Statement Database::prepare(std::string_view sql) const {
    return Statement{*this, sql};
}
std::int64_t Database::last_id() const {
    return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::changes() const {
    return sqlite3_changes64(handle_);
}

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
    if (sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle_, nullptr) != SQLITE_OK) {
        database.fail(sql.substr(0, 80));
    }
}

Statement::Statement(Statement&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), handle_(std::exchange(other.handle_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(database_, other.database_);
    std::swap(handle_, other.handle_);
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

Statement& Statement::bind(int at, std::string_view text) {
    sqlite3_bind_text(handle_, at, text.data() ? text.data() : "", static_cast<int>(text.size()),
                      SQLITE_STATIC);
    return *this;
}
Statement& Statement::bind(int at, std::int64_t value) {
    sqlite3_bind_int64(handle_, at, value);
    return *this;
}
Statement& Statement::bind_null(int at) {
    sqlite3_bind_null(handle_, at);
    return *this;
}
Statement& Statement::bind_or_null(int at, std::string_view text) {
    return text.empty() ? bind_null(at) : bind(at, text);
}
Statement& Statement::bind(int at, const std::optional<std::int64_t>& value) {
    return value ? bind(at, *value) : bind_null(at);
}

bool Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        const std::string sql = sqlite3_sql(handle_);
        sqlite3_reset(handle_);
        database_->fail(sql.substr(0, 80));
    }
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(handle_);
}

bool Statement::is_null(int at) const {
    return sqlite3_column_type(handle_, at) == SQLITE_NULL;
}
std::int64_t Statement::integer(int at) const {
    return sqlite3_column_int64(handle_, at);
}
std::optional<std::int64_t> Statement::optional_integer(int at) const {
    return is_null(at) ? std::nullopt : std::optional{integer(at)};
}
std::string_view Statement::view(int at) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, at));
    return text ? std::string_view{text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, at))}
                : std::string_view{};
}

} // namespace longmen::store::detail
