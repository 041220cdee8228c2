// SPDX-License-Identifier: GPL-3.0-or-later
// Runs known-item queries and topics of tests/bench/search_trials on a workspace: number of the query, rank,
// number of the record. Queries that cannot be read are told, and find nothing; times go to standard error.
//
// Usage: bench_search_ranking <workspace> <models folder> <queries.tsv> <hits> [fresh]
#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/search/topic.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using namespace longmen;

int main(int argc, char** argv) {
    if (argc != 5 && argc != 6) {
        std::cerr << "bench_search_ranking <workspace> <models folder> <queries.tsv> <hits> [fresh]\n";
        return 2;
    }
    try {
        const auto workspace = store::Workspace::open(argv[1], store::OpenMode::existing);
        const auto settings = search::load_settings(argv[2]);
        Progress silent;
        search::update_index(workspace, settings, silent);
        search::Searcher searcher(workspace, settings);
        search::SearchOptions options;
        options.limit = std::stoul(argv[4]);
        options.close = true;
        options.order = argc == 6 ? search::Order::fresh : search::Order::relevance;
        std::vector<double> times;
        std::size_t refused = 0;
        std::ifstream in(argv[3]);
        for (std::string line; std::getline(in, line);) {
            const auto first = line.find('\t');
            const auto text = line.substr(first + 1, line.find('\t', first + 1) - first - 1);
            const auto begin = std::chrono::steady_clock::now();
            search::SearchResult found;
            try {
                found = searcher.run(search::is_topic(text, settings) ? search::topic_query(text)
                                                                      : search::parse_query(text),
                                     options);
            } catch (const UsageError& error) {
                ++refused;
                std::cerr << "refused: " << text << ": " << error.what() << '\n';
            }
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
            for (std::size_t i = 0; i < found.hits.size(); ++i) {
                std::cout << line.substr(0, first) << '\t' << i + 1 << '\t' << found.hits[i].number << '\n';
            }
        }
        std::ranges::sort(times);
        std::cerr << times.size() << " queries, " << refused << " refused; median " << times[times.size() / 2]
                  << " ms, p90 " << times[times.size() * 9 / 10] << " ms, longest " << times.back()
                  << " ms\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
