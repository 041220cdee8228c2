// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of columns of indicators: which documents, which keys, and what stands in a cell.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/table.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/store/snapshot.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

/// An example of each that the data can give.
[[nodiscard]] std::vector<std::string> usual_keys(const indicators::ColumnInput& input);
/// UsageError when the snapshot has no such document, or it is none of the first `documents`: those until the
/// day.
[[nodiscard]] NodeId find_document(const store::Snapshot& snapshot, const std::string& text, NodeId documents,
                                   const Date& as_of);

/// `key` and, with reasons, `key_reason`, each behind a separator.
void append_headings(std::string& text, const std::vector<std::string>& keys, bool reasons, char separator);
void add_headings(Table& table, const std::vector<std::string>& keys, bool reasons, Lang lang);

/// Row `at` of each column: the value, empty when undefined, and with reasons why it is so, or `window_open`.
void append_values(std::string& text, const std::vector<indicators::Column>& columns, std::size_t at,
                   bool reasons, char separator);
void add_values(std::vector<Cell>& cells, const std::vector<indicators::Column>& columns, std::size_t at,
                bool reasons);

} // namespace longmen::service::detail
