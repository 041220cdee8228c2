// SPDX-License-Identifier: GPL-3.0-or-later
// Pajek's network format (.net), written and read.
#pragma once

#include <longmen/graph/network.hpp>

#include <string_view>

namespace longmen::graph {

/// Name, labels (ids where there are none), direction and weights. Pajek has no escape for a quote: it, line
/// ends and tabs are written by number (`&#34;`), which `read_pajek` and Pajek itself read back. Ids beside
/// labels, and all properties, are left out and reported. UsageError when the network is not sound.
NotWritten write_pajek(const Network& network, const TextSink& sink);

/// Reads one network: *Vertices with labels, coordinates (properties `x`, `y`, `z`), shape and parameters;
/// *Arcs, *Edges (with a number and a name of the relation: property `relation`), *Arcslist, *Edgeslist,
/// *Matrix; periods in brackets (property `time`); two modes (property `mode`). Labels are the ids when all
/// are there and differ, else the numbers of the vertices are. An edge without a number weighs 1. Arcs and
/// edges in one file make a directed network, and each edge two arcs. A parameter whose name is reserved or
/// taken gets `_2` behind it.
///
/// Source      pajek-manual-2022
/// Errors      DataError  with `name` and line: not UTF-8, no *Vertices or several, a section of another
/// kind,
///             numbers of vertices out of range, a quote not closed, a parameter without value.
[[nodiscard]] ReadNetwork read_pajek(std::string_view text, std::string_view name);

} // namespace longmen::graph
