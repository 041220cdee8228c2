// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of terms.
#include <longmen/store/detail/patent_terms.hpp>

#include <longmen/record/number.hpp>

#include <set>

namespace longmen::store::detail {
namespace {

std::string key_of(const std::string& app_no) {
    const auto number = parse_number(app_no, NumberHint::application);
    return number ? number->key() : app_no;
}

} // namespace

PatentTerms::PatentTerms(const TermRules& rules, const std::vector<Patent>& patents) : rules_(rules) {
    std::set<std::string> parents;
    for (const auto& patent : patents) {
        if (!patent.parent_application.empty()) {
            parents.insert(key_of(patent.parent_application));
        }
    }
    for (const auto& patent : patents) {
        if (!parents.empty() && patent.app_date && parents.contains(key_of(patent.app_no))) {
            filed_.emplace(key_of(patent.app_no), *patent.app_date);
        }
    }
}

void PatentTerms::settle(Patent& patent, std::int64_t compensation_days, const Date& as_of) const {
    if (patent.office == "CN" && !patent.expiry_date) {
        const auto parent =
            patent.parent_application.empty() ? filed_.end() : filed_.find(key_of(patent.parent_application));
        patent.expiry_date = rules_.end(
            {patent.type, patent.app_date,
             parent == filed_.end() ? std::nullopt : std::optional{parent->second}, compensation_days});
    }
    if (patent.expiry_date && patent.expiry_date->days() <= as_of.days() &&
        validity_of(patent.status) == Validity::in_force) {
        patent.status = LegalState::expired;
    }
}

} // namespace longmen::store::detail
