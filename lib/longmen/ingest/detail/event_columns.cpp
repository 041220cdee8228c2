// SPDX-License-Identifier: GPL-3.0-or-later
// Event columns, item by item.
#include <longmen/ingest/detail/event_columns.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

/// Places count here: an empty item stands for something the source does not know. Separators at the end
/// close the list.
std::vector<std::string_view> items_of(std::string_view cell, const Profile& profile) {
    std::vector<std::string_view> items;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < cell.size();) {
        const auto separator = std::ranges::find_if(
            profile.separators, [&](const std::string& each) { return cell.substr(i).starts_with(each); });
        if (separator == profile.separators.end()) {
            ++i;
            continue;
        }
        items.push_back(trim(cell.substr(begin, i - begin)));
        i += separator->size();
        begin = i;
    }
    items.push_back(trim(cell.substr(begin)));
    if (items.size() > 1 && items.back().empty()) {
        items.pop_back();
    }
    return items;
}

} // namespace

EventColumns::EventColumns(const TableContext& context) : context_(context) {
    for (std::size_t i = 0; i < context.columns.size(); ++i) {
        const auto& events = context.profile.events;
        auto found = events.find(heading_key(context.columns[i].heading));
        if (found == events.end()) {
            found = events.find(bare_heading_key(context.columns[i].heading));
        }
        if (found == events.end()) {
            continue;
        }
        auto at = std::ranges::find(kinds_, found->second.kind, &Kind::kind);
        if (at == kinds_.end()) {
            at = kinds_.insert(kinds_.end(), {found->second.kind, {}});
        }
        at->columns.push_back({i, found->second.role});
    }
    std::ranges::sort(kinds_, {}, &Kind::kind);
}

std::vector<EventColumns::Cell> EventColumns::cells_of(const TableRow& row, const Kind& kind) const {
    std::vector<Cell> cells;
    for (const auto& column : kind.columns) {
        if (column.at < row.cells.size()) {
            const auto text = trim(row.cells[column.at]);
            if (!is_nothing(text, context_.profile)) {
                cells.push_back({column, text, items_of(text, context_.profile)});
            }
        }
    }
    return cells;
}

bool EventColumns::read_aligned(const TableRow& row, const Kind& kind, const std::vector<Cell>& cells,
                                std::vector<EventRow>& events) const {
    const auto count = cells[0].items.size();
    if (std::ranges::any_of(cells, [&](const Cell& cell) { return cell.items.size() != count; })) {
        return false;
    }
    std::vector<EventRow> aligned;
    for (std::size_t item = 0; item < count; ++item) {
        EventRow event;
        event.row = row.number;
        event.code = event_key(kind.kind);
        std::vector<EventPart> parts;
        for (const auto& cell : cells) {
            const auto text = cell.items[item];
            if (is_nothing(text, context_.profile)) {
                continue;
            }
            if (cell.column.role != EventRole::date) {
                parts.push_back({cell.column.role, std::string{text}});
            } else if (const auto date = parse_date(text, context_.date_forms())) {
                event.date = date->iso();
            } else if (!is_null_date(text)) {
                return false;
            }
        }
        event.detail = event_detail(std::move(parts));
        if (!event.date.empty() || !event.detail.empty()) {
            aligned.push_back(std::move(event));
        }
    }
    events.insert(events.end(), aligned.begin(), aligned.end());
    return true;
}

std::vector<EventRow> EventColumns::read(const TableRow& row) const {
    std::vector<EventRow> events;
    for (const auto& kind : kinds_) {
        const auto cells = cells_of(row, kind);
        if (cells.empty() || read_aligned(row, kind, cells, events)) {
            continue;
        }
        EventRow whole;
        whole.row = row.number;
        whole.code = event_key(kind.kind);
        std::vector<EventPart> parts;
        for (const auto& cell : cells) {
            parts.push_back({cell.column.role, std::string{cell.text}});
        }
        whole.detail = event_detail(std::move(parts));
        events.push_back(std::move(whole));
        context_.warn(row, DiagnosticCode::unaligned_events, cells[0].column.at);
    }
    return events;
}

} // namespace longmen::ingest::detail
