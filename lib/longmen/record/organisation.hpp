// SPDX-License-Identifier: GPL-3.0-or-later
// The key under which one organisation's name is compared.
#pragma once

#include <string>
#include <string_view>

namespace longmen {

/// Width, case, blanks, brackets and punctuation folded; 有限责任公司 is 有限公司; English legal forms lose
/// their dots and commas. Two names with one key are taken for one organisation; nothing looser is done here.
std::string organisation_key(std::string_view name);

} // namespace longmen
