// SPDX-License-Identifier: GPL-3.0-or-later
// A firm's own word in English beside the Chinese syllables it renders.
#pragma once

#include <longmen/resolve/detail/org_tables.hpp>

#include <string_view>

namespace longmen::resolve::detail {

/// `ymk` for `yimikang`: the first letter of each syllable, for three syllables or more.
[[nodiscard]] bool are_initials(std::string_view letters, std::string_view pinyin, const OrgTables& tables);

/// `nationstar` for `guoxing`, `sacredsun` for `shengyang`: each syllable by one of its meanings, in order
/// ([meanings] of the vocabulary); of two or more syllables one may be rendered by its sound instead
/// (`skyray` for `tianrui`). `english` without blanks.
[[nodiscard]] bool renders(std::string_view english, std::string_view pinyin, const OrgTables& tables);

} // namespace longmen::resolve::detail
