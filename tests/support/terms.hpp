// SPDX-License-Identifier: GPL-3.0-or-later
// The terms the project ships, and patents by hand that carry the end of theirs as loading fills it in.
#pragma once

#include <longmen/record/patent.hpp>
#include <longmen/record/term.hpp>

namespace longmen::test {

inline const TermRules& terms() {
    static const auto rules = TermRules::read_folder(LONGMEN_SOURCE_DIR "/models");
    return rules;
}

inline Patent with_term(Patent patent) {
    patent.expiry_date = terms().end({patent.type, patent.app_date});
    return patent;
}

} // namespace longmen::test
