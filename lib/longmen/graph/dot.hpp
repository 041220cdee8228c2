// SPDX-License-Identifier: GPL-3.0-or-later
// DOT, the language of Graphviz.
#pragma once

#include <longmen/graph/network.hpp>

namespace longmen::graph {

/// Name, ids, labels, weights and all properties as attributes; undefined values have none. A property named
/// like an attribute of Graphviz (`color`, `shape`) takes effect as it. Backslashes are doubled, as labels
/// need it. Same network, same bytes. UsageError when the network is not sound.
///
/// Source      graphviz-dot
NotWritten write_dot(const Network& network, const TextSink& sink);

} // namespace longmen::graph
