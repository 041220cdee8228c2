// SPDX-License-Identifier: GPL-3.0-or-later
// Lapses out of the workspace.
#include <longmen/store/lapses.hpp>

#include <longmen/record/legal_status.hpp>
#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {

namespace {

/// Dates of the present status, else of the last event of its code.
constexpr auto dated_status =
    "SELECT id, status, coalesce(nullif(status_date, ''), (SELECT max(date) FROM event "
    "WHERE patent_id = patent.id AND code = patent.status AND date <> '')) AS day "
    "FROM patent WHERE day IS NOT NULL";

template <class Wanted>
std::unordered_map<std::int64_t, Date> load_dates(const Workspace& workspace, Wanted wanted) {
    auto query = workspace.database().prepare(dated_status);
    std::unordered_map<std::int64_t, Date> dates;
    while (query.step()) {
        if (!wanted(legal_state_by_key(query.view(1)))) {
            continue;
        }
        if (const auto day = Date::from_iso(query.view(2))) {
            dates.emplace(query.integer(0), *day);
        }
    }
    return dates;
}

} // namespace

std::unordered_map<std::int64_t, Date> load_lapses(const Workspace& workspace) {
    return load_dates(workspace, [](LegalState state) { return state == LegalState::fee_lapsed; });
}

std::unordered_map<std::int64_t, Date> load_ends(const Workspace& workspace) {
    return load_dates(workspace, [](LegalState state) { return validity_of(state) == Validity::dead; });
}

} // namespace longmen::store
