// SPDX-License-Identifier: GPL-3.0-or-later
// Records that a source knows by an id of its own: `patstat:appln:53568634`.
#pragma once

#include <string>
#include <string_view>

namespace longmen {

/// `source:table:id`: two words of small letters, digits and underscores, and an id of ASCII letters, digits,
/// hyphens and underscores. No document number has this form.
[[nodiscard]] bool is_source_id(std::string_view text);

/// Key under which a record is found by such an id: `s:patstat:appln:53568634`. Precondition: is_source_id.
[[nodiscard]] std::string source_id_key(std::string_view id);

/// True when a member of the list (joined by '\n') is such an id.
[[nodiscard]] bool holds_source_id(std::string_view list);

} // namespace longmen
