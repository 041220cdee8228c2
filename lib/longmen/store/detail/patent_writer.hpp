// SPDX-License-Identifier: GPL-3.0-or-later
// A patent row into the records: found by any of its numbers, merged, its publications and child rows kept.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/store/detail/citation_writer.hpp>
#include <longmen/store/detail/merge_session.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::store::detail {

struct WriteResult {
    std::int64_t id = 0;
    bool added = false;
    bool changed = false;
};

class PatentWriter {
    Database& database_;
    RecordTable& table_;
    MergeSession& merge_;
    std::int64_t import_;
    std::int64_t generation_;
    std::vector<std::size_t> column_of_; ///< of each Field
    Statement find_alias_, add_alias_, move_aliases_, publications_, put_publication_, move_publications_,
        drop_publications_;
    Statement drop_classes_, add_class_, move_events_, drop_others_, add_removed_;
    CitationWriter citations_;

    struct Publication {
        std::string number, date;
        bool grant = false;
    };

    std::string& value(StoredRecord& record, Field field) {
        return record.values[column_of_[static_cast<std::size_t>(field)]];
    }
    [[nodiscard]] std::vector<std::int64_t> find(const std::vector<std::string>& keys);
    /// Publications a row tells of.
    [[nodiscard]] std::vector<Publication> publications_of(const PatentRow& row) const;
    bool add_publications(std::int64_t id, const std::vector<Publication>& publications);
    /// pub_no, pub_date, grant_no, grant_date, kind, number from the publications.
    void derive(StoredRecord& record);
    void write_children(const StoredRecord& record, bool fresh);
    std::int64_t unite(std::int64_t kept, std::int64_t gone);

public:
    PatentWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import,
                 std::int64_t generation);
    WriteResult write(const PatentRow& row);
    /// After a value was decided late: child rows and the best number anew.
    void refresh(std::int64_t id);
    /// The record a number names; nothing when it is unknown.
    [[nodiscard]] std::optional<std::int64_t> find_number(std::string_view canonical);
};

} // namespace longmen::store::detail
