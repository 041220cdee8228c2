// SPDX-License-Identifier: GPL-3.0-or-later
// Streams what is compared of records.
#include <longmen/store/compared_texts.hpp>

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {

struct ComparedTexts::State {
    detail::Statement query;
    bool ended = false;
};

namespace {

constexpr const char* columns = "SELECT id, number, title, title_en, abstract, abstract_en,"
                                " coalesce(ipc_main || char(10), '') || coalesce(ipc || char(10), '') ||"
                                " coalesce(cpc, ''), applicants, app_date,"
                                " coalesce(vendor_family_id, family_members, extended_family_members,"
                                " priority_numbers, active_priorities, pct_app_no, parent_app_no) IS NOT NULL"
                                " FROM patent";

} // namespace

ComparedTexts::ComparedTexts(const Workspace& workspace)
    : state_(new State{workspace.database().prepare(std::string{columns} + " ORDER BY id")}) {}

ComparedTexts::ComparedTexts(const Workspace& workspace, std::int64_t id)
    : state_(new State{workspace.database().prepare(std::string{columns} + " WHERE id = ?")}) {
    state_->query.bind(1, id);
}

ComparedTexts::~ComparedTexts() = default;

bool ComparedTexts::next(std::vector<ComparedText>& records, std::size_t most) {
    auto& query = state_->query;
    std::size_t count = 0;
    while (count < most && !state_->ended) {
        if (!query.step()) {
            state_->ended = true;
            break;
        }
        if (count == records.size()) {
            records.emplace_back(); // strings of earlier rounds keep their memory
        }
        auto& record = records[count++];
        int at = 0;
        record.id = query.integer(at++);
        for (auto* slot : {&record.number, &record.title, &record.title_en, &record.abstract,
                           &record.abstract_en, &record.classes, &record.applicants, &record.app_date}) {
            slot->assign(query.view(at++));
        }
        record.names_relatives = query.integer(at) != 0;
    }
    records.resize(count);
    return count > 0;
}

} // namespace longmen::store
