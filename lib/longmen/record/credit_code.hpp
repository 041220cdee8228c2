// SPDX-License-Identifier: GPL-3.0-or-later
// Unified social credit code of a Chinese organisation (GB 32100-2015): 18 characters, the last one a check.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace longmen {

/// The code folded to upper-case half-width when it is valid: length, alphabet (no I O Z S V), check
/// character.
std::optional<std::string> parse_credit_code(std::string_view text);

/// Check character of the first 17; precondition: 17 characters of the alphabet.
char credit_code_check(std::string_view first17);

} // namespace longmen
