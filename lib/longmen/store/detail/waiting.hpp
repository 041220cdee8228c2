// SPDX-License-Identifier: GPL-3.0-or-later
// What an import can decide only when all its rows are read, kept in temporary tables: as much as there is,
// in little memory.
#pragma once

#include <longmen/store/detail/bulk_insert.hpp>
#include <longmen/store/detail/origin.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace longmen::store::detail {

/// A value that contradicts the stored one. `table` is a number the caller gives to a table.
struct WaitingValue {
    std::size_t table = 0;
    std::int64_t id = 0;
    std::string field, value;
    Place place;
};

/// A value that is there already, told again. A file taken in again makes one of these for each record.
struct Confirmed {
    static constexpr std::size_t most_columns = 126;
    std::size_t table = 0;
    std::int64_t id = 0;
    Place place;
    std::int64_t former_import = 0; ///< where the values came from; 0: from several
    bool later = false;             ///< some of them from an earlier document
    std::bitset<most_columns> columns;
};

/// Both lists are given back in the order they were filled. Lives inside one transaction.
class WaitingLists {
    Database& database_;
    BulkInsert values_, confirmed_;
    Statement move_values_;
    bool by_record_ = false; ///< the tables have indexes by record

    static Database& with_tables(Database& database);
    void make_readable();

public:
    explicit WaitingLists(Database& database);

    void add(const WaitingValue& value);
    void add(const Confirmed& confirmed);
    /// Values that wait for one record wait for another now; what it confirmed is given back and forgotten.
    [[nodiscard]] std::vector<Confirmed> move(std::size_t table, std::int64_t from, std::int64_t to);
    /// Calls `take` for each; neither list may be changed meanwhile.
    void each_confirmed(const std::function<void(const Confirmed&)>& take);
    void each_value(const std::function<void(const WaitingValue&)>& take);
    void clear();
};

} // namespace longmen::store::detail
