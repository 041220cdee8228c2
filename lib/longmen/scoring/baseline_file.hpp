// SPDX-License-Identifier: GPL-3.0-or-later
// Baselines as files: text that says what it is, with a checksum.
#pragma once

#include <longmen/scoring/baseline.hpp>

#include <string>
#include <string_view>

namespace longmen::scoring {

/// The file, a line an item, parts parted by tabs:
///
///     longmen-baseline  1
///     name  ...            origin, unit, clock, as_of, fields likewise
///     indicator  KEY  values|published
///     cell  OFFICE  YEAR  FIELD  SIZE  OPEN  MEAN  MINIMUM  MAXIMUM  VALUES
///     checksum  of all bytes above it
///
/// OFFICE is `-` where there is none. VALUES of `values`, by blanks: `3` one member, `0x120` that many, `+57`
/// that many not kept between its neighbours; of `published`: `p99=13`. Numbers read back to the same bits.
/// Equal baselines give equal bytes.
[[nodiscard]] std::string baseline_text(const Baseline& baseline);

/// Writes it beside its place and renames it; returns the checksum. DataError when it cannot be written.
std::string write_baseline(const std::string& path, const Baseline& baseline);

/// DataError with file and line: absent, no baseline, of another version, damaged (checksum), out of order.
[[nodiscard]] Baseline read_baseline(const std::string& path);
/// The same from memory; `path` is for messages.
[[nodiscard]] Baseline parse_baseline(std::string_view text, const std::string& path);

} // namespace longmen::scoring
