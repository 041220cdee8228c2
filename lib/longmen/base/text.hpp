// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 text: checking, folding, splitting, display width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

[[nodiscard]] bool is_valid_utf8(std::string_view text);
/// Without blanks (also U+3000, U+00A0, U+FEFF) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// NFKC and Unicode case folding: full-width to half-width, upper to lower. Blanks stay.
[[nodiscard]] std::string fold(std::string_view text);
/// `fold` with every blank and control character removed: how headings and codes are compared.
[[nodiscard]] std::string fold_key(std::string_view text);
/// NFKC only (width folded, case kept).
[[nodiscard]] std::string fold_width(std::string_view text);
/// Splits at every occurrence of `separator`; parts are trimmed, empty ones dropped.
[[nodiscard]] std::vector<std::string> split_trimmed(std::string_view text, std::string_view separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// Columns on a terminal: wide characters take two, combining ones none.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// Cut to `width` columns, with `…` at the end when something was cut.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);
[[nodiscard]] bool has_han(std::string_view text);
/// 128-bit xxHash of the bytes as 32 hexadecimal digits.
[[nodiscard]] std::string hash_hex(std::string_view bytes);

} // namespace longmen
