// SPDX-License-Identifier: GPL-3.0-or-later
// The registry: every indicator of documents by its key, and columns worked out from it.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/indicators/column.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::indicators {

/// In the order in which they are listed; those that one record alone decides come last.
[[nodiscard]] std::span<const ColumnIndicator> column_indicators();

struct ColumnKey {
    const ColumnIndicator* indicator = nullptr;
    Parameters parameters{};
};
/// Nothing when there is no such indicator, or a number in the key is out of range.
[[nodiscard]] std::optional<ColumnKey> find_column(std::string_view key);

/// `a, b, c`: the names there are, for messages.
[[nodiscard]] std::string column_keys();

/// Name of an indicator with its numbers where `N` and `M` stand.
[[nodiscard]] std::string column_heading(std::string_view key, Lang lang);
/// Whether the input has what the indicator needs.
[[nodiscard]] bool can_compute(const ColumnIndicator& indicator, const ColumnInput& input);

/// Those of the keys. UsageError naming the keys there are for an unknown one, or when the data lack what one
/// needs.
[[nodiscard]] std::vector<ColumnKey> columns_wanted(const ColumnInput& input,
                                                    std::span<const std::string> keys);
/// What they want of the passes over all windows and cut-offs.
[[nodiscard]] HistoryPlan plan_of(std::span<const ColumnKey> wanted);

/// Works out several at once, sharing what they have in common. UsageError naming the keys there are for an
/// unknown one, or when the data lack what one needs.
[[nodiscard]] std::vector<Column> compute_columns(const ColumnInput& input, std::span<const std::string> keys,
                                                  Threads& threads);

} // namespace longmen::indicators
