// SPDX-License-Identifier: GPL-3.0-or-later
// A new index, piece by piece.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/search/settings.hpp>
#include <longmen/store/workspace.hpp>

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace longmen::search::detail {

/// Records to put into an index and where.
struct Build {
    std::vector<std::int64_t> ids; ///< ascending
    std::string folder;            ///< to work in; pieces that lie there from before are taken as they are
    std::string output;            ///< the finished index
    std::map<std::string, std::string> metadata;
};

/// Makes pieces of consecutive records, several at a time, and merges them: documents keep the ids of their
/// records. The same records give the same index whatever the number of threads.
void build_index(const store::Workspace& workspace, const Build& build, const IndexSettings& settings,
                 Threads& threads, Progress& progress);

/// Merges pieces of an index into `build.output`, many at a time, and writes its metadata.
void merge_pieces(std::vector<std::string> pieces, const Build& build, Threads& threads);

/// Generation of the workspace an index was made from; -1 when it does not say.
[[nodiscard]] std::int64_t generation_of(const Xapian::Database& database);

} // namespace longmen::search::detail
