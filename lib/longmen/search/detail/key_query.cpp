// SPDX-License-Identifier: GPL-3.0-or-later
// Builds conditions on what a record is.
#include <longmen/search/detail/key_query.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/search/detail/query_parts.hpp>
#include <longmen/search/query_error.hpp>

#include <algorithm>
#include <set>

namespace longmen::search::detail {

using Xapian::Query;

/// Records whose state no source gives carry no term for it.
Query KeyQueries::unknown_status() {
    std::vector<Query> known;
    for (const auto& key : vocabulary_.all(status_prefix)) {
        if (key != legal_state_key(LegalState::unknown)) {
            known.push_back(term(status_prefix, key));
        }
    }
    const auto missing = known.empty()
                             ? Query::MatchAll
                             : Query(Query::OP_AND_NOT, Query::MatchAll, joined(Query::OP_OR, known));
    return Query(Query::OP_SCALE_WEIGHT, missing, 0);
}

Query KeyQueries::status(const std::string& text) {
    const auto key = fold_key(text);
    for (int s = 0; s <= static_cast<int>(LegalState::dead); ++s) {
        const auto state = static_cast<LegalState>(s);
        const auto words = legal_state_text(state);
        if (state == LegalState::unknown && (key == legal_state_key(state) || key == fold_key(words.zh))) {
            return unknown_status();
        }
        if (key == legal_state_key(state) || key == fold_key(words.zh) || key == fold_key(words.en)) {
            // The coarse states ask for the validity, whatever the precise state is.
            const bool coarse =
                state == LegalState::in_force || state == LegalState::pending || state == LegalState::dead;
            return coarse ? filter(validity_prefix, validity_key(validity_of(state)))
                          : filter(status_prefix, legal_state_key(state));
        }
    }
    for (int v = 0; v <= static_cast<int>(Validity::dead); ++v) {
        const auto validity = static_cast<Validity>(v);
        if (key == validity_key(validity) || key == fold_key(validity_text(validity).zh)) {
            return filter(validity_prefix, validity_key(validity));
        }
    }
    throw UsageError(
        sentence("“{}”不是法律状态；可用：有效、审中、失效、授权，或 "
                 "in_force、pending、dead、granted、examination、fee_lapsed、expired 等",
                 "`{}` is no legal status; write in_force, pending, dead, granted, examination, fee_lapsed, "
                 "expired or another one (有效, 审中, 失效, 授权 are read too)",
                 text));
}

Query KeyQueries::type(const std::string& text) {
    auto found = patent_type_by_key(fold_key(text));
    if (found == PatentType::unknown) {
        found = patent_type_from_words(text);
    }
    if (found == PatentType::unknown) {
        throw UsageError(
            sentence("“{}”不是专利类型；可用：发明、实用新型、外观设计，或 invention、utility_model、design",
                     "`{}` is no patent type; write invention, utility_model or design (发明, 实用新型, "
                     "外观设计 are read too)",
                     text));
    }
    return filter(type_prefix, patent_type_key(found));
}

Query KeyQueries::owned_by(const std::set<std::string>& keys) {
    std::vector<std::string> names;
    for (const auto& prefix : {applicant_prefix, owner_prefix}) {
        for (const auto& name : vocabulary_.all(prefix)) {
            if (keys.contains(organisation_key(name))) {
                names.push_back(std::string{prefix} + name);
            }
        }
    }
    return names.empty() ? Query() : Query(Query::OP_SCALE_WEIGHT, joined(Query::OP_OR, names), 0);
}

Query KeyQueries::enterprise(const std::string& text) {
    const auto keys = directory_.enterprise(text);
    if (!keys) {
        throw UsageError(
            sentence("“{0}”：企业名单中没有这家企业；请写名单中的企业全称，只记得部分名称请写 applicant:{0}",
                     "`{0}`: no enterprise of the workspace; write its full name as in the list of "
                     "enterprises, or applicant:{0} for a part of a name",
                     text));
    }
    return owned_by(*keys);
}
Query KeyQueries::park(const std::string& text) {
    const auto keys = directory_.park(text);
    if (!keys) {
        throw UsageError(sentence(
            "“{0}”：企业名单中没有企业属于这个园区；请写名单中的园区全称，按省市区县查请写 place:{0}",
            "`{0}`: no enterprise of the workspace is in this park; write the park as in the "
            "list of enterprises, or place:{0} for a province, city or county",
            text));
    }
    return owned_by(*keys);
}

Query KeyQueries::numbers(const std::vector<std::string>& texts) {
    std::vector<Query> found;
    for (const auto& text : texts) {
        if (const auto term = directory_.number(text); !term.empty()) {
            found.push_back(Query(Query::OP_SCALE_WEIGHT, Query(term), 0));
        }
    }
    return found.empty() ? Query() : joined(Query::OP_OR, found);
}

Query KeyQueries::classes(const std::string& text) {
    auto key = fold_key(text);
    constexpr std::size_t subclass = 4;
    const bool beginning = key.ends_with('*');
    if (beginning) {
        key.pop_back();
    }
    const bool whole = std::ranges::find(whole_class_lengths, key.size()) != whole_class_lengths.end();
    if (whole || (!beginning && key.size() > subclass)) {
        return filter(class_prefix, key);
    }
    // Counted here: each shard would count its own.
    if (vocabulary_.count(class_prefix, key, most_forms) > most_forms) {
        throw UsageError(wildcard_too_broad(text, most_forms));
    }
    return Query(Query::OP_SCALE_WEIGHT,
                 Query(Query::OP_WILDCARD, std::string{class_prefix} + key, most_forms,
                       Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM),
                 0);
}

} // namespace longmen::search::detail
