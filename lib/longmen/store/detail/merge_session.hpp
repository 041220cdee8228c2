// SPDX-License-Identifier: GPL-3.0-or-later
// Merging of a whole import: gaps are filled at once, contradictions wait until the date of the source is
// known.
#pragma once

#include <longmen/store/detail/merge.hpp>
#include <longmen/store/detail/record_table.hpp>
#include <longmen/store/detail/waiting.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::store::detail {

/// Under which the origin of a column that is kept as it is stands in an Origin.
[[nodiscard]] std::string extra_field(std::string_view heading);

/// What became of a row.
struct WriteResult {
    std::int64_t id = 0;
    bool added = false;
    bool changed = false;
};

class MergeSession {
    Merger merger_;
    std::int64_t generation_;
    WaitingLists waiting_;
    std::vector<RecordTable*> tables_; ///< by the number they have in the lists
    std::set<std::pair<std::size_t, std::int64_t>> united_;

    [[nodiscard]] std::size_t number_of(RecordTable& table);
    void confirm(const Confirmed& entry);
    /// Returns the conflicts newly listed.
    std::int64_t decide(const WaitingValue& entry,
                        const std::function<void(RecordTable&, std::int64_t)>& changed);
    [[nodiscard]] bool may_move(const Confirmed& entry);
    void add_members(const RecordTable& table, StoredRecord& record, std::size_t column,
                     const std::string& incoming, const Place& place, MergeResult& result);

public:
    MergeSession(Database& database, std::int64_t import, std::int64_t generation)
        : merger_(database, import, generation), generation_(generation), waiting_(database) {}

    /// `incoming` lies in the order of the table's columns. Fills gaps in `record` and tells whether it did;
    /// the caller writes it.
    bool offer(RecordTable& table, StoredRecord& record, const std::vector<std::string>& incoming,
               const std::vector<std::pair<std::string, std::string>>& extras, const Place& place);
    /// A row into the record `id` of the table, written when it changed, or, when there is none, as a new
    /// one.
    WriteResult write(RecordTable& table, std::optional<std::int64_t> id, std::vector<std::string> incoming,
                      const std::vector<std::pair<std::string, std::string>>& extras, const Place& place);
    /// A value that contradicts the stored one, offered outside `offer` (publication dates).
    void history(std::string_view table, std::int64_t id, std::string_view field, std::string_view old,
                 std::string_view now) {
        merger_.history(table, id, field, old, now);
    }
    /// A record that was made one with another: what waits for it is for the other now.
    void unite(RecordTable& table, const StoredRecord& gone, std::int64_t kept);
    /// Decides what waits. `changed(table, id)` is called for each record that took a new value. Returns the
    /// conflicts newly listed.
    std::int64_t finish(const std::string& source_date,
                        const std::function<void(RecordTable&, std::int64_t)>& changed);
};

} // namespace longmen::store::detail
