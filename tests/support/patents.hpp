// SPDX-License-Identifier: GPL-3.0-or-later
// Small patents and corpora for tests.
#pragma once

#include "support/terms.hpp"

#include <longmen/record/patent.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace longmen::test {

inline Date day(const char* iso) {
    return Date::from_iso(iso).value();
}

/// A granted Chinese invention; the rest is up to the test.
inline Patent invention(std::string number, const char* filed, std::string ipc = "A61K31/00") {
    Patent p;
    p.number = std::move(number);
    p.family = p.number;
    p.office = "CN";
    p.type = PatentType::invention;
    p.status = LegalState::granted;
    p.app_date = day(filed);
    p.ipc = {std::move(ipc)};
    return with_term(std::move(p));
}

/// The order a workspace loads in.
inline void sort_by_number(Corpus& corpus) {
    std::ranges::sort(corpus.patents, {}, &Patent::number);
}

} // namespace longmen::test
