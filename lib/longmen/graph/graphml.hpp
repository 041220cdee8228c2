// SPDX-License-Identifier: GPL-3.0-or-later
// GraphML, written and read: the format that keeps everything.
#pragma once

#include <longmen/graph/network.hpp>

#include <string_view>

namespace longmen::graph {

/// Name, ids, labels (as property `label`), weights (as `weight`) and all properties with their types;
/// undefined values have no element. Same network, same bytes. UsageError when the network is not sound.
NotWritten write_graphml(const Network& network, const TextSink& sink);

/// Reads one graph. A node property `label` of text becomes the labels, an edge property `weight` of numbers
/// the weights (then every edge must have one, or the key a default); ids of edges become a property `id`; a
/// property whose name is reserved or taken gets `_2` behind it. A number that is NaN is undefined.
/// Properties of the graph itself, and data that hold elements of their own (the drawings of yEd), are named
/// in `not_read`. An edge whose direction differs from that of the others makes the network directed, and
/// edges without direction two arcs.
///
/// Source      brandes-2002-graphml
/// Errors      DataError  with `name` and line: no XML, no graph or several, nodes with graphs inside,
///             hyperedges, ports, an id used twice or unknown, a value that is not of its type.
[[nodiscard]] ReadNetwork read_graphml(std::string_view text, std::string_view name);

} // namespace longmen::graph
