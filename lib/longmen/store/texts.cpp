// SPDX-License-Identifier: GPL-3.0-or-later
// Streams the texts of records.
#include <longmen/store/texts.hpp>

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, number, app_no, title, title_en, abstract, abstract_en, first_claim, claims, description, "
    "applicants, owners, inventors, coalesce(ipc_main || char(10), '') || coalesce(ipc || char(10), '') || "
    "coalesce(cpc, ''), app_date, pub_date, expiry_date, patent_type, status, province, city, county, "
    "coalesce(vendor_family_id, number) FROM patent WHERE ";

detail::Statement select(const Workspace& workspace, std::string_view condition) {
    return workspace.database().prepare(std::string{columns} + std::string{condition});
}

void read(detail::Statement& query, TextRecord& record) {
    int at = 0;
    record.id = query.integer(at++);
    for (auto* slot :
         {&record.number,      &record.app_no,      &record.title,   &record.title_en,    &record.abstract,
          &record.abstract_en, &record.first_claim, &record.claims,  &record.description, &record.applicants,
          &record.owners,      &record.inventors,   &record.classes, &record.app_date,    &record.pub_date,
          &record.expiry_date, &record.type,        &record.status,  &record.province,    &record.city,
          &record.county,      &record.family}) {
        slot->assign(query.view(at++));
    }
}

} // namespace

void each_text(const Workspace& workspace, std::int64_t generation,
               const std::function<void(const TextRecord&)>& take) {
    auto query = select(workspace, "generation > ? ORDER BY id");
    query.bind(1, generation);
    TextRecord record;
    while (query.step()) {
        read(query, record);
        take(record);
    }
}

std::vector<TextRecord> texts_between(const Workspace& workspace, std::int64_t first, std::int64_t last,
                                      std::size_t limit) {
    auto query = select(workspace, "id BETWEEN ? AND ? ORDER BY id LIMIT ?");
    query.bind(1, first);
    query.bind(2, last);
    query.bind(3, static_cast<std::int64_t>(limit));
    std::vector<TextRecord> records;
    while (query.step()) {
        read(query, records.emplace_back());
    }
    return records;
}

std::optional<TextRecord> text_of(const Workspace& workspace, std::int64_t id) {
    auto found = texts_between(workspace, id, id, 1);
    return found.empty() ? std::nullopt : std::optional{std::move(found[0])};
}

void texts_of(const Workspace& workspace, const std::vector<std::int64_t>& ids,
              const std::function<void(const TextRecord&)>& take) {
    auto query = select(workspace, "id = ?");
    TextRecord record;
    for (const auto id : ids) {
        query.bind(1, id);
        if (query.step()) {
            read(query, record);
            take(record);
        }
        query.reset();
    }
}

std::vector<std::int64_t> text_ids(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT id FROM patent ORDER BY id");
    std::vector<std::int64_t> ids;
    while (query.step()) {
        ids.push_back(query.integer(0));
    }
    return ids;
}

std::vector<std::pair<std::int64_t, std::string>> text_numbers(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT id, number FROM patent ORDER BY id");
    std::vector<std::pair<std::int64_t, std::string>> numbers;
    while (query.step()) {
        numbers.emplace_back(query.integer(0), query.text(1));
    }
    return numbers;
}

std::int64_t count_texts(const Workspace& workspace, std::int64_t generation) {
    auto query = workspace.database().prepare("SELECT count(*) FROM patent WHERE generation > ?");
    query.bind(1, generation);
    query.step();
    return query.integer(0);
}

std::vector<std::string> removed_numbers(const Workspace& workspace, std::int64_t generation) {
    auto query =
        workspace.database().prepare("SELECT number FROM removed WHERE generation > ? ORDER BY number");
    query.bind(1, generation);
    std::vector<std::string> numbers;
    while (query.step()) {
        numbers.push_back(query.text(0));
    }
    return numbers;
}

} // namespace longmen::store
