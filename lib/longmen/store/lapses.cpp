// SPDX-License-Identifier: GPL-3.0-or-later
// Lapses out of the workspace.
#include <longmen/record/legal_status.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/lapses.hpp>

namespace longmen::store {

std::unordered_map<std::int64_t, Date> load_lapses(const Workspace& workspace) {
    auto query = workspace.database().prepare(
        "SELECT id, coalesce(nullif(status_date, ''), (SELECT max(date) FROM event WHERE patent_id = "
        "patent.id"
        " AND code = ?1 AND date <> '')) AS day FROM patent WHERE status = ?1 AND day IS NOT NULL");
    query.bind(1, legal_state_key(LegalState::fee_lapsed));
    std::unordered_map<std::int64_t, Date> lapses;
    while (query.step()) {
        if (const auto day = Date::from_iso(query.view(1))) {
            lapses.emplace(query.integer(0), *day);
        }
    }
    return lapses;
}

} // namespace longmen::store
