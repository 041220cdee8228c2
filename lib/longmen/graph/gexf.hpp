// SPDX-License-Identifier: GPL-3.0-or-later
// GEXF 1.3, the format of Gephi.
#pragma once

#include <longmen/graph/network.hpp>

namespace longmen::graph {

/// Name (as description), ids, labels (ids where there are none), weights and all properties with their
/// types; undefined values have no element. Same network, same bytes. UsageError when the network is not
/// sound.
///
/// Source      gexf-2022
NotWritten write_gexf(const Network& network, const TextSink& sink);

} // namespace longmen::graph
