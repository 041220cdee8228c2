// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers, the generator, and graphs handed over.
#include <longmen/graph/detail/igraph.hpp>

#include <longmen/base/errors.hpp>

#include <fmt/format.h>

#include <new>

namespace longmen::graph::detail {
namespace {

std::mutex one_at_a_time; // NOLINT: igraph's own state is one for the program

void no_warning(const char* /*reason*/, const char* /*file*/, int /*line*/) {}

} // namespace

void check_igraph(igraph_error_t code) {
    if (code == IGRAPH_ENOMEM) {
        throw std::bad_alloc{};
    }
    if (code != IGRAPH_SUCCESS) {
        throw InternalError{fmt::format("igraph: {}", igraph_strerror(code))};
    }
}

IgraphSession::Handlers::Handlers()
    : old_errors(igraph_set_error_handler(igraph_error_handler_ignore)),
      old_warnings(igraph_set_warning_handler(no_warning)) {}

IgraphSession::Handlers::~Handlers() {
    igraph_set_warning_handler(old_warnings);
    igraph_set_error_handler(old_errors);
}

IgraphSession::Generator::Generator(std::uint32_t seed) : old_default(igraph_rng_default()) {
    check_igraph(igraph_rng_init(&at, &igraph_rngtype_mt19937));
    igraph_rng_seed(&at, seed); // cannot fail for this generator
    igraph_rng_set_default(&at);
}

IgraphSession::Generator::~Generator() {
    igraph_rng_set_default(old_default);
    igraph_rng_destroy(&at);
}

IgraphSession::IgraphSession(std::uint32_t seed) : alone_(one_at_a_time), generator_(seed) {}

IgraphGraph::IgraphGraph(const WeightedGraph& graph) : weights(graph.edges()) {
    IgraphIntegers ends{2 * graph.edges()};
    igraph_integer_t edge = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        const auto neighbours = graph.neighbours[node];
        const auto of_node = graph.weights_of(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            if (graph.directed || node < neighbours[i]) {
                VECTOR(ends.at)[2 * edge] = static_cast<igraph_integer_t>(node);
                VECTOR(ends.at)[2 * edge + 1] = neighbours[i];
                VECTOR(weights.at)[edge++] = of_node[i];
            }
        }
    }
    check_igraph(igraph_create(&at, &ends.at, static_cast<igraph_integer_t>(graph.nodes()), graph.directed));
}

} // namespace longmen::graph::detail
