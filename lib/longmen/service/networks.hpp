// SPDX-License-Identifier: GPL-3.0-or-later
// Citations of a snapshot with the weights of their paths, main paths; networks as files.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/graph/main_paths.hpp>
#include <longmen/graph/network.hpp>
#include <longmen/graph/path_counts.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::service {

/// Citations by whether citing and cited document have an applicant in common.
struct OwnCitations {
    std::uint64_t self = 0, other = 0;
    std::uint64_t unknown = 0; ///< an end without applicant
};

/// `cited citing weight self` of every citation as separated text, piece by piece, in the order of the citing
/// document; self is `yes`, `no` or `unknown`. Applicants are those of the snapshot: in a workspace the ones
/// under which other spellings are counted.
OwnCitations write_arc_weights(const store::Snapshot& snapshot, graph::PathWeight weight, char separator,
                               Threads& threads, const std::function<void(std::string_view)>& sink);

/// `local`, `global` or `key-route=K`. UsageError for anything else.
[[nodiscard]] graph::MainPathOptions read_main_path(const std::string& text);

/// Main paths: parts that hang together, the larger first, each in the order of time.
struct MainPathResult {
    Table table; ///< `path position number day`
    graph::Network network;
    std::string svg; ///< the picture, when it is asked for
};
[[nodiscard]] MainPathResult main_path(const store::Snapshot& snapshot, const graph::MainPathOptions& options,
                                       graph::PathWeight weight, bool drawn, Threads& threads, Lang lang);

/// `graphml`, `gexf`, `net`, `dot`, `json` or `csv` (of edges) by the ending of a file's name; empty for
/// others.
[[nodiscard]] std::string_view network_format(std::string_view file);
/// What the format had no place for, one sentence each.
std::vector<std::string> write_network(const graph::Network& network, std::string_view format,
                                       const std::function<void(std::string_view)>& sink, Lang lang);

} // namespace longmen::service
