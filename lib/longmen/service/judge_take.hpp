// SPDX-License-Identifier: GPL-3.0-or-later
// Takes filled judging sheets back, and reference sets in.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/store/judgements.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace longmen::service {

struct TakenSheet {
    std::int64_t run = 0, sample = 0;
    std::size_t taken = 0;    ///< verdicts that are new or replace one
    std::size_t same = 0;     ///< verdicts taken before, with nothing changed
    std::size_t replaced = 0; ///< of the taken
    std::size_t empty = 0;    ///< records without a verdict yet
};

/// Reads a sheet made by `draw_sample` and filled in (any format of tables that keeps its cells). All or
/// nothing: DataError with file and row for a sheet of another workspace or changed on top, a number that is
/// unknown or not of the sample, an unknown verdict, one without a judge, a date that is none, one judge
/// twice for one record, or, unless `replace`, a verdict that differs from one taken before.
[[nodiscard]] TakenSheet take_judgements(store::Workspace& workspace, const std::string& path, bool replace,
                                         const std::string& at, Progress& progress);

struct ReferenceRequest {
    std::string file, name;
    std::string by, how; ///< who built it, and from what
    std::string at;
};

struct TakenReference {
    std::size_t numbers = 0;  ///< different ones
    std::size_t repeated = 0; ///< rows that repeat one
};

/// A list of numbers: the first column, or the one headed so; a first row that is no number is a heading.
/// DataError with file and row: another row that is no number, no number at all. UsageError: no name, no
/// builder, no word of how, or a name that is taken.
[[nodiscard]] TakenReference take_reference(store::Workspace& workspace, const ReferenceRequest& request,
                                            Progress& progress);

} // namespace longmen::service
