// SPDX-License-Identifier: GPL-3.0-or-later
// Persons and places behind ids into the workspace, and out again by id.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/store/detail/merge_session.hpp>
#include <longmen/store/detail/patent_writer.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace longmen::store::detail {

/// One row for each space and id; tables that tell of the same id fill each other's gaps, and merge like
/// records.
class ReferentWriter {
    RecordTable& table_;
    MergeSession& merge_;
    std::int64_t import_;
    Statement find_, values_, any_;

public:
    ReferentWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import);
    WriteResult write(const ReferentRow& row);
    [[nodiscard]] std::optional<ReferentValues> find(std::string_view space, std::string_view id);
    /// True when an id of the space is known.
    [[nodiscard]] bool knows(std::string_view space);
};

} // namespace longmen::store::detail
