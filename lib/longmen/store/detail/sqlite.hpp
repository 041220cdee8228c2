// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite behind two small classes: a connection and a prepared statement. Errors become DataError with the
// file's name.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace longmen::store::detail {

class Statement;

class Database {
    sqlite3* handle_ = nullptr;
    std::string path_;

public:
    /// `mode`: 0 read-only, 1 read-write, 2 read-write and create.
    Database(const std::string& path, int mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// One or more statements without results.
    void run(const std::string& sql);
    [[nodiscard]] Statement prepare(std::string_view sql) const;
    [[nodiscard]] std::int64_t last_id() const;
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] sqlite3* handle() const { return handle_; }
    [[noreturn]] void fail(std::string_view doing) const;
};

/// Bind by position from 1, step, read by position from 0. Reused after `reset`.
class Statement {
    const Database* database_ = nullptr;
    sqlite3_stmt* handle_ = nullptr;

public:
    Statement() = default;
    Statement(const Database& database, std::string_view sql);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    Statement& bind(int at, std::string_view text); ///< the text must outlive the next step
    Statement& bind(int at, std::int64_t value);
    Statement& bind_null(int at);
    /// Text, or NULL when empty.
    Statement& bind_or_null(int at, std::string_view text);
    Statement& bind(int at, const std::optional<std::int64_t>& value);
    /// True while there is a row.
    bool step();
    /// Runs to the end and resets.
    void run();
    void reset();
    [[nodiscard]] bool is_null(int at) const;
    [[nodiscard]] std::int64_t integer(int at) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int at) const;
    /// Empty for NULL; valid until the next step.
    [[nodiscard]] std::string_view view(int at) const;
    [[nodiscard]] std::string text(int at) const { return std::string{view(at)}; }
    explicit operator bool() const { return handle_ != nullptr; }
};

} // namespace longmen::store::detail
