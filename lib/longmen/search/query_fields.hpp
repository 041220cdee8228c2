// SPDX-License-Identifier: GPL-3.0-or-later
// Names of fields in queries: English, Chinese, and the short forms of patent databases.
#pragma once

#include <longmen/search/query.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace longmen::search {

/// By any of its names; width and case do not matter.
[[nodiscard]] std::optional<QueryField> query_field(std::string_view name);
/// The name a query is printed with; empty for `any`.
[[nodiscard]] std::string_view query_field_name(QueryField field);
/// The known name most like a mistyped one (at most two changes, fewer than its letters); empty when none is.
[[nodiscard]] std::string nearest_field(std::string_view name);
/// The printed names of all fields, with commas.
[[nodiscard]] std::string query_field_list();

/// filed, published, expires.
[[nodiscard]] bool is_date(QueryField field);
/// Fields of running text: any, title, abstract, claims, description.
[[nodiscard]] bool is_running_text(QueryField field);

} // namespace longmen::search
