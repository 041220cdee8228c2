// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.Graph's own algorithms on our citation graph. Usage: example_boost_graph FILE
// where each line is a citation: the citing number, a tab, the cited number.
#include <longmen/base/parallel.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/graph/boost_adaptor.hpp>
#include <longmen/graph/path_counts.hpp>
#include <longmen/graph/topology.hpp>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace longmen;
using namespace longmen::graph;

namespace {

/// Numbers of documents and who cites whom, in the order of the numbers: ids must not depend on the lines.
struct Citations {
    std::vector<std::string> numbers;
    std::vector<Arc> arcs;
};

Citations read_citations(std::istream& file) {
    std::set<std::pair<std::string, std::string>> pairs;
    std::map<std::string, NodeId> ids;
    std::string citing;
    std::string cited;
    while (std::getline(file, citing, '\t') && std::getline(file, cited)) {
        pairs.emplace(citing, cited);
        ids.emplace(citing, 0);
        ids.emplace(cited, 0);
    }
    Citations citations;
    for (auto& [number, id] : ids) {
        id = static_cast<NodeId>(citations.numbers.size());
        citations.numbers.push_back(number);
    }
    for (const auto& pair : pairs) {
        citations.arcs.push_back({ids[pair.first], ids[pair.second]});
    }
    return citations;
}

/// Documents that reach each other by citations: in a sound collection none do.
void print_cycles(const CitationGraph& graph, const std::vector<std::string>& numbers) {
    const auto index = get(boost::vertex_index, graph);
    std::vector<std::size_t> component(num_vertices(graph));
    boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), index),
                             boost::vertex_index_map(index));
    for (auto [edge, end] = edges(graph); edge != end; ++edge) {
        if (component[source(*edge, graph)] == component[target(*edge, graph)]) {
            fmt::print("in a cycle: {} cites {}\n", numbers[source(*edge, graph)],
                       numbers[target(*edge, graph)]);
        }
    }
}

/// How far knowledge from the document most often cited has come: against the arcs, so on the reversed graph.
void print_reach(const CitationGraph& graph, const std::vector<std::string>& numbers) {
    const auto by_citations = [&](NodeId a, NodeId b) { return in_degree(a, graph) < in_degree(b, graph); };
    const auto start = *std::max_element(vertices(graph).first, vertices(graph).second, by_citations);
    const auto flow = boost::make_reverse_graph(graph);
    const auto index = get(boost::vertex_index, graph);
    std::vector<int> steps(num_vertices(graph), -1);
    steps[start] = 0;
    const auto record = boost::record_distances(boost::make_iterator_property_map(steps.begin(), index),
                                                boost::on_tree_edge());
    boost::breadth_first_search(flow, start,
                                boost::visitor(boost::make_bfs_visitor(record)).vertex_index_map(index));
    fmt::print("{} is cited {} times and reaches {} documents within {} steps\n", numbers[start],
               in_degree(start, graph), std::ranges::count_if(steps, [](int step) { return step > 0; }),
               *std::ranges::max_element(steps));
}

/// The densest part, whatever the direction of citations.
void print_core(const UndirectedWeighted& graph, const std::vector<std::string>& numbers) {
    std::vector<std::size_t> core(num_vertices(graph));
    const auto densest = boost::core_numbers(
        graph, boost::make_iterator_property_map(core.begin(), get(boost::vertex_index, graph)));
    fmt::print("the {}-core:", densest);
    for (auto [node, end] = vertices(graph); node != end; ++node) {
        if (core[*node] == densest) {
            fmt::print(" {}", numbers[*node]);
        }
    }
    fmt::print("\n");
}

/// Results of ours by edge index are property maps of theirs.
void print_heaviest(const CitationGraph& graph, const std::vector<std::string>& numbers, Threads& threads) {
    const auto counts = count_paths(graph, find_topology(graph, threads), PathWeight::spc, threads);
    const auto weight =
        boost::make_iterator_property_map(counts.weights.small.begin(), get(boost::edge_index, graph));
    const auto lighter = [&](const BoostEdge& a, const BoostEdge& b) {
        return get(weight, a) < get(weight, b);
    };
    const auto heaviest = *std::max_element(edges(graph).first, edges(graph).second, lighter);
    fmt::print("most paths run over: {} cites {} ({} of {})\n", numbers[source(heaviest, graph)],
               numbers[target(heaviest, graph)], get(weight, heaviest), counts.total);
}

} // namespace

int main(int count, char** arguments) {
    std::ifstream file{count == 2 ? arguments[1] : ""};
    const auto citations = read_citations(file);
    if (citations.arcs.empty()) {
        fmt::print(stderr, "Usage: example_boost_graph FILE with a citing and a cited number on each line\n");
        return 2;
    }
    Threads threads{1};
    const auto adjacency = build_adjacency(citations.numbers.size(), citations.arcs, threads);
    const std::vector<Day> day(citations.numbers.size(), unknown_day);
    const CitationGraph graph{adjacency.cited.view(), adjacency.citing.view(), day, {}};
    fmt::print("{} documents, {} citations\n", num_vertices(graph), num_edges(graph));
    print_cycles(graph, citations.numbers);
    print_reach(graph, citations.numbers);
    const auto both_ways = without_direction(graph, threads);
    print_core({both_ways.view()}, citations.numbers);
    print_heaviest(graph, citations.numbers, threads);
    return 0;
}
