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

/// The facets of these records, in the order of `facet_places`, `most` rows each, by count, then key.
[[nodiscard]] std::vector<Facet> facets_of(const Columns& columns, std::span<const std::uint32_t> rows,
                                           std::size_t most);

} // namespace longmen::search::detail
