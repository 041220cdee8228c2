// SPDX-License-Identifier: GPL-3.0-or-later
// Events out of the workspace.
#include <longmen/store/events.hpp>

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {

std::vector<PatentEvent> load_events(const Workspace& workspace, std::string_view code) {
    auto query = workspace.database().prepare(
        "SELECT patent_id, event.code, event.date, event.detail, import.source_date FROM event"
        " JOIN import ON import.id = event.import_id WHERE ?1 = '' OR event.code = ?1"
        " ORDER BY patent_id, event.date, event.code, event.detail");
    query.bind(1, code);
    std::vector<PatentEvent> events;
    while (query.step()) {
        events.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    }
    return events;
}

} // namespace longmen::store
