// SPDX-License-Identifier: GPL-3.0-or-later
// Names out of the table of referents.
#include <longmen/store/referents.hpp>

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {

void each_referent(const Workspace& workspace, std::string_view space,
                   const std::function<void(const std::string&, const std::string&)>& take) {
    auto rows = workspace.database().prepare(
        "SELECT source_id, coalesce(name, '') FROM referent WHERE space = ? ORDER BY source_id");
    rows.bind(1, space);
    while (rows.step()) {
        take(rows.text(0), rows.text(1));
    }
}

std::string referent_name(const Workspace& workspace, std::string_view space, std::string_view id) {
    auto row = workspace.database().prepare(
        "SELECT coalesce(name, '') FROM referent WHERE space = ? AND source_id = ?");
    row.bind(1, space).bind(2, id);
    return row.step() ? row.text(0) : std::string{};
}

} // namespace longmen::store
