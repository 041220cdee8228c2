// SPDX-License-Identifier: GPL-3.0-or-later
// Text in Pajek's files: a quote ends a label, so it and what else would break a line is written by its
// number.
#pragma once

#include <string>
#include <string_view>

namespace longmen::graph::detail {

/// `"`, line ends and tabs as `&#34;` and so on; `&#` itself as `&#38;#`.
[[nodiscard]] std::string escape_pajek(std::string_view text);
/// Back again; also any other character by its decimal number, as Pajek writes what is not ASCII.
[[nodiscard]] std::string unescape_pajek(std::string_view text);

} // namespace longmen::graph::detail
