// SPDX-License-Identifier: GPL-3.0-or-later
// Small corpora for the tests of analyses.
#pragma once

#include "support/terms.hpp"

#include <longmen/analysis/rules.hpp>
#include <longmen/analysis/selection.hpp>
#include <longmen/record/patent.hpp>

#include <numeric>
#include <string>
#include <vector>

namespace longmen::test {

inline Date day(std::string_view iso) {
    return *Date::from_iso(iso);
}

struct Given {
    std::string filed;
    std::vector<std::string> applicants;
    std::vector<std::string> ipc;
    PatentType type = PatentType::invention;
    LegalState status = LegalState::granted;
};

inline Patent patent(const Given& given, std::size_t number = 0) {
    Patent result;
    result.number = "CN" + std::to_string(100000 + number) + "A";
    result.office = "CN";
    result.app_date = Date::from_iso(given.filed);
    result.applicants = given.applicants;
    result.ipc = given.ipc;
    result.type = given.type;
    result.status = given.status;
    return with_term(std::move(result));
}

inline Corpus corpus(const std::vector<Given>& given, std::string_view as_of = "2020-12-31") {
    Corpus result;
    result.as_of = day(as_of);
    for (const auto& one : given) {
        result.patents.push_back(patent(one, result.patents.size()));
    }
    return result;
}

inline analysis::Selection all(const Corpus& data) {
    analysis::Selection result(data.patents.size());
    std::iota(result.begin(), result.end(), 0U);
    return result;
}

inline const analysis::Rules& rules() {
    static const auto shipped =
        analysis::read_rules(Config::read(LONGMEN_SOURCE_DIR "/models/reports/analysis.toml"));
    return shipped;
}

} // namespace longmen::test
