// SPDX-License-Identifier: GPL-3.0-or-later
// Streams the texts of records.
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/texts.hpp>

namespace longmen::store {

void each_text(const Workspace& workspace, std::int64_t generation,
               const std::function<void(const TextRecord&)>& take) {
    const auto& database = workspace.database();
    auto query = database.prepare("SELECT id, number, app_no, title, title_en, abstract, abstract_en, "
                                  "first_claim, claims, applicants, owners,"
                                  " inventors, coalesce(ipc_main || char(10), '') || coalesce(ipc || "
                                  "char(10), '') || coalesce(cpc, ''), app_date,"
                                  " pub_date, expiry_date, patent_type, status, province, city, county, "
                                  "coalesce(vendor_family_id, number)"
                                  " FROM patent WHERE generation > ? ORDER BY id");
    query.bind(1, generation);
    TextRecord record;
    while (query.step()) {
        int at = 0;
        record.id = query.integer(at++);
        for (auto* slot : {&record.number,     &record.app_no,      &record.title,       &record.title_en,
                           &record.abstract,   &record.abstract_en, &record.first_claim, &record.claims,
                           &record.applicants, &record.owners,      &record.inventors,   &record.classes,
                           &record.app_date,   &record.pub_date,    &record.expiry_date, &record.type,
                           &record.status,     &record.province,    &record.city,        &record.county,
                           &record.family}) {
            slot->assign(query.view(at++));
        }
        take(record);
    }
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
