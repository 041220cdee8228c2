// SPDX-License-Identifier: GPL-3.0-or-later
// Type of a patent and what a document of a given kind and date means.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace longmen {

enum class PatentType : std::uint8_t { unknown, invention, utility_model, design };

[[nodiscard]] std::string_view
patent_type_key(PatentType type); ///< `unknown`, `invention`, `utility_model`, `design`
[[nodiscard]] Text patent_type_text(PatentType type);
[[nodiscard]] PatentType patent_type_by_key(std::string_view key);
/// From the words of an export: 发明, 发明专利, 发明申请, 发明授权, 实用新型, 外观设计, Invention, Utility
/// Model, Design ...
[[nodiscard]] PatentType patent_type_from_words(std::string_view words);

/// What a CN document is, by kind code and publication date (domain rule: the kind alone is ambiguous).
struct KindMeaning {
    PatentType type = PatentType::unknown;
    bool grant = false;
};
/// `kind` as `A`, `B`, `C`, `U`, `Y`, `S`, `D`, with or without a digit. Nothing for an unknown kind.
/// Without a date the present meaning is taken.
[[nodiscard]] std::optional<KindMeaning> cn_kind_meaning(std::string_view kind,
                                                         std::optional<Date> published);

} // namespace longmen
