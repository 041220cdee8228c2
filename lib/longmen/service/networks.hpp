// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of a snapshot: citations with the weights of their paths, main paths, applicants and classes.
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

/// `cited citing weight` of every citation as separated text, piece by piece, in the order of the citing
/// document.
void write_arc_weights(const store::Snapshot& snapshot, graph::PathWeight weight, char separator,
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

enum class NetworkKind : std::uint8_t { applicants, inventors, classes };

struct NetworkRequest {
    NetworkKind kind = NetworkKind::applicants;
    bool newman = false;     ///< each document shares out one instead of giving one to each pair
    std::uint32_t seed = 1;  ///< of the communities
    std::uint64_t least = 1; ///< edges below this weight are left out
};

/// Who files or invents together, or which classes meet, with documents, strength, core and community of each
/// node. Nodes without an edge are left out of the network.
struct NetworkResult {
    graph::Network network;
    Table nodes; ///< `name documents partners strength core betweenness constraint community`, by strength
    double error = 0; ///< bound of the betweenness of all nodes at once; 0 where it is exact
    double modularity = 0;
    std::uint64_t communities = 0;
};
[[nodiscard]] NetworkResult make_network(const store::Snapshot& snapshot, const NetworkRequest& request,
                                         Threads& threads, Lang lang);

/// `graphml`, `gexf`, `net`, `dot`, `json` or `csv` (of edges) by the ending of a file's name; empty for
/// others.
[[nodiscard]] std::string_view network_format(std::string_view file);
/// What the format had no place for, one sentence each.
std::vector<std::string> write_network(const graph::Network& network, std::string_view format,
                                       const std::function<void(std::string_view)>& sink, Lang lang);

} // namespace longmen::service
