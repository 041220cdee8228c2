// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the registry, each in the file of its name.
#pragma once

#include <longmen/indicators/column.hpp>

#include <span>

namespace longmen::indicators::detail {

[[nodiscard]] std::span<const ColumnIndicator> citation_columns();
[[nodiscard]] std::span<const ColumnIndicator> diversity_columns();
[[nodiscard]] std::span<const ColumnIndicator> disruption_columns();
[[nodiscard]] std::span<const ColumnIndicator> rank_columns();
[[nodiscard]] std::span<const ColumnIndicator> lag_columns();
[[nodiscard]] std::span<const ColumnIndicator> party_columns();
[[nodiscard]] std::span<const ColumnIndicator> literature_columns();
[[nodiscard]] std::span<const ColumnIndicator> renewal_columns();
[[nodiscard]] std::span<const ColumnIndicator> market_columns();
[[nodiscard]] std::span<const ColumnIndicator> text_columns();
[[nodiscard]] std::span<const ColumnIndicator> record_columns();

} // namespace longmen::indicators::detail
