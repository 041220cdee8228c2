// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the parts of an index where they lie.
#pragma once

#include <longmen/search/shards.hpp>

#include <xapian.h>

#include <string>
#include <vector>

namespace longmen::search::detail {

struct OpenShards {
    Xapian::Database database;        ///< all that answered, as one
    std::vector<std::string> missing; ///< names of those that did not
};

/// DataError with the name of a shard that does not answer (with `partial`: when none does), that is of
/// another version or state of the data than the others, or named twice; and when not all shards are named.
[[nodiscard]] OpenShards open_shards(const std::vector<Shard>& shards, const std::string& version,
                                     bool partial);

} // namespace longmen::search::detail
