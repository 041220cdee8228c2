// SPDX-License-Identifier: GPL-3.0-or-later
// What waits, and how it is decided at the end.
#include <longmen/store/detail/merge_session.hpp>

#include <longmen/store/detail/united_list.hpp>

#include <algorithm>
#include <tuple>

namespace longmen::store::detail {
namespace {

constexpr std::string_view extra_prefix = "x:";

} // namespace

/// Headings may hold the marks of the origin text.
std::string extra_field(std::string_view heading) {
    std::string field{extra_prefix};
    for (const char c : heading) {
        field += c == ',' || c == ';' || c == '=' ? '_' : c;
    }
    return field;
}

std::size_t MergeSession::number_of(RecordTable& table) {
    const auto known = std::ranges::find(tables_, &table);
    if (known == tables_.end()) {
        tables_.push_back(&table);
        return tables_.size() - 1;
    }
    return static_cast<std::size_t>(known - tables_.begin());
}

bool MergeSession::offer(RecordTable& table, StoredRecord& record, const std::vector<std::string>& incoming,
                         const std::vector<std::pair<std::string, std::string>>& extras, const Place& place) {
    MergeResult result;
    const auto number = number_of(table);
    Confirmed same{number, record.id, place, 0, false, {}};
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        const auto& column = table.columns()[i];
        if (!column.merged || incoming[i].empty()) {
            continue;
        }
        auto& stored = record.values[i];
        if (stored == incoming[i]) {
            const auto& old = record.origin.of(column.name);
            if (old.import != place.import || place.document_date > old.document_date) {
                same.former_import = same.columns.none() || same.former_import == old.import ? old.import : 0;
                same.later = same.later || place.document_date > old.document_date;
                same.columns.set(i);
            }
        } else if (stored.empty() && !record.origin.of(column.name).pinned()) {
            merger_.apply(table.name(), record.id, column.name, column.contradiction, stored, record.origin,
                          incoming[i], place, result);
        } else if (column.united && !record.origin.of(column.name).pinned()) {
            add_members(table, record, i, incoming[i], place, result);
        } else {
            waiting_.add(WaitingValue{number, record.id, column.name, incoming[i], place});
        }
    }
    for (const auto& [heading, value] : extras) {
        const auto [at, added] = record.extras.try_emplace(heading, value);
        if (added) {
            record.origin.set(extra_field(heading), place);
            result.changed = true;
        } else if (at->second != value) {
            waiting_.add(WaitingValue{number, record.id, std::string{extra_prefix} + heading, value, place});
        }
    }
    if (same.columns.any()) {
        waiting_.add(same);
    }
    return result.changed;
}

void MergeSession::add_members(const RecordTable& table, StoredRecord& record, std::size_t column,
                               const std::string& incoming, const Place& place, MergeResult& result) {
    auto& stored = record.values[column];
    const auto& name = table.columns()[column].name;
    auto united = united_list(name, stored, incoming);
    if (united != stored) {
        merger_.history(table.name(), record.id, name, stored, united);
        stored = std::move(united);
        record.origin.set(name, place);
        result.changed = true;
    }
}

WriteResult MergeSession::write(RecordTable& table, std::optional<std::int64_t> id,
                                std::vector<std::string> incoming,
                                const std::vector<std::pair<std::string, std::string>>& extras,
                                const Place& place) {
    if (id) {
        auto record = table.load(*id);
        const bool changed = offer(table, record, incoming, extras, place);
        if (changed) {
            table.update(record, generation_);
        }
        return {*id, false, changed};
    }
    StoredRecord record;
    record.values = std::move(incoming);
    record.extras.insert(extras.begin(), extras.end());
    record.origin = Origin{place};
    table.insert(record, generation_);
    return {record.id, true, true};
}

void MergeSession::unite(RecordTable& table, const StoredRecord& gone, std::int64_t kept) {
    const auto number = number_of(table);
    united_.erase({number, gone.id});
    united_.emplace(number, kept);
    // What confirmed a value of the one that goes may contradict the one that stays.
    for (const auto& entry : waiting_.move(number, gone.id, kept)) {
        for (std::size_t column = 0; column < gone.values.size(); ++column) {
            if (entry.columns[column] && !table.columns()[column].united) {
                waiting_.add(WaitingValue{number, kept, table.columns()[column].name, gone.values[column],
                                          entry.place});
            }
        }
    }
}

/// False when no value of the record can rest on this file: it is no newer than the one they came from, nor
/// is its document. Values that came from this file meanwhile came with a later document than the former one.
bool MergeSession::may_move(const Confirmed& entry) {
    if (entry.former_import == 0) {
        return true;
    }
    const Place former{entry.former_import, 0,
                       entry.later ? entry.place.document_date - 1 : entry.place.document_date};
    return merger_.newer(entry.place, former);
}

/// Values this source repeats now rest on it, if it is the newer one.
void MergeSession::confirm(const Confirmed& entry) {
    if (!may_move(entry)) {
        return;
    }
    auto& table = *tables_[entry.table];
    auto record = table.load(entry.id);
    bool moved = false;
    for (std::size_t column = 0; column < record.values.size(); ++column) {
        if (!entry.columns[column]) {
            continue;
        }
        const auto& name = table.columns()[column].name;
        const auto& old = record.origin.of(name);
        if (!old.pinned() && merger_.newer(entry.place, old)) {
            record.origin.set(name, entry.place);
            moved = true;
        }
    }
    if (moved) {
        table.update_origin(record);
    }
}

std::int64_t MergeSession::decide(const WaitingValue& entry,
                                  const std::function<void(RecordTable&, std::int64_t)>& changed) {
    auto& table = *tables_[entry.table];
    auto record = table.load(entry.id);
    MergeResult result;
    if (entry.field.starts_with(extra_prefix)) {
        const auto heading = entry.field.substr(extra_prefix.size());
        merger_.apply(table.name(), entry.id, extra_field(heading), Contradiction::never,
                      record.extras[heading], record.origin, entry.value, entry.place, result);
    } else {
        const auto at = table.find(entry.field);
        const auto old = record.origin.of(entry.field);
        if (record.values[at] == entry.value && !old.pinned() && merger_.newer(entry.place, old)) {
            record.origin.set(entry.field, entry.place);
            table.update_origin(record);
            return 0;
        }
        merger_.apply(table.name(), entry.id, entry.field, table.columns()[at].contradiction,
                      record.values[at], record.origin, entry.value, entry.place, result);
    }
    if (result.changed) {
        table.update(record, generation_);
        changed(table, entry.id);
    }
    return result.conflicts;
}

std::int64_t MergeSession::finish(const std::string& source_date,
                                  const std::function<void(RecordTable&, std::int64_t)>& changed) {
    merger_.set_source_date(source_date);
    waiting_.each_confirmed([&](const Confirmed& entry) { confirm(entry); });
    std::int64_t conflicts = 0;
    waiting_.each_value([&](const WaitingValue& entry) { conflicts += decide(entry, changed); });
    // The losers of both records came together; what stands now is among them no more.
    for (const auto& [number, id] : united_) {
        auto& table = *tables_[number];
        const auto record = table.load(id);
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            merger_.forget_other(table.name(), id, table.columns()[i].name, record.values[i]);
        }
    }
    united_.clear();
    waiting_.clear();
    return conflicts;
}

} // namespace longmen::store::detail
