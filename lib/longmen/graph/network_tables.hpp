// SPDX-License-Identifier: GPL-3.0-or-later
// A network as two tables: one of nodes, one of edges. Written as CSV they open anywhere.
#pragma once

#include <longmen/base/table.hpp>
#include <longmen/graph/network.hpp>

namespace longmen::graph {

struct NetworkTables {
    Table nodes; ///< `id`, `label` where there are labels, properties
    Table edges; ///< `source`, `target` (ids), `weight` where there are weights, properties
};

/// Keys and headings are the names of the properties. Numbers have as many decimals as give them back (up to
/// 17); yes/no is `true`, `false`; undefined values are empty. UsageError when the network is not sound.
[[nodiscard]] NetworkTables network_tables(const Network& network);

} // namespace longmen::graph
