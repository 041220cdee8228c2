// SPDX-License-Identifier: GPL-3.0-or-later
// Finding rows by what people type.
#include <longmen/store/lookup.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/record/source_id.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <string>

namespace longmen::store {

std::vector<std::string> number_keys(std::string_view number) {
    if (const auto id = trim(number); is_source_id(id)) {
        return {source_id_key(id)};
    }
    std::vector<std::string> keys;
    for (const auto hint : {NumberHint::any, NumberHint::publication, NumberHint::application}) {
        if (const auto parsed = parse_number(number, hint)) {
            keys.push_back(parsed->key());
        }
    }
    return keys;
}

std::optional<std::int64_t> find_patent(const Workspace& workspace, std::string_view number) {
    auto query = workspace.database().prepare("SELECT patent_id FROM alias WHERE key = ?");
    for (const auto& key : number_keys(number)) {
        query.bind(1, std::string_view{key});
        if (query.step()) {
            return query.integer(0);
        }
        query.reset();
    }
    return std::nullopt;
}

std::optional<std::int64_t> find_enterprise(const Workspace& workspace, std::string_view name_or_code) {
    if (const auto code = parse_credit_code(name_or_code)) {
        auto query = workspace.database().prepare("SELECT id FROM enterprise WHERE uscc = ?");
        query.bind(1, std::string_view{*code});
        if (query.step()) {
            return query.integer(0);
        }
    }
    const auto key = organisation_key(name_or_code);
    auto query = workspace.database().prepare(
        "SELECT id, name_key, former_names, aliases, name_en FROM enterprise ORDER BY name_key, uscc");
    std::optional<std::int64_t> by_other_name;
    while (query.step()) {
        if (query.view(1) == key) {
            return query.integer(0);
        }
        for (int column = 2; column <= 4; ++column) {
            for (const auto& name : split_trimmed(query.view(column), "\n")) {
                if (!by_other_name && organisation_key(name) == key) {
                    by_other_name = query.integer(0);
                }
            }
        }
    }
    return by_other_name;
}

std::vector<std::int64_t> enterprises_of_park(const Workspace& workspace, std::string_view park) {
    const auto key = fold_key(park);
    auto query =
        workspace.database().prepare("SELECT id, park FROM enterprise WHERE park IS NOT NULL ORDER BY id");
    std::vector<std::int64_t> ids;
    while (query.step()) {
        if (fold_key(query.view(1)) == key) {
            ids.push_back(query.integer(0));
        }
    }
    return ids;
}

std::vector<EnterpriseKeys> enterprise_keys(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT uscc, name_key, park, former_names, aliases, name_en "
                                              "FROM enterprise ORDER BY name_key, uscc");
    std::vector<EnterpriseKeys> all;
    while (query.step()) {
        EnterpriseKeys keys{query.text(0), query.text(1), {}, fold_key(query.view(2))};
        for (int column = 3; column <= 5; ++column) {
            for (const auto& name : split_trimmed(query.view(column), "\n")) {
                keys.others.push_back(organisation_key(name));
            }
        }
        all.push_back(std::move(keys));
    }
    return all;
}

} // namespace longmen::store
