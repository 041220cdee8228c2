// SPDX-License-Identifier: GPL-3.0-or-later
// A table whose rows are records with an origin: read whole, written whole, every value as text.
#pragma once

#include <longmen/store/detail/contradiction.hpp>
#include <longmen/store/detail/origin.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store::detail {

struct RecordColumn {
    std::string name;
    bool integer = false; ///< stored as INTEGER
    bool merged = true;   ///< takes part in merging; false for keys and what is derived
    Contradiction contradiction = Contradiction::always;
    bool united = false; ///< a list to which every source adds: nothing of it loses
};

/// Values in the order of the columns; an empty text is NULL.
struct StoredRecord {
    std::int64_t id = 0;
    std::vector<std::string> values;
    std::map<std::string, std::string> extras; ///< columns no profile knew, by heading
    Origin origin{Place{}};
};

class RecordTable {
    Database& database_;
    std::string name_;
    std::vector<RecordColumn> columns_;
    Statement select_, insert_, update_, update_origin_, delete_;

    template <typename Text>
    void bind(Statement& statement, const std::vector<Text>& values, const std::string& origin,
              const std::string& extras, std::int64_t generation) const;

public:
    RecordTable(Database& database, std::string name, std::vector<RecordColumn> columns);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<RecordColumn>& columns() const { return columns_; }
    /// Position of a column; columns().size() when there is none.
    [[nodiscard]] std::size_t find(std::string_view column) const;
    /// InternalError when there is no such row.
    [[nodiscard]] StoredRecord load(std::int64_t id);
    /// Sets `record.id`.
    void insert(StoredRecord& record, std::int64_t generation);
    /// The same for values that lie elsewhere and extras as `extras_text` gives them; returns the id.
    std::int64_t insert(const std::vector<std::string_view>& values, const Origin& origin,
                        const std::string& extras, std::int64_t generation);
    void update(const StoredRecord& record, std::int64_t generation);
    /// The origin alone, without a new generation: no value changed.
    void update_origin(const StoredRecord& record);
    void erase(std::int64_t id);
};

/// JSON object of the extras, empty text for none; and back.
std::string extras_text(const std::map<std::string, std::string>& extras);
std::map<std::string, std::string> parse_extras(std::string_view text);

/// Tables of the workspace.
RecordTable patent_table(Database& database);
RecordTable enterprise_table(Database& database);
RecordTable figures_table(Database& database);
RecordTable asset_table(Database& database);
RecordTable referent_table(Database& database);

} // namespace longmen::store::detail
