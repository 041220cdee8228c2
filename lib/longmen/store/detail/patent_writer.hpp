// SPDX-License-Identifier: GPL-3.0-or-later
// A patent row into the records: found by any of its numbers, merged, its publications and child rows kept.
#pragma once

#include <longmen/store/detail/alias_book.hpp>
#include <longmen/store/detail/bulk_insert.hpp>
#include <longmen/store/detail/citation_writer.hpp>
#include <longmen/store/detail/index_break.hpp>
#include <longmen/store/detail/merge_session.hpp>
#include <longmen/store/detail/prepared_patent.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store::detail {

class PatentWriter {
    Database& database_;
    RecordTable& table_;
    MergeSession& merge_;
    std::int64_t import_;
    std::int64_t generation_;
    std::vector<std::size_t> column_of_; ///< of each Field
    std::size_t number_column_;
    AliasBook aliases_;
    Statement publications_, put_publication_, move_publications_, drop_publications_;
    Statement drop_classes_, move_events_, drop_others_, add_removed_;
    BulkInsert classes_, new_publications_, new_citations_; ///< the latter of new records
    CitationWriter citations_;
    IndexBreak citation_index_;
    std::int64_t added_ = 0;
    std::int64_t many_; ///< so many new records that an index is made faster anew

    [[nodiscard]] std::size_t column(Field field) const {
        return column_of_[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] std::vector<std::int64_t> find(const std::vector<std::string>& keys);
    bool add_publications(std::int64_t id, const std::vector<Publication>& publications);
    /// pub_no, pub_date, grant_no, grant_date, kind, number from the publications, by number. `kind` keeps
    /// the text that a view of it needs.
    template <typename Text>
    void derive(std::vector<Text>& values, const std::vector<Publication>& publications, bool pinned_date,
                std::string& kind) const;
    void derive(StoredRecord& record);
    void add_classes(std::int64_t id, const std::vector<ClassRow>& rows);
    void flush_children();
    void rewrite_children(const StoredRecord& record);
    std::int64_t add(PreparedPatent& patent, const Place& place);
    void merge(const PreparedPatent& patent, const Place& place, WriteResult& result);
    void unite(std::int64_t kept, std::int64_t gone);

public:
    PatentWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import,
                 std::int64_t generation);
    WriteResult write(PreparedPatent& patent);
    /// Must be called when all rows are written.
    void finish();
    /// After a value was decided late: child rows and the best number anew.
    void refresh(std::int64_t id);
    /// The record a number names; nothing when it is unknown.
    [[nodiscard]] std::optional<std::int64_t> find_number(std::string_view canonical);
};

} // namespace longmen::store::detail
