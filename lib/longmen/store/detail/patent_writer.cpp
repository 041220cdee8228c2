// SPDX-License-Identifier: GPL-3.0-or-later
// Patent rows into records.
#include <longmen/base/text.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/store/detail/patent_writer.hpp>

#include <algorithm>
#include <tuple>

namespace longmen::store::detail {
namespace {

/// YYYYMMDD of an ISO date; a missing month or day counts as 0.
std::int64_t date_number(std::string_view iso) {
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        if (i == 4 || i == 7) {
            continue;
        }
        number = number * 10 + (i < iso.size() ? iso[i] - '0' : 0);
    }
    return number;
}

const std::string* find_value(const PatentRow& row, Field field) {
    const auto found = std::ranges::find(row.values, field, &FieldValue::field);
    return found == row.values.end() ? nullptr : &found->value;
}

void add_key(std::vector<std::string>& keys, std::string_view canonical, NumberHint hint) {
    if (const auto number = parse_number(canonical, hint)) {
        auto key = number->key();
        if (std::ranges::find(keys, key) == keys.end()) {
            keys.push_back(std::move(key));
        }
    }
}

} // namespace

PatentWriter::PatentWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import,
                           std::int64_t generation)
    : database_(database), table_(table), merge_(merge), import_(import), generation_(generation),
      find_alias_(database.prepare("SELECT patent_id FROM alias WHERE key = ?")),
      add_alias_(database.prepare("INSERT OR IGNORE INTO alias VALUES(?, ?)")),
      move_aliases_(database.prepare("UPDATE alias SET patent_id = ? WHERE patent_id = ?")),
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
      add_class_(database.prepare("INSERT INTO class VALUES(?, ?, ?, ?)")),
      move_events_(database.prepare("UPDATE OR IGNORE event SET patent_id = ? WHERE patent_id = ?")),
      drop_others_(database.prepare(
          "UPDATE OR IGNORE other_value SET subject_id = ? WHERE subject = 'patent' AND subject_id = ?")),
      add_removed_(database.prepare("INSERT INTO removed VALUES(?, ?)")), citations_(database) {
    for (std::size_t i = 0; i < field_count; ++i) {
        column_of_.push_back(table_.find(field_info(static_cast<Field>(i)).key));
    }
}

std::vector<std::int64_t> PatentWriter::find(const std::vector<std::string>& keys) {
    std::vector<std::int64_t> ids;
    for (const auto& key : keys) {
        find_alias_.bind(1, key);
        if (find_alias_.step() && std::ranges::find(ids, find_alias_.integer(0)) == ids.end()) {
            ids.push_back(find_alias_.integer(0));
        }
        find_alias_.reset();
    }
    return ids;
}

std::optional<std::int64_t> PatentWriter::find_number(std::string_view canonical) {
    std::vector<std::string> keys;
    add_key(keys, canonical, NumberHint::any);
    const auto ids = find(keys);
    return ids.empty() ? std::nullopt : std::optional{ids[0]};
}

std::vector<PatentWriter::Publication> PatentWriter::publications_of(const PatentRow& row) const {
    std::vector<Publication> result;
    const auto text = [&](Field field) {
        const auto* found = find_value(row, field);
        return found ? *found : std::string{};
    };
    if (const auto number = text(Field::pub_no); !number.empty()) {
        const auto date = text(Field::pub_date);
        const auto parsed = parse_number(number, NumberHint::publication);
        bool grant = false;
        if (parsed && parsed->office == "CN") {
            const auto meaning = cn_kind_meaning(parsed->kind, Date::from_iso(date));
            grant = meaning && meaning->grant;
        } else if (parsed && !parsed->kind.empty()) {
            grant = parsed->kind[0] == 'B' || parsed->kind[0] == 'C';
        }
        result.push_back({number, date, grant});
    }
    if (const auto number = text(Field::grant_no); !number.empty()) {
        if (!result.empty() && result[0].number == number) {
            result[0].grant = true;
        } else {
            result.push_back({number, text(Field::grant_date), true});
        }
    }
    return result;
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

void PatentWriter::derive(StoredRecord& record) {
    std::vector<Publication> all;
    publications_.bind(1, record.id);
    while (publications_.step()) {
        all.push_back({publications_.text(0), publications_.text(1), publications_.integer(2) != 0});
    }
    publications_.reset();
    const auto earlier = [](const Publication& a, const Publication& b) {
        return std::tie(a.date, a.number) < std::tie(b.date, b.number);
    };
    const Publication* first = nullptr;
    const Publication* last = nullptr;
    const Publication* grant = nullptr;
    for (const auto& publication : all) {
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
        value(record, Field::pub_no) = first->number;
        value(record, Field::pub_date) = first->date;
    }
    if (grant) {
        value(record, Field::grant_no) = grant->number;
        if (!grant->date.empty() && !record.origin.of("grant_date").pinned()) {
            value(record, Field::grant_date) = grant->date;
        }
    }
    const auto* best = grant ? grant : last;
    auto& number = record.values[table_.find("number")];
    number = best ? best->number : value(record, Field::app_no);
    if (best) {
        if (const auto parsed = parse_number(best->number, NumberHint::publication)) {
            value(record, Field::kind) = parsed->kind;
        }
    }
}

void PatentWriter::write_children(const StoredRecord& record, bool fresh) {
    const auto& list = [&](Field field) -> const std::string& {
        return record.values[column_of_[static_cast<std::size_t>(field)]];
    };
    if (!fresh) {
        drop_classes_.bind(1, record.id).run();
        citations_.drop(record.id);
    }
    for (const auto& [field, scheme] : {std::pair{Field::ipc, "ipc"}, {Field::cpc, "cpc"}}) {
        std::int64_t position = 0;
        for (const auto& symbol : split_trimmed(list(field), "\n")) {
            add_class_.bind(1, record.id)
                .bind(2, std::string_view{scheme})
                .bind(3, ++position)
                .bind(4, symbol)
                .run();
        }
    }
    citations_.write(record.id, list(Field::cited), list(Field::citing));
}

std::int64_t PatentWriter::unite(std::int64_t kept, std::int64_t gone) {
    auto target = table_.load(kept);
    const auto other = table_.load(gone);
    std::vector<std::pair<std::string, std::string>> extras(other.extras.begin(), other.extras.end());
    // Values come over with the place they came from.
    for (std::size_t i = 0; i < other.values.size(); ++i) {
        if (!other.values[i].empty() && table_.columns()[i].merged) {
            std::vector<std::string> one(other.values.size());
            one[i] = other.values[i];
            merge_.offer(table_, target, one, {}, other.origin.of(table_.columns()[i].name));
        }
    }
    merge_.offer(table_, target, std::vector<std::string>(other.values.size()), extras, other.origin.of(""));
    move_aliases_.bind(1, kept).bind(2, gone).run();
    move_publications_.bind(1, kept).bind(2, gone).run();
    drop_publications_.bind(1, gone).run();
    move_events_.bind(1, kept).bind(2, gone).run();
    drop_others_.bind(1, kept).bind(2, gone).run();
    drop_classes_.bind(1, gone).run();
    citations_.drop(gone);
    merge_.unite(table_, other, kept);
    merge_.history(table_.name(), kept, "united_with", other.values[table_.find("number")],
                   target.values[table_.find("number")]);
    add_removed_.bind(1, other.values[table_.find("number")]).bind(2, generation_).run();
    table_.erase(gone);
    table_.update(target, generation_);
    return kept;
}

WriteResult PatentWriter::write(const PatentRow& row) {
    std::vector<std::string> keys;
    std::vector<std::string> incoming(table_.columns().size());
    std::string_view document_date;
    for (const auto& [field, text, column] : row.values) {
        incoming[column_of_[static_cast<std::size_t>(field)]] = text;
        if (field == Field::app_no) {
            add_key(keys, text, NumberHint::application);
        } else if (field == Field::pub_no || field == Field::grant_no) {
            add_key(keys, text, NumberHint::publication);
        } else if (field == Field::pub_date || field == Field::grant_date) {
            document_date = std::max(document_date, std::string_view{text});
        }
    }
    const Place place{import_, static_cast<std::int64_t>(row.row), date_number(document_date)};
    const auto publications = publications_of(row);
    if (std::ranges::any_of(publications,
                            [](const Publication& each) { return each.grant && !each.date.empty(); })) {
        incoming[column_of_[static_cast<std::size_t>(Field::grant_date)]]
            .clear(); // it comes back from the publication
    }
    auto ids = find(keys);

    WriteResult result;
    if (ids.empty()) {
        StoredRecord record;
        record.origin = Origin{place};
        record.extras.insert(row.extras.begin(), row.extras.end());
        record.values = std::move(incoming);
        // The record first (its publications point at it), with the number it will have.
        const auto grant = std::ranges::find(publications, true, &Publication::grant);
        const auto last = std::ranges::max_element(publications, {}, &Publication::date);
        const auto& best = grant != publications.end()  ? grant->number
                           : last != publications.end() ? last->number
                                                        : value(record, Field::app_no);
        record.values[table_.find("number")] = best;
        if (!publications.empty()) {
            if (const auto parsed = parse_number(best, NumberHint::publication)) {
                value(record, Field::kind) = parsed->kind;
            }
            if (grant != publications.end()) { // as `derive` has it: the document's own date
                value(record, Field::grant_no) = grant->number;
                if (!grant->date.empty()) {
                    value(record, Field::grant_date) = grant->date;
                }
            }
            if (value(record, Field::pub_no).empty()) {
                value(record, Field::pub_no) = publications[0].number;
                value(record, Field::pub_date) = publications[0].date;
            }
        }
        table_.insert(record, generation_);
        add_publications(record.id, publications);
        write_children(record, true);
        result = {record.id, true, true};
    } else {
        std::ranges::sort(ids);
        result.id = ids[0];
        for (std::size_t i = 1; i < ids.size(); ++i) {
            unite(ids[0], ids[i]);
            result.changed = true;
        }
        auto record = table_.load(result.id);
        const bool filled = merge_.offer(table_, record, incoming, row.extras, place);
        const bool published = add_publications(result.id, publications);
        result.changed = result.changed || filled || published;
        if (result.changed) {
            derive(record);
            table_.update(record, generation_);
            write_children(record, false);
        }
    }
    for (const auto& key : keys) {
        add_alias_.bind(1, key).bind(2, result.id).run();
    }
    return result;
}

void PatentWriter::refresh(std::int64_t id) {
    auto record = table_.load(id);
    derive(record);
    table_.update(record, generation_);
    write_children(record, false);
}

} // namespace longmen::store::detail
