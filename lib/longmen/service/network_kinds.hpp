// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of a snapshot: who files, invents or stands together, who cites whom, documents alike by
// citations.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/service/class_titles.hpp>
#include <longmen/service/network_measures.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstdint>
#include <string>

namespace longmen::service {

enum class NetworkKind : std::uint8_t {
    applicants,
    inventors,
    classes,
    coupling,    ///< documents that cite the same ones
    co_citation, ///< documents cited by the same ones
    citations,   ///< those around one document
};

/// What makes the weight of a tie.
enum class TieCounting : std::uint8_t {
    full,    ///< each document (each citation) gives one to each pair; coupling: what two documents share
    newman,  ///< each document shares out one for each of its members, each citation one in all
    cosine,  ///< coupling: what is shared over the root of the product of what each has
    jaccard, ///< coupling: what is shared over what the two have together
};

struct NetworkRequest {
    NetworkKind kind = NetworkKind::applicants;
    TieCounting counting = TieCounting::full;
    bool citing = false;    ///< parties: who cites whom, instead of who stands together
    std::uint32_t seed = 1; ///< of the communities, and of betweenness drawn
    double least = 1;       ///< ties below this weight are left out
    std::string centre{};   ///< only what lies within `hops` steps of this name or number; empty: all
    std::uint32_t hops = 1;
};

struct KindResult {
    MeasuredNetwork measured{};
    std::uint64_t self_citations = 0, without_party = 0; ///< `citing`: of citations; else 0
    std::uint64_t left_out = 0; ///< coupling: documents too often shared to tie anything
};

/// Nodes without a tie are left out. Communities are named by their strongest members, those of documents by
/// the classes most of them have. DataError: the data have none of the kind. UsageError: no such centre, or a
/// counting the kind does not know; citations without a centre.
[[nodiscard]] KindResult make_network(const store::Snapshot& snapshot, const NetworkRequest& request,
                                      Threads& threads, Lang lang, const ClassTitles& titles = {});

} // namespace longmen::service
