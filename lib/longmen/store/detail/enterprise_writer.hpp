// SPDX-License-Identifier: GPL-3.0-or-later
// Enterprises and their yearly figures into the records.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/store/detail/merge_session.hpp>
#include <longmen/store/detail/patent_writer.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::store::detail {

class EnterpriseWriter {
    RecordTable& enterprises_;
    RecordTable& figures_;
    MergeSession& merge_;
    std::int64_t import_;
    Statement by_code_, by_name_, names_, figures_of_;

public:
    EnterpriseWriter(Database& database, RecordTable& enterprises, RecordTable& figures, MergeSession& merge,
                     std::int64_t import);
    /// By credit code; else by any of its names, if that enterprise has no other code.
    [[nodiscard]] std::optional<std::int64_t> find(const std::optional<std::string>& uscc,
                                                   std::string_view name);
    WriteResult write(const EnterpriseRow& row);
    WriteResult write(const FiguresRow& row, std::int64_t enterprise);
};

} // namespace longmen::store::detail
