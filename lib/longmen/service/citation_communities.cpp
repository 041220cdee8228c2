// SPDX-License-Identifier: GPL-3.0-or-later
// Divide, then describe each part.
#include <longmen/service/citation_communities.hpp>

#include <longmen/base/date.hpp>
#include <longmen/graph/communities.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/leading.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>

namespace longmen::service {

CitationCommunities citation_communities(const store::Snapshot& snapshot, std::uint32_t seed,
                                         std::uint64_t least, Threads& threads, Lang lang,
                                         const ClassTitles& titles) {
    const auto graph = citation_graph(snapshot);
    const auto& columns = snapshot.columns();
    const auto ties = graph::without_direction(graph, threads);
    const auto found = graph::find_communities(ties.view(), {1, seed});
    CitationCommunities result;
    result.modularity = found.modularity.defined() ? found.modularity.value() : 0;
    std::vector<std::vector<NodeId>> members(found.size.size());
    for (NodeId node = 0; node < graph.nodes(); ++node) {
        if (graph.cited.count(node) + graph.citing.count(node) > 0) {
            members[found.of[node]].push_back(node);
            ++result.documents;
        }
    }
    result.table = table_with({{"community", {"社群", "Community"}},
                               {"documents", {"文献", "Documents"}},
                               {"classes", {"主要小类", "Leading subclasses"}},
                               {"applicants", {"主要申请人", "Leading applicants"}},
                               {"most_cited", {"群内被引最多", "Most cited within"}},
                               {"first_year", {"起始年", "First year"}},
                               {"last_year", {"最近年", "Last year"}}},
                              lang);
    for (std::size_t community = 0; community < members.size(); ++community) {
        const auto& nodes = members[community];
        if (nodes.size() < std::max<std::uint64_t>(least, 2)) {
            continue;
        }
        NodeId top = nodes[0];
        std::ptrdiff_t most = -1;
        for (const auto node : nodes) {
            const auto within = std::ranges::count_if(
                graph.citing[node], [&](NodeId citing) { return found.of[citing] == community; });
            if (within > most) {
                most = within;
                top = node;
            }
        }
        const auto dated =
            std::ranges::find_if(nodes, [&](NodeId node) { return graph.day[node] != unknown_day; });
        const auto year = [&](NodeId node) {
            return Cell{static_cast<std::int64_t>(Date::from_days(graph.day[node]).year())};
        };
        result.table.rows.push_back(
            {count_cell(community + 1), count_cell(nodes.size()),
             text_cell(detail::leading(nodes, columns.classes, columns.class_names, titles, lang)),
             text_cell(detail::leading(nodes, columns.applicants, columns.applicant_names, {}, lang)),
             snapshot.number(top), dated == nodes.end() ? Cell{} : year(*dated),
             dated == nodes.end() ? Cell{} : year(nodes.back())});
    }
    return result;
}

} // namespace longmen::service
