// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces of Xapian's queries.
#pragma once

#include <longmen/search/detail/layout.hpp>

#include <xapian.h>

#include <string>
#include <string_view>

namespace longmen::search::detail {

[[nodiscard]] inline Xapian::Query term(std::string_view prefix, std::string_view key) {
    std::string text{prefix};
    text += key;
    return Xapian::Query(cut_term(std::move(text)));
}

/// A term that only filters: it does not weigh.
[[nodiscard]] inline Xapian::Query filter(std::string_view prefix, std::string_view key) {
    return {Xapian::Query::OP_SCALE_WEIGHT, term(prefix, key), 0};
}

[[nodiscard]] inline Xapian::Query weighed(const Xapian::Query& query, double weight) {
    return weight == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
}

/// Queries or terms as one; nothing of nothing.
template <typename Items>
[[nodiscard]] Xapian::Query joined(Xapian::Query::op how, const Items& items) {
    return items.size() == 1 ? Xapian::Query(*items.begin()) : Xapian::Query(how, items.begin(), items.end());
}

/// Words one pattern may stand for: beyond them a query takes seconds.
inline constexpr std::size_t most_forms = 2000;

} // namespace longmen::search::detail
