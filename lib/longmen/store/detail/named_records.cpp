// SPDX-License-Identifier: GPL-3.0-or-later
// Ids of sources to application numbers.
#include <longmen/store/detail/named_records.hpp>

#include <longmen/record/source_id.hpp>

namespace longmen::store::detail {

void name_by_application(const Database& database, std::vector<Patent>& patents) {
    auto query = database.prepare("SELECT p.app_no FROM alias a JOIN patent p ON p.id = a.patent_id"
                                  " WHERE a.key = ? AND p.app_no IS NOT NULL");
    const auto name = [&](std::string& text) {
        if (!is_source_id(text)) {
            return;
        }
        const auto key = source_id_key(text);
        query.bind(1, key);
        if (query.step()) {
            text = query.text(0);
        }
        query.reset();
    };
    for (auto& patent : patents) {
        for (auto& priority : patent.priorities) {
            name(priority);
        }
        name(patent.international_application);
        name(patent.parent_application);
    }
}

} // namespace longmen::store::detail
