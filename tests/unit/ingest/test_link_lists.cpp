// SPDX-License-Identifier: GPL-3.0-or-later
// Links into lists, held against sorting them row by row.
#include <longmen/ingest/detail/link_lists.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>

namespace test_link_lists {

using namespace longmen;
using namespace longmen::ingest::detail;

namespace {

using Slow = std::vector<std::vector<std::uint32_t>>;

/// By (order, text); an item stands at the first of its orders.
Slow slow_lists(const std::vector<Link>& links, std::size_t rows, const std::vector<std::string>& texts) {
    Slow lists(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        std::map<std::uint32_t, std::uint32_t> first;
        for (const auto& link : links) {
            if (link.row == row) {
                const auto at = first.try_emplace(link.item, link.order).first;
                at->second = std::min(at->second, link.order);
            }
        }
        std::set<std::tuple<std::uint32_t, std::string, std::uint32_t>> sorted;
        for (const auto& [item, order] : first) {
            sorted.insert({order, texts[item], item});
        }
        for (const auto& [order, text, item] : sorted) {
            lists[row].push_back(item);
        }
    }
    return lists;
}

Slow plain(const OwnedLists& lists) {
    Slow result;
    for (std::size_t row = 0; row < lists.view().size(); ++row) {
        result.emplace_back(lists.view()[row].begin(), lists.view()[row].end());
    }
    return result;
}

} // namespace

TEST_CASE("link lists: by order then text, each item once, for any order of links and number of threads") {
    std::mt19937_64 random{4};
    for (int round = 0; round < 50; ++round) {
        const std::size_t rows = round == 0 ? 0 : 1 + random() % 40;
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < 15; ++i) {
            texts.push_back("name " + std::to_string(random() % 1000) + "." + std::to_string(i));
        }
        std::vector<Link> links;
        for (std::size_t i = 0; rows > 0 && i < random() % 300; ++i) {
            links.push_back({static_cast<std::uint32_t>(random() % rows),
                             static_cast<std::uint32_t>(random() % texts.size()),
                             static_cast<std::uint32_t>(random() % 4)});
        }
        const auto wanted = slow_lists(links, rows, texts);
        for (const unsigned count : {1U, 3U}) {
            Threads threads{count};
            std::ranges::shuffle(links, random);
            auto given = links;
            const auto lists = make_lists(
                given, rows, [&](std::uint32_t item) { return std::string_view{texts[item]}; }, threads);
            CHECK(plain(lists) == wanted);
            CHECK(given.empty());
        }
    }
}

} // namespace test_link_lists
