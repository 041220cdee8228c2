// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols of the IPC and CPC as they are typed in queries.
#pragma once

#include <longmen/base/lang.hpp>

#include <string>
#include <string_view>
#include <variant>

namespace longmen::search {

/// One form for each symbol: `H`, `H01`, `H01M`, `H01M10`, `H01M10/0525`, `H01M10/05*`. Read too: blanks and
/// lower case, the fixed-width form of WIPO ST.8 (`H01M0010052500`: four places of group, six of subgroup),
/// a `*` after a section, class or subclass (which holds all below it anyway). A Sentence says what a symbol
/// looks like, and which one was meant where letters and digits were mixed up.
[[nodiscard]] std::variant<std::string, Sentence> read_class(std::string_view text);

/// `H01M`, of which a group may follow after a blank.
[[nodiscard]] bool is_subclass(std::string_view text);
/// `10/0525` or `10/05*`.
[[nodiscard]] bool is_group(std::string_view text);

} // namespace longmen::search
