// SPDX-License-Identifier: GPL-3.0-or-later
// The full term of a Chinese patent by type and filing date; lengths are data.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/record/patent_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen {

/// What the end of a term follows from. The year in an application number is the year of receipt (of the
/// entry from abroad, of the division) and is no part of it.
struct TermBasis {
    PatentType type = PatentType::unknown;
    std::optional<Date> filed;          ///< for an entry from abroad the international filing date
    std::optional<Date> parent_filed{}; ///< of a divisional: decides where it is known
    std::int64_t compensation_days = 0; ///< of article 42, paragraphs 2 and 3, together
};

/// Rules of models/vocabulary/terms_cn.toml.
class TermRules {
    struct Rule {
        PatentType type{};
        int years = 0;
        std::optional<Date> filed_from, filed_to;
    };
    std::vector<Rule> rules_;

public:
    /// DataError with file and line on an unknown key or type, a length that is none, or rules of one type
    /// that overlap.
    static TermRules read(const Config& config);
    /// `vocabulary/terms_cn.toml` of a models folder.
    static TermRules read_folder(const std::string& models_folder);

    /// First day after the full term. A filing date known to the month or year gives an end of that
    /// precision, and no compensation is added to it. Nothing without type or filing date, or when no rule
    /// covers that date.
    [[nodiscard]] std::optional<Date> end(const TermBasis& basis) const;
};

} // namespace longmen
