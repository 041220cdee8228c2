// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a text is in, judged from its first bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// An encoding as iconv names it, and the length of the byte-order mark.
struct Encoding {
    std::string name; ///< `UTF-8`, `GB18030`, `UTF-16LE`, ...
    std::size_t mark = 0;
};

/// `sample` is the start of the text (or from its first byte beyond ASCII on); `whole` when nothing follows.
/// Nothing when no encoding fits: bytes that are no text.
std::optional<Encoding> find_encoding(std::string_view sample, bool whole);

/// True when all bytes are ASCII text: no control characters but tab, line feed, carriage return and their
/// like.
bool is_ascii_text(std::string_view bytes);

} // namespace longmen::ingest::detail
