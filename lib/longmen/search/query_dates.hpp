// SPDX-License-Identifier: GPL-3.0-or-later
// Days and ranges of days as they are typed in queries.
#pragma once

#include <longmen/base/lang.hpp>

#include <string>
#include <string_view>
#include <variant>

namespace longmen::search {

/// Both included, `YYYYMMDD`; empty where open. Not both are open.
struct QueryDays {
    std::string from, to;
    friend bool operator==(const QueryDays&, const QueryDays&) = default;
};

/// `2018`, `2018-03`, `2018-03-05` (also with `/`, `.`, 年月日, or as 201803, 20180305): the whole year,
/// month or day. Ranges: `A..B`, `A..`, `..B`, `[A TO B]` (`*` is open), `A~B`, `A至B`, `>=A`, `>A`, `<=B`,
/// `<B`, and `A-B` of two years or two days of eight digits. A Sentence says what is wrong and what to type.
[[nodiscard]] std::variant<QueryDays, Sentence> read_days(std::string_view text);

} // namespace longmen::search
