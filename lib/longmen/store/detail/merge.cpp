// SPDX-License-Identifier: GPL-3.0-or-later
// The total order of values.
#include <longmen/store/detail/merge.hpp>

#include <longmen/store/detail/sqlite.hpp>

#include <tuple>

namespace longmen::store::detail {

Merger::Merger(Database& database, std::int64_t import, std::int64_t generation)
    : database_(database), import_(import), generation_(generation),
      keep_other_(database.prepare("INSERT OR IGNORE INTO other_value VALUES(?,?,?,?,?,?,?,?)")),
      drop_other_(database.prepare(
          "DELETE FROM other_value WHERE subject = ? AND subject_id = ? AND field = ? AND value = ?")),
      add_history_(database.prepare(
          "INSERT INTO history(generation, cause, cause_id, subject, subject_id, field, old, new)"
          " VALUES(?,'import',?,?,?,?,?,?)")) {}

std::string Merger::source_date(std::int64_t import) {
    const auto found = source_dates_.find(import);
    if (found != source_dates_.end()) {
        return found->second;
    }
    auto query = database_.prepare("SELECT source_date FROM import WHERE id = ?");
    query.bind(1, import);
    return source_dates_[import] = query.step() ? query.text(0) : std::string{};
}

bool Merger::newer(const Place& a, const Place& b) {
    return std::tuple{source_date(a.import), a.document_date} >
           std::tuple{source_date(b.import), b.document_date};
}

void Merger::history(std::string_view subject, std::int64_t id, std::string_view field, std::string_view old,
                     std::string_view now) {
    add_history_.bind(1, generation_).bind(2, import_).bind(3, subject).bind(4, id).bind(5, field);
    add_history_.bind_or_null(6, old).bind_or_null(7, now);
    add_history_.run();
}

void Merger::forget_other(std::string_view subject, std::int64_t id, std::string_view field,
                          std::string_view value) {
    drop_other_.bind(1, subject).bind(2, id).bind(3, field).bind(4, value);
    drop_other_.run();
}

void Merger::apply(std::string_view subject, std::int64_t id, std::string_view field,
                   Contradiction contradiction, std::string& stored, Origin& origin,
                   std::string_view incoming, const Place& place, MergeResult& result) {
    if (incoming.empty() || stored == incoming) {
        return;
    }
    if (stored.empty() && !origin.of(field).pinned()) {
        history(subject, id, field, "", incoming);
        stored = incoming;
        origin.set(field, place);
        result.changed = true;
        return;
    }
    const auto old_place = origin.of(field);
    const auto old_date = old_place.pinned() ? source_date(import_) : source_date(old_place.import);
    const auto new_date = source_date(place.import);
    const bool wins =
        !old_place.pinned() &&
        std::tuple{standing_of(field, incoming), std::string_view{new_date}, precision_of(field, incoming),
                   place.document_date, incoming} >
            std::tuple{standing_of(field, stored), std::string_view{old_date}, precision_of(field, stored),
                       old_place.document_date, std::string_view{stored}};
    const bool shown = !old_place.pinned() && contradiction != Contradiction::never &&
                       (contradiction == Contradiction::always || old_date == new_date) &&
                       differ(field, stored, incoming);
    const std::string loser{wins ? std::string_view{stored} : incoming};
    const Place loser_place = wins ? old_place : place;
    keep_other_.bind(1, subject)
        .bind(2, id)
        .bind(3, field)
        .bind(4, loser)
        .bind(5, loser_place.import)
        .bind(6, loser_place.row);
    keep_other_.bind(7, loser_place.document_date).bind(8, static_cast<std::int64_t>(shown));
    keep_other_.run();
    result.conflicts += shown ? database_.changes() : 0;
    if (wins) {
        forget_other(subject, id, field, incoming);
        history(subject, id, field, stored, incoming);
        stored = incoming;
        origin.set(field, place);
        result.changed = true;
    }
}

} // namespace longmen::store::detail
