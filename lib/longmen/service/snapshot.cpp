// SPDX-License-Identifier: GPL-3.0-or-later
// Records to columns, columns to a file.
#include <longmen/service/snapshot.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/record_measures.hpp>
#include <longmen/service/detail/text_pool.hpp>
#include <longmen/store/citations.hpp>

#include <algorithm>
#include <filesystem>
#include <tuple>
#include <unordered_map>

namespace longmen::service {
namespace {

using detail::TextPool;

/// Numbers of names into lists, built row by row.
class ListBuilder {
    std::vector<ArcId> offsets_{0};
    std::vector<std::uint32_t> items_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::uint32_t> numbers_;

public:
    void add(const std::string& name) {
        const auto [at, fresh] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (fresh) {
            names_.push_back(name);
        }
        items_.push_back(at->second);
    }
    void end_row() { offsets_.push_back(static_cast<ArcId>(items_.size())); }
    [[nodiscard]] Lists view() const { return {offsets_, items_}; }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
};

/// A document of a workspace: a record, or one that only citations name.
struct Node {
    Day day = unknown_day;
    bool year_only = false;
    std::string number;
    const Patent* patent = nullptr;
    std::int64_t id = 0; ///< of the record
    std::string stub;    ///< key of a document that is no record
};

std::vector<Node> nodes_of(const Corpus& corpus, const std::vector<store::CitationLink>& links) {
    std::vector<Node> nodes;
    for (const auto& patent : corpus.patents) {
        Node node;
        node.number = patent.number;
        node.patent = &patent;
        node.id = patent.id;
        if (patent.app_date) {
            node.year_only = patent.app_date->precision() == DatePrecision::year;
            node.day = patent.app_date->days();
        }
        nodes.push_back(std::move(node));
    }
    std::vector<std::string> stubs;
    for (const auto& link : links) {
        if (!link.stub.empty()) {
            stubs.push_back(link.stub);
        }
    }
    std::ranges::sort(stubs);
    stubs.erase(std::ranges::unique(stubs).begin(), stubs.end());
    for (auto& stub : stubs) {
        Node node;
        node.number = store::shown_stub(stub);
        node.stub = std::move(stub);
        nodes.push_back(std::move(node));
    }
    return nodes;
}

void write_workspace_snapshot(const std::string& path, const store::Workspace& workspace,
                              const Corpus& corpus, const indicators::TechnologyFields& fields,
                              Threads& threads) {
    const auto links = store::load_citations(workspace);
    auto nodes = nodes_of(corpus, links);
    std::vector<std::string> texts;
    for (const auto& node : nodes) {
        if (!pack_number(node.number)) {
            texts.push_back(node.number);
        }
    }
    std::ranges::sort(texts);
    const auto packed = [&](const Node& node) {
        const auto number = pack_number(node.number);
        return number ? *number
                      : first_unpacked() + static_cast<std::uint64_t>(
                                               std::ranges::lower_bound(texts, node.number) - texts.begin());
    };
    std::ranges::sort(nodes, {}, [&](const Node& node) { return std::tuple{node.day, packed(node)}; });
    std::vector<PackedNumber> numbers;
    std::vector<Day> days;
    std::vector<std::uint8_t> year_only;
    ListBuilder classes;
    ListBuilder applicants;
    ListBuilder inventors;
    std::vector<std::uint32_t> family;
    std::vector<std::uint8_t> field;
    detail::RecordMeasures measures{workspace, corpus.as_of, nodes.size()};
    std::unordered_map<std::string_view, std::uint32_t> families;
    std::unordered_map<std::int64_t, NodeId> by_id;
    std::unordered_map<std::string_view, NodeId> by_stub;
    constexpr std::size_t subclass = 4;
    for (NodeId at = 0; at < nodes.size(); ++at) {
        const auto& node = nodes[at];
        numbers.push_back(packed(node));
        days.push_back(node.day);
        year_only.push_back(node.year_only ? 1 : 0);
        if (node.patent != nullptr) {
            by_id[node.id] = at;
            for (const auto& symbol : node.patent->ipc.empty() ? node.patent->cpc : node.patent->ipc) {
                classes.add(symbol.substr(0, subclass));
            }
            for (const auto& name : node.patent->applicants) {
                const auto same = corpus.same_as.find(name);
                applicants.add(same == corpus.same_as.end() ? name : same->second);
            }
            for (const auto& name : node.patent->inventors) {
                inventors.add(name);
            }
            measures.set(at, *node.patent);
        } else {
            by_stub[node.stub] = at;
        }
        family.push_back(
            families
                .try_emplace(node.patent == nullptr ? std::string_view{node.stub} : node.patent->family,
                             static_cast<std::uint32_t>(families.size()))
                .first->second);
        field.push_back(node.patent == nullptr ? std::uint8_t{0}
                                               : static_cast<std::uint8_t>(fields.of(*node.patent)));
        classes.end_row();
        applicants.end_row();
        inventors.end_row();
    }
    std::vector<Arc> arcs;
    for (const auto& link : links) {
        const auto end = [&](std::int64_t id) { return id != 0 ? by_id.at(id) : by_stub.at(link.stub); };
        arcs.push_back({end(link.citing), end(link.cited)});
    }
    const auto adjacency = graph::build_adjacency(nodes.size(), arcs, threads);
    const TextPool text_pool{texts};
    const TextPool class_names{classes.names()};
    const TextPool applicant_names{applicants.names()};
    const TextPool inventor_names{inventors.names()};
    const TextPool measure_names{detail::RecordMeasures::names()};
    const TextPool about{{"clock", "filing", "unit", "application", "origin", "workspace", "generation",
                          corpus.generation, "as_of", corpus.as_of.iso()}};
    const bool any_year = std::ranges::count(year_only, 1) > 0;
    store::write_snapshot(path, {.numbers = numbers,
                                 .texts = text_pool.view(),
                                 .day = days,
                                 .year_only = any_year ? std::span<const std::uint8_t>{year_only}
                                                       : std::span<const std::uint8_t>{},
                                 .classes = classes.view(),
                                 .applicants = applicants.view(),
                                 .inventors = inventors.view(),
                                 .class_names = class_names.view(),
                                 .applicant_names = applicant_names.view(),
                                 .inventor_names = inventor_names.view(),
                                 .family = family,
                                 .field = field,
                                 .measure_names = measure_names.view(),
                                 .measure_values = measures.values(),
                                 .cited = adjacency.cited.view(),
                                 .citing = adjacency.citing.view(),
                                 .about = about.view()});
}

/// One made before a measure was added lacks it.
bool has_measures(const store::Snapshot& snapshot) {
    const TextPool names{detail::RecordMeasures::names()};
    return std::ranges::equal(snapshot.columns().measure_names.bytes, names.view().bytes);
}

} // namespace

store::Snapshot workspace_snapshot(const store::Workspace& workspace, const std::string& models_folder,
                                   Threads& threads) {
    const auto path = (std::filesystem::path(workspace.folder()) / "snapshot.lms").string();
    const auto generation = std::to_string(workspace.generation());
    if (std::filesystem::exists(path)) {
        try {
            auto snapshot = store::Snapshot::open(path);
            if (snapshot.about("generation") == generation && has_measures(snapshot)) {
                return snapshot;
            }
        } catch (const DataError&) {
            // of an older format, or damaged: it is derived, and made anew
        }
    }
    const auto corpus = load_corpus(workspace, models_folder);
    const auto fields = indicators::TechnologyFields::load(models_folder);
    write_workspace_snapshot(path, workspace, corpus, fields, threads);
    return store::Snapshot::open(path);
}

graph::CitationGraph citation_graph(const store::Snapshot& snapshot) {
    const auto& columns = snapshot.columns();
    return {columns.cited, columns.citing, columns.day, columns.year_only};
}

} // namespace longmen::service
