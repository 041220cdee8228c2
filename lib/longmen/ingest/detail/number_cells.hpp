// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of patent numbers in the cells of a table without heading.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <string>

namespace longmen::ingest::detail {

/// True when nearly all the first cells of the tables of a file are patent numbers (see
/// `looks_like_numbers`).
[[nodiscard]] bool holds_number_cells(const std::string& path, const Limits& limits);

/// The tables of such a file as `visitor` gets those of a plain list: under `number_headings`, a row for each
/// number.
void read_number_cells(const std::string& path, const Limits& limits, TableVisitor& visitor,
                       Progress& progress);

} // namespace longmen::ingest::detail
