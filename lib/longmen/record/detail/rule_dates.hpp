// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that hold between two dates: read strictly, told apart.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/record/patent_type.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace longmen::detail {

/// DataError unless the block names its `source` and `source_date`.
void require_source(const ConfigNode& block);
/// A whole date, nothing when the key is absent; DataError otherwise.
[[nodiscard]] std::optional<Date> rule_date(const ConfigNode& block, std::string_view key);
/// DataError naming the allowed types.
[[nodiscard]] PatentType rule_type(const ConfigNode& node);
/// DataError naming the bounds when it lies outside; both belong to it.
[[nodiscard]] std::int64_t integer_between(const ConfigNode& node, std::int64_t low, std::int64_t high);

/// Both days belong to the rule; an absent one is open.
[[nodiscard]] bool covers(const std::optional<Date>& from, const std::optional<Date>& to, const Date& day);
[[nodiscard]] bool overlap(const std::optional<Date>& a_from, const std::optional<Date>& a_to,
                           const std::optional<Date>& b_from, const std::optional<Date>& b_to);

} // namespace longmen::detail
