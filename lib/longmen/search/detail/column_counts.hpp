// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what records are, by the columns of their index.
#pragma once

#include <longmen/search/detail/columns.hpp>
#include <longmen/search/run.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::search::detail {

/// Families of these records; a record without one is one by itself.
[[nodiscard]] std::size_t families_of(const Columns& columns, std::span<const std::uint32_t> rows);

/// These facets of the records, rows by count, then key. InternalError for a key that none has.
[[nodiscard]] std::vector<Facet> facets_of(const Columns& columns, std::span<const std::uint32_t> rows,
                                           const std::vector<FacetChoice>& choices);

} // namespace longmen::search::detail
