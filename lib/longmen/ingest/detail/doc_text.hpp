// SPDX-License-Identifier: GPL-3.0-or-later
// Text of documents as it is kept: blanks, line ends, classification symbols, names.
#pragma once

#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// Stands where an element begins or ends a line; in no text of a document.
inline constexpr char line_mark = '\x1e';

/// Blanks and line ends drawn together to one blank, none between Chinese characters; each run of marks is
/// one line end, or a blank when `lines` is false. Other control characters go.
[[nodiscard]] std::string squeezed(std::string_view text, bool lines);

/// `A61M  31/    00            A I`, `A61B005/00`, `G06F 1516` (four, three and two places),
/// `A61M0031000000`: `A61M31/00`. Empty when the text is no symbol of IPC or CPC.
[[nodiscard]] std::string symbol_from_text(std::string_view text);

/// `BEDNAREK, MICHAEL, C,` without what hangs over; `Hoff; Don G.` with a comma.
[[nodiscard]] std::string tidy_name(std::string_view name);

/// `12. A device ...`: the length of the number and what stands behind it, 0 when there is none.
[[nodiscard]] std::size_t claim_number_length(std::string_view text);

} // namespace longmen::ingest::detail
