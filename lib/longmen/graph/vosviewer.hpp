// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON files of VOSviewer.
#pragma once

#include <longmen/graph/network.hpp>

#include <string>

namespace longmen::graph {

struct VosviewerOptions {
    std::string
        cluster; ///< a property of integers from 0 that becomes the cluster (from 1 there); empty: none
};

/// Items with labels (ids where there are none), links with strengths. Properties of numbers that are known
/// for all nodes and nowhere below zero become weights, other numbers scores; the id beside a label, text and
/// yes/no stand in the description. VOSviewer knows neither direction, loops nor parallel links: strengths of
/// all links between two items are added (`joined`), loops and properties of edges left out and reported.

///
/// Source      vosviewer-manual-2023
/// Errors      UsageError  a network that is not sound, weights not above zero, a cluster property that
///             does not exist or is not of integers from 0.
NotWritten write_vosviewer(const Network& network, const VosviewerOptions& options, const TextSink& sink);

} // namespace longmen::graph
