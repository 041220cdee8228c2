// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of assets into the records.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/store/detail/merge_session.hpp>
#include <longmen/store/detail/patent_writer.hpp>

#include <cstdint>
#include <string>

namespace longmen::store::detail {

/// Under which a row is the same asset as another of its kind: its number, else its owner and name. A row
/// without number is never taken for one that has one: two marks of one name are common.
[[nodiscard]] std::string asset_key(const AssetRow& row);

class AssetWriter {
    RecordTable& table_;
    MergeSession& merge_;
    std::int64_t import_;
    Statement find_;

public:
    AssetWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import);
    WriteResult write(const AssetRow& row);
};

} // namespace longmen::store::detail
