// SPDX-License-Identifier: GPL-3.0-or-later
// Patent rows into records.
#include <longmen/store/detail/patent_writer.hpp>

#include <longmen/record/number.hpp>
#include <longmen/record/source_id.hpp>
#include <longmen/store/detail/expert_writer.hpp>

#include <algorithm>
#include <tuple>

namespace longmen::store::detail {
namespace {

/// As many as there are, and not a few.
std::int64_t many_beside(const Database& database) {
    constexpr std::int64_t a_few = 20000;
    auto query = database.prepare("SELECT count(*) FROM patent");
    query.step();
    return std::max(a_few, query.integer(0));
}

std::string_view smallest_line(std::string_view list) {
    auto smallest = list.substr(0, list.find('\n'));
    while (!list.empty()) {
        const auto end = list.find('\n');
        smallest = std::min(smallest, list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return smallest;
}

} // namespace

PatentWriter::PatentWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import,
                           std::int64_t generation)
    : database_(database), table_(table), merge_(merge), import_(import), generation_(generation),
      number_column_(table.find("number")), aliases_(database),
      publications_(database.prepare(
          "SELECT number, date, is_grant FROM publication WHERE patent_id = ? ORDER BY number")),
      put_publication_(database.prepare("INSERT INTO publication VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE "
                                        "SET date = max(date, excluded.date),"
                                        " is_grant = max(is_grant, excluded.is_grant)"
                                        " WHERE excluded.date > date OR excluded.is_grant > is_grant")),
      move_publications_(
          database.prepare("UPDATE OR IGNORE publication SET patent_id = ? WHERE patent_id = ?")),
      drop_publications_(database.prepare("DELETE FROM publication WHERE patent_id = ?")),
      drop_classes_(database.prepare("DELETE FROM class WHERE patent_id = ?")),
      move_events_(database.prepare("UPDATE OR IGNORE event SET patent_id = ? WHERE patent_id = ?")),
      drop_others_(database.prepare(
          "UPDATE OR IGNORE other_value SET subject_id = ? WHERE subject = 'patent' AND subject_id = ?")),
      add_removed_(database.prepare("INSERT INTO removed VALUES(?, ?)")),
      classes_(database, "INSERT INTO class", 4), new_publications_(database, "INSERT INTO publication", 4),
      new_citations_(database, "INSERT INTO citation", 6), citations_(database),
      citation_index_(database, "citation_by_key"), many_(many_beside(database)) {
    for (std::size_t i = 0; i < field_count; ++i) {
        column_of_.push_back(table_.find(field_info(static_cast<Field>(i)).key));
    }
}

std::vector<std::int64_t> PatentWriter::find(const std::vector<std::string>& keys) {
    std::vector<std::int64_t> ids;
    for (const auto& key : keys) {
        const auto id = aliases_.find(key);
        if (id && std::ranges::find(ids, *id) == ids.end()) {
            ids.push_back(*id);
        }
    }
    return ids;
}

std::optional<std::int64_t> PatentWriter::find_number(std::string_view canonical) {
    if (is_source_id(canonical)) {
        return aliases_.find(source_id_key(canonical));
    }
    const auto number = parse_number(canonical, NumberHint::any);
    return number ? aliases_.find(number->key()) : std::nullopt;
}

bool PatentWriter::add_publications(std::int64_t id, const std::vector<Publication>& publications) {
    std::int64_t changes = 0;
    for (const auto& publication : publications) {
        put_publication_.bind(1, id).bind(2, publication.number).bind(3, publication.date);
        put_publication_.bind(4, static_cast<std::int64_t>(publication.grant));
        put_publication_.run();
        changes += database_.changes();
    }
    return changes > 0;
}

template <typename Text>
void PatentWriter::derive(std::vector<Text>& values, const std::vector<Publication>& publications,
                          bool pinned_date, std::string& kind) const {
    const auto earlier = [](const Publication& a, const Publication& b) {
        return std::tie(a.date, a.number) < std::tie(b.date, b.number);
    };
    const Publication* first = nullptr;
    const Publication* last = nullptr;
    const Publication* grant = nullptr;
    for (const auto& publication : publications) {
        // A publication that is no grant stands before one that is, whatever the dates.
        if (!first || std::tie(publication.grant, publication.date, publication.number) <
                          std::tie(first->grant, first->date, first->number)) {
            first = &publication;
        }
        if (!last || earlier(*last, publication)) {
            last = &publication;
        }
        if (publication.grant && (!grant || earlier(publication, *grant))) {
            grant = &publication;
        }
    }
    if (first) {
        values[column(Field::pub_no)] = first->number;
        values[column(Field::pub_date)] = first->date;
    }
    if (grant) {
        values[column(Field::grant_no)] = grant->number;
        if (!grant->date.empty() && !pinned_date) {
            values[column(Field::grant_date)] = grant->date;
        }
    }
    const auto* best = grant ? grant : last;
    if (!best) {
        values[number_column_] = values[column(Field::app_no)];
        if (values[number_column_].empty()) { // known by the id of a source alone
            values[number_column_] = smallest_line(values[column(Field::source_ids)]);
        }
        return;
    }
    values[number_column_] = best->number;
    if (const auto parsed = parse_number(best->number, NumberHint::publication)) {
        kind = parsed->kind;
        values[column(Field::kind)] = kind;
    }
}

void PatentWriter::derive(StoredRecord& record) {
    std::vector<Publication> all;
    publications_.bind(1, record.id);
    while (publications_.step()) {
        all.push_back({publications_.text(0), publications_.text(1), publications_.integer(2) != 0});
    }
    publications_.reset();
    std::string kind;
    derive(record.values, settled(std::move(all)), record.origin.of("grant_date").pinned(), kind);
}

void PatentWriter::add_classes(std::int64_t id, const std::vector<ClassRow>& rows) {
    std::int64_t position = 0;
    std::string_view scheme;
    for (const auto& row : rows) {
        position = row.scheme == scheme ? position + 1 : 1;
        scheme = row.scheme;
        classes_.add(id).add(scheme).add(position).add(row.symbol);
        classes_.end_row();
    }
}

void PatentWriter::flush_children() {
    new_publications_.flush();
    classes_.flush();
    new_citations_.flush();
}

void PatentWriter::rewrite_children(const StoredRecord& record) {
    const auto list = [&](Field field) -> std::string_view { return record.values[column(field)]; };
    classes_.flush();
    drop_classes_.bind(1, record.id).run();
    citations_.drop(record.id);
    add_classes(record.id, class_rows(list(Field::ipc), list(Field::cpc)));
    citations_.write(record.id, list(Field::cited), list(Field::citing));
}

void PatentWriter::unite(std::int64_t kept, std::int64_t gone) {
    auto target = table_.load(kept);
    const auto other = table_.load(gone);
    // Values come over with the place they came from.
    for (std::size_t i = 0; i < other.values.size(); ++i) {
        if (!other.values[i].empty() && table_.columns()[i].merged) {
            std::vector<std::string> one(other.values.size());
            one[i] = other.values[i];
            merge_.offer(table_, target, one, {}, other.origin.of(table_.columns()[i].name));
        }
    }
    for (const auto& extra : other.extras) {
        merge_.offer(table_, target, std::vector<std::string>(other.values.size()), {extra},
                     other.origin.of(extra_field(extra.first)));
    }
    aliases_.move(gone, kept);
    move_publications_.bind(1, kept).bind(2, gone).run();
    drop_publications_.bind(1, gone).run();
    move_events_.bind(1, kept).bind(2, gone).run();
    drop_others_.bind(1, kept).bind(2, gone).run();
    unite_expert_sheets(database_, kept, gone, import_);
    drop_classes_.bind(1, gone).run();
    citations_.drop(gone);
    merge_.unite(table_, other, kept);
    merge_.history(table_.name(), kept, "united_with", other.values[number_column_],
                   target.values[number_column_]);
    add_removed_.bind(1, other.values[number_column_]).bind(2, generation_).run();
    table_.erase(gone);
    table_.update(target, generation_);
}

/// The record first: its children point at it.
std::int64_t PatentWriter::add(PreparedPatent& patent, const Place& place) {
    std::vector<std::string_view> values(table_.columns().size());
    for (std::size_t i = 0; i < field_count; ++i) {
        values[column_of_[i]] = patent.values[i];
    }
    if (++added_ == many_) {
        new_citations_.flush();
        citation_index_.drop();
    }
    std::ranges::sort(patent.publications, {}, &Publication::number);
    std::string kind;
    const bool several = patent.publications.size() > 1;
    const auto joined = several ? settled(patent.publications) : std::vector<Publication>{};
    derive(values, several ? joined : patent.publications, false, kind);
    const auto id = table_.insert(values, Origin{place}, patent.extras, generation_);
    for (const auto& [number, date, grant] : patent.publications) {
        new_publications_.add(id).add(number).add(date).add(static_cast<std::int64_t>(grant));
        new_publications_.end_row();
    }
    add_classes(id, patent.classes);
    for (const auto& row : patent.citations) {
        new_citations_.add(id).add(row.direction).add(row.key);
        new_citations_.add(row.number).add(row.category).add(row.origin);
        new_citations_.end_row();
    }
    return id;
}

void PatentWriter::merge(const PreparedPatent& patent, const Place& place, WriteResult& result) {
    std::vector<std::string> incoming(table_.columns().size());
    for (std::size_t i = 0; i < field_count; ++i) {
        incoming[column_of_[i]] = patent.values[i];
    }
    if (std::ranges::any_of(patent.publications,
                            [](const Publication& each) { return each.grant && !each.date.empty(); })) {
        incoming[column(Field::grant_date)].clear(); // it comes back from the publication
    }
    auto record = table_.load(result.id);
    const bool filled = merge_.offer(table_, record, incoming, patent.row.extras, place);
    const bool published = add_publications(result.id, patent.publications);
    result.changed = result.changed || filled || published;
    if (result.changed) {
        const auto granted = record.values[column(Field::grant_date)];
        derive(record);
        if (record.values[column(Field::grant_date)] != granted) {
            record.origin.set(field_info(Field::grant_date).key, place);
        }
        table_.update(record, generation_);
        rewrite_children(record);
    }
}

WriteResult PatentWriter::write(PreparedPatent& patent) {
    const Place place{import_, static_cast<std::int64_t>(patent.row.row), patent.document_date};
    auto ids = find(patent.keys);
    WriteResult result;
    if (ids.empty()) {
        result = {add(patent, place), true, true};
    } else {
        flush_children();
        std::ranges::sort(ids);
        result.id = ids[0];
        for (std::size_t i = 1; i < ids.size(); ++i) {
            unite(ids[0], ids[i]);
            result.changed = true;
        }
        merge(patent, place, result);
    }
    for (const auto& key : patent.keys) {
        if (!aliases_.find(key)) {
            aliases_.add(key, result.id);
        }
    }
    return result;
}

void PatentWriter::finish() {
    flush_children();
    aliases_.write();
    citation_index_.restore();
}

void PatentWriter::refresh(std::int64_t id) {
    auto record = table_.load(id);
    derive(record);
    table_.update(record, generation_);
    rewrite_children(record);
    flush_children();
}

} // namespace longmen::store::detail
