// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the compound format (OLE2): old workbooks, and new ones with a password.
#pragma once

#include <longmen/ingest/detail/byte_source.hpp>
#include <longmen/ingest/limits.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

inline constexpr std::string_view compound_magic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

enum class CompoundContent : std::uint8_t { workbook, password, document, other };
/// Told by the names in the directory of the file. `other` too for a file that cannot be read.
[[nodiscard]] CompoundContent compound_content(const std::string& file);

/// An old workbook (.xls, .et) as the bytes of an XLSX, converted by LibreOffice in a folder and with a
/// profile of its own. `head` and `rest` are its bytes; `path` is named in errors.
/// DataError in one sentence: LibreOffice is not installed, fails or does not end; the file has a password,
/// is a Word file or no workbook, or is larger than the limit for a workbook in memory.
[[nodiscard]] std::string convert_old_workbook(const std::string& path, std::string head, ByteSource& rest,
                                               const Limits& limits);

} // namespace longmen::ingest::detail
