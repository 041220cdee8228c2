// SPDX-License-Identifier: GPL-3.0-or-later
// The two readers of a folded name: Latin letters, and Chinese, Japanese or Korean characters.
#pragma once

#include <longmen/resolve/detail/org_tables.hpp>
#include <longmen/resolve/organisation_name.hpp>

namespace longmen::resolve::detail {

/// `folded` comes from OrgTables::fold_name; `country` may be empty.
[[nodiscard]] OrganisationName read_latin_name(std::string_view folded, std::string_view country,
                                               const OrgTables& tables);
[[nodiscard]] OrganisationName read_han_name(std::string_view folded, const OrgTables& tables);

/// Letters and digits of a folded text.
[[nodiscard]] std::string letters_and_digits(std::string_view folded);
/// Sorted, distinct, a province dropped when a city of it is there; `names` and `provinces` go in step.
[[nodiscard]] std::vector<std::string> settle_places(std::vector<PlaceName> places);

} // namespace longmen::resolve::detail
