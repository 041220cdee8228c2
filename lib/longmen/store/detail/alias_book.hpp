// SPDX-License-Identifier: GPL-3.0-or-later
// Which record a key of a number names: the alias table, with the newest entries in memory until there are
// enough to write them in order.
#pragma once

#include <longmen/store/detail/bulk_insert.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::store::detail {

/// A set that may take a key for one of its own, but never misses one. Grows by layers.
class KeyFilter {
    std::vector<std::vector<std::uint64_t>> layers_;
    std::size_t last_size_ = 0;

public:
    void add(std::string_view key);
    [[nodiscard]] bool may_hold(std::string_view key) const;
};

/// Keys come in no order, and each would touch another page of a table that is larger than the cache; written
/// in order, many share a page. What the book holds in memory must be written before the table is read by
/// others.
class AliasBook {
    Database& database_;
    Statement find_, move_;
    BulkInsert add_;
    std::unordered_map<std::string, std::int64_t> fresh_;
    KeyFilter written_;      ///< by this book
    bool table_was_empty_;   ///< then `written_` knows every key of the table
    bool by_record_ = false; ///< the table has an index by record

public:
    explicit AliasBook(Database& database);
    [[nodiscard]] std::optional<std::int64_t> find(const std::string& key);
    /// The key must be new.
    void add(const std::string& key, std::int64_t record);
    /// All keys of one record to another.
    void move(std::int64_t from, std::int64_t to);
    void write();
};

} // namespace longmen::store::detail
