// SPDX-License-Identifier: GPL-3.0-or-later
// One column of the records.
#include <longmen/store/field_values.hpp>

#include <longmen/store/detail/sqlite.hpp>

#include <fmt/format.h>

namespace longmen::store {

std::unordered_map<std::int64_t, std::string> load_field_values(const Workspace& workspace, Field field) {
    const auto column = field_info(field).key; // a name of ours: no text of a user's
    auto query = workspace.database().prepare(
        fmt::format("SELECT id, {0} FROM patent WHERE {0} IS NOT NULL AND {0} <> ''", column));
    std::unordered_map<std::int64_t, std::string> values;
    while (query.step()) {
        values.emplace(query.integer(0), query.text(1));
    }
    return values;
}

} // namespace longmen::store
