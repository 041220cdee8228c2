// SPDX-License-Identifier: GPL-3.0-or-later
// igraph's values with owners, and its error codes as exceptions.
#pragma once

#include <longmen/graph/weighted_graph.hpp>

#include <igraph.h>

#include <cstdint>
#include <mutex>

namespace longmen::graph::detail {

/// Throws std::bad_alloc or InternalError when `code` is not success.
void check_igraph(igraph_error_t code);

/// While it lives its thread alone uses igraph, whose generator of random numbers and handlers of errors
/// belong to the whole program: errors come back as codes, warnings are not printed.
class IgraphSession {
    struct Handlers {
        igraph_error_handler_t* old_errors;
        igraph_warning_handler_t* old_warnings;
        Handlers();
        ~Handlers();
        Handlers(const Handlers&) = delete;
        Handlers& operator=(const Handlers&) = delete;
    };
    struct Generator {
        igraph_rng_t at{};
        igraph_rng_t* old_default;
        explicit Generator(std::uint32_t seed);
        ~Generator();
        Generator(const Generator&) = delete;
        Generator& operator=(const Generator&) = delete;
    };
    std::unique_lock<std::mutex> alone_;
    Handlers handlers_;
    Generator generator_;

public:
    explicit IgraphSession(std::uint32_t seed);
};

struct IgraphReals {
    igraph_vector_t at{};
    explicit IgraphReals(std::size_t size) {
        check_igraph(igraph_vector_init(&at, static_cast<igraph_integer_t>(size)));
    }
    ~IgraphReals() { igraph_vector_destroy(&at); }
    IgraphReals(const IgraphReals&) = delete;
    IgraphReals& operator=(const IgraphReals&) = delete;
};

struct IgraphIntegers {
    igraph_vector_int_t at{};
    explicit IgraphIntegers(std::size_t size) {
        check_igraph(igraph_vector_int_init(&at, static_cast<igraph_integer_t>(size)));
    }
    ~IgraphIntegers() { igraph_vector_int_destroy(&at); }
    IgraphIntegers(const IgraphIntegers&) = delete;
    IgraphIntegers& operator=(const IgraphIntegers&) = delete;
};

/// The graph with its edges in ascending order of their ends (an undirected one once, from its smaller end),
/// and their weights in that order.
struct IgraphGraph {
    igraph_t at{};
    IgraphReals weights;
    explicit IgraphGraph(const WeightedGraph& graph);
    ~IgraphGraph() { igraph_destroy(&at); }
    IgraphGraph(const IgraphGraph&) = delete;
    IgraphGraph& operator=(const IgraphGraph&) = delete;
};

} // namespace longmen::graph::detail
