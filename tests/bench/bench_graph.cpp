// SPDX-License-Identifier: GPL-3.0-or-later
// Times the kernels on the citation graph of two bulk tables, each alone, best of several runs.
//
// Usage: bench_graph NODES.tsv EDGES.tsv [THREADS] [RUNS] [TASKS], or bench_graph SNAPSHOT [THREADS] [RUNS]
// [TASKS]. TASKS, parted by semicolons: only those whose name begins with one of them.
#include <longmen/base/date.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/graph/components.hpp>
#include <longmen/graph/page_rank.hpp>
#include <longmen/graph/path_counts.hpp>
#include <longmen/graph/prefix.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/graph/topology.hpp>
#include <longmen/indicators/citation_history.hpp>
#include <longmen/indicators/disruption.hpp>
#include <longmen/indicators/disruption_history.hpp>
#include <longmen/indicators/diversity.hpp>
#include <longmen/indicators/forward_citations.hpp>
#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/store/snapshot.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

using namespace longmen;

namespace {

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Seconds of the processor, of all threads: what counts when the machine has other work.
double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Beginnings of the names of tasks that are wanted; empty: all.
std::string wanted_tasks;

bool is_wanted(std::string_view name) {
    std::string_view rest = wanted_tasks;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        if (name.starts_with(rest.substr(0, end))) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return wanted_tasks.empty();
}

/// `check` sums up the result, so that runs of other programs can be compared. What others need is done
/// unasked, but not told.
void measure(const char* name, int runs, const std::function<double()>& work, bool needed = false) {
    if (!is_wanted(name)) {
        if (needed) {
            (void)work();
        }
        return;
    }
    double best = 1e9;
    double best_processor = 1e9;
    double check = 0;
    for (int run = 0; run < runs; ++run) {
        const auto begun = seconds();
        const auto processor_begun = processor_seconds();
        check = work();
        best = std::min(best, seconds() - begun);
        best_processor = std::min(best_processor, processor_seconds() - processor_begun);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-46s %8.3f s %8.3f s of processors   %.10g   (peak so far %ld MB)\n", name, best,
                best_processor, check, usage.ru_maxrss / 1024);
    std::fflush(stdout);
}

/// Windows 1 to 30, or the one, and the last twenty year-ends of the data.
indicators::HistoryGrid grid_of(const graph::CitationGraph& graph, bool all_windows) {
    indicators::HistoryGrid grid{{5}, {}};
    if (all_windows) {
        grid.windows.resize(30);
        std::iota(grid.windows.begin(), grid.windows.end(), 1);
    }
    const int last = Date::from_days(graph.day.back()).year();
    for (int year = last - 19; year <= last; ++year) {
        grid.cutoffs.push_back(graph::documents_until(graph, Date::from_ymd(year, 12, 31)->days()));
    }
    return grid;
}

/// Sum over all documents of what `value` makes of their histories.
template <typename Kernel, typename Value>
double sum_of_histories(const graph::CitationGraph& graph, const graph::DayIndex& index,
                        const indicators::HistoryGrid& grid, Threads& threads, Value value) {
    constexpr std::size_t piece = 4096;
    Kernel kernel{graph, index, grid, threads.count()};
    std::vector<double> sums((graph.nodes() + piece - 1) / piece);
    threads.ranges(graph.nodes(), piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        double sum = 0;
        kernel.each(static_cast<graph::NodeId>(begin), static_cast<graph::NodeId>(end), thread,
                    [&](graph::NodeId, const auto& history) { sum += value(history); });
        sums[begin / piece] = sum;
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

double sum_of(const Buffer<double>& values) {
    double sum = 0;
    for (const auto value : values) {
        sum += std::isnan(value) ? 0 : value;
    }
    return sum;
}

void measure_kernels(const graph::CitationGraph& graph, const graph::Lists& classes,
                     std::uint32_t class_count, Threads& threads, int runs) {
    const graph::DayIndex index{graph.day};
    graph::Topology topology;
    measure(
        "topology", runs,
        [&] {
            topology = graph::find_topology(graph, threads);
            return static_cast<double>(topology.heads.size());
        },
        true);
    measure("PageRank 0.85 (largest rank)", runs, [&] {
        const auto ranks = graph::page_rank(graph, topology, 0.85, threads);
        return *std::ranges::max_element(ranks);
    });
    measure("weak components", runs,
            [&] { return static_cast<double>(graph::weak_components(graph, threads).count); });
    measure("forward citations, 5 years", runs, [&] {
        double sum = 0;
        for (const auto count : indicators::forward_citations(graph, index, 5, threads)) {
            sum += count;
        }
        return sum;
    });
    measure("generality and originality, pooled (sums)", runs, [&] {
        constexpr auto pooled = indicators::DiversityRule::pooled;
        return sum_of(indicators::diversity(graph.citing, classes, class_count, pooled, false, threads)) +
               sum_of(indicators::diversity(graph.cited, classes, class_count, pooled, false, threads));
    });
    measure("generality, fractional (sum)", runs, [&] {
        return sum_of(indicators::diversity(graph.citing, classes, class_count,
                                            indicators::DiversityRule::fractional, false, threads));
    });
    measure("CD, 5 years (sum of defined)", runs, [&] {
        double sum = 0;
        const auto counts = indicators::disruption(graph, index, 5, threads);
        for (const auto& each : counts) {
            const auto value = indicators::cd_index(each, 1);
            sum += std::isnan(value) ? 0 : value;
        }
        return sum;
    });
    measure("CD, 30 years, counts", runs,
            [&] { return static_cast<double>(indicators::disruption(graph, index, 30, threads)[0].only); });
    for (const bool all : {false, true}) {
        const auto grid = grid_of(graph, all);
        measure(all ? "20 year-ends, forward citations, windows 1-30"
                    : "20 year-ends, forward citations, 5 years",
                runs, [&] {
                    return sum_of_histories<indicators::CitationHistory>(
                        graph, index, grid, threads, [&](const auto& history) {
                            return history.at(grid.windows.size() - 1, grid.cutoffs.size() - 1);
                        });
                });
        measure(all ? "20 year-ends, CD, windows 1-30" : "20 year-ends, CD, 5 years", runs, [&] {
            return sum_of_histories<indicators::DisruptionHistory>(
                graph, index, grid, threads, [&](const auto& history) {
                    const auto value = indicators::cd_index(
                        history.at(grid.windows.size() - 1, grid.cutoffs.size() - 1).counts(), 1);
                    return std::isnan(value) ? 0 : value;
                });
        });
    }
    measure("SPC of all citations (largest)", runs, [&] {
        const auto counts = graph::count_paths(graph, topology, graph::PathWeight::spc, threads);
        double largest = 0;
        for (const auto weight : counts.weights.small) {
            largest = std::max(largest, static_cast<double>(weight));
        }
        return largest;
    });
}

} // namespace

int main(int argc, char** argv) {
    const bool stored = argc > 1 && std::string_view{argv[1]}.ends_with(".lms");
    const int options = stored ? 2 : 3;
    if (argc < options) {
        std::fputs("bench_graph NODES.tsv EDGES.tsv|SNAPSHOT.lms [THREADS] [RUNS] [TASKS]\n", stderr);
        return 2;
    }
    Threads threads{argc > options ? static_cast<unsigned>(std::atoi(argv[options])) : 0};
    const int runs = argc > options + 1 ? std::atoi(argv[options + 1]) : 5;
    wanted_tasks = argc > options + 2 ? argv[options + 2] : "";
    const auto begun = seconds();
    if (stored) {
        const auto snapshot = store::Snapshot::open(argv[1]);
        const auto& columns = snapshot.columns();
        measure_kernels({columns.cited, columns.citing, columns.day, columns.year_only}, columns.classes,
                        static_cast<std::uint32_t>(columns.class_names.size()), threads, runs);
        std::printf("all of it %.1f s, %.1f s of processors\n", seconds() - begun, processor_seconds());
        return 0;
    }
    Progress silent;
    ingest::BulkTables tables;
    graph::Adjacency adjacency;
    measure(
        "tables read", runs,
        [&] {
            tables = ingest::read_bulk_tables(argv[1], argv[2], threads, silent);
            return static_cast<double>(tables.numbers.size());
        },
        true);
    measure(
        "adjacency both ways", runs,
        [&] {
            adjacency = graph::build_adjacency(tables.numbers.size(), tables.arcs.view(), threads);
            return static_cast<double>(adjacency.report.arcs);
        },
        true);
    measure_kernels(
        {adjacency.cited.view(), adjacency.citing.view(), tables.day.view(), tables.year_only.view()},
        tables.classes.lists.view(), static_cast<std::uint32_t>(tables.classes.names.size()), threads, runs);
    return 0;
}
