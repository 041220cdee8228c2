// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace: a folder with one SQLite database, the only source of truth.
#pragma once

#include <longmen/base/date.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::store {

namespace detail {
class Database;
}

/// `trial`: the workspace that is there, else one that lives outside the folder and ends with the connection.
enum class OpenMode { create, existing, read_only, trial };

/// One connection. Movable; used by one thread.
class Workspace {
    std::string folder_;
    std::unique_ptr<detail::Database> database_;

    Workspace(std::string folder, std::unique_ptr<detail::Database> database);

public:
    /// `create` makes folder and database when they are missing. DataError in one sentence: no workspace
    /// there, written by a newer program, not a database.
    static Workspace open(const std::string& folder, OpenMode mode);
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

    [[nodiscard]] const std::string& folder() const { return folder_; }
    /// Raised by one with each committed change; what is derived carries the generation it was made from.
    [[nodiscard]] std::int64_t generation() const;
    /// The latest cut-off declared at an import, else the latest date in the records; nothing for an empty
    /// workspace.
    [[nodiscard]] std::optional<Date> data_date() const;
    [[nodiscard]] detail::Database& database() const { return *database_; }
};

/// A write transaction that raises the generation when committed and rolls back when dropped.
class Change {
    const Workspace* workspace_;
    std::int64_t generation_ = 0;
    bool open_ = false;

public:
    explicit Change(const Workspace& workspace);
    ~Change();
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;
    /// The generation this change will make.
    [[nodiscard]] std::int64_t generation() const { return generation_; }
    void commit();
    /// Ends the transaction without a new generation when nothing was changed.
    void commit_unchanged();
};

} // namespace longmen::store
