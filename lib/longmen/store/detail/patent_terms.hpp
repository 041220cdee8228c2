// SPDX-License-Identifier: GPL-3.0-or-later
// The end of each right's term where no source gives it.
#pragma once

#include <longmen/record/patent.hpp>
#include <longmen/record/term.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace longmen::store::detail {

/// Knows the filing dates of the parents of divisionals among the patents.
class PatentTerms {
    const TermRules& rules_;
    std::unordered_map<std::string, Date> filed_; ///< by key of the application

public:
    PatentTerms(const TermRules& rules, const std::vector<Patent>& patents);
    /// Fills in `expiry_date` (CN only), and marks a right in force whose term is over on `as_of` as expired.
    void settle(Patent& patent, std::int64_t compensation_days, const Date& as_of) const;
};

} // namespace longmen::store::detail
