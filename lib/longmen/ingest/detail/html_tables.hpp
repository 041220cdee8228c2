// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of web pages: what many systems hand out under the extension .xls.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/ingest/detail/text_source.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <string>

namespace longmen::ingest::detail {

/// True for text that is a page with a table, or the beginning of one.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// Every `table` of the page that has text, named by its place (`#1`); a table inside a cell stands for
/// itself. Tags may lack their end as browsers allow; cells that span rows or columns shift the others.
/// `piece` is the first text of the file. False when the page has no table with text.
bool read_html(const std::string& path, TextSource& text, std::string piece, const Limits& limits,
               TableVisitor& visitor, Progress& progress);

} // namespace longmen::ingest::detail
