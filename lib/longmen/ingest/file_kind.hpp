// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of table a file begins with, from its first rows.
#pragma once

#include <longmen/ingest/import_file.hpp>
#include <longmen/ingest/profile.hpp>

#include <optional>
#include <string>

namespace longmen::ingest {

/// Profile of the first heading that is recognised in the first rows of the file; null when there is none.
/// Reads no further than it must. DataError when the file cannot be read.
[[nodiscard]] const Profile* first_profile(const std::string& path, const Profiles& profiles,
                                           const ReadOptions& options);

/// Kind of the first heading that is recognised in the first rows of the file, or of the profile that
/// `options.source` names. Nothing when there is none, or the file cannot be read: the import says why. Reads
/// no further than it must.
[[nodiscard]] std::optional<TableKind> first_kind(const std::string& path, const Profiles& profiles,
                                                  const ReadOptions& options);

} // namespace longmen::ingest
