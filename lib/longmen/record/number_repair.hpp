// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese application numbers that a spreadsheet has rewritten, restored where nothing else can have stood
// there.
#pragma once

#include <longmen/record/number.hpp>

#include <optional>
#include <string_view>

namespace longmen {

/// The application number behind one in scientific notation that shows enough of its digits:
/// - all of them with the check digit, which agrees (`2.017106018623E+12`, `2.017106018623E+11`);
/// - the first twelve (`2.01710601862E+12`, `2.01710601862E+11`), when of the two numbers that round to them
/// only
///   one has a check digit that would have been rounded so.
/// Nothing for fewer digits (`2.01711E+12`), for a check digit that disagrees, where two numbers are
/// possible, and for text in any other notation.
std::optional<DocNumber> repair_number(std::string_view text);

} // namespace longmen
