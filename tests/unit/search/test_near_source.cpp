// SPDX-License-Identifier: GPL-3.0-or-later
// Nearness of words against every choice of places.
#include "searching.hpp"

#include <longmen/search/detail/near_source.hpp>
#include <longmen/search/tokens.hpp>

#include <algorithm>
#include <numeric>
#include <random>

namespace test_near_source {

using namespace longmen;
using namespace longmen::test;
using search::detail::Stretch;

namespace {

/// Every choice of one place for each part, in every order.
bool slow_near(const std::vector<std::vector<Stretch>>& parts, unsigned distance, bool ordered) {
    std::vector<std::size_t> choice(parts.size(), 0);
    while (true) {
        std::vector<std::size_t> order(parts.size());
        std::iota(order.begin(), order.end(), 0);
        do {
            bool good = true;
            for (std::size_t k = 0; good && k + 1 < order.size(); ++k) {
                const auto& left = parts[order[k]][choice[order[k]]];
                const auto& right = parts[order[k + 1]][choice[order[k + 1]]];
                good = right.first > left.second && right.first - left.second - 1 <= distance;
            }
            if (good) {
                return true;
            }
        } while (!ordered && std::next_permutation(order.begin(), order.end()));
        std::size_t at = 0;
        while (at < parts.size() && ++choice[at] == parts[at].size()) {
            choice[at++] = 0;
        }
        if (at == parts.size()) {
            return false;
        }
    }
}

} // namespace

TEST_CASE("near_source: stretches follow each other as every choice of them does", "[search]") {
    std::mt19937 random(7);
    std::size_t near = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        std::vector<std::vector<Stretch>> parts(2 + random() % 3);
        for (auto& part : parts) {
            const auto size = 1 + random() % 4;
            for (std::size_t i = 0; i < size; ++i) {
                const auto start = static_cast<Xapian::termpos>(random() % 30);
                part.emplace_back(start, start + random() % 3);
            }
            std::ranges::sort(part);
        }
        const auto distance = static_cast<unsigned>(random() % 6);
        const bool ordered = random() % 2 == 0;
        const bool expected = slow_near(parts, distance, ordered);
        near += expected ? 1 : 0;
        CHECK(search::detail::stand_near(parts, distance, ordered) == expected);
    }
    CHECK(near > 500); // both answers occur
    CHECK(near < 2500);
}

TEST_CASE("near_source: Chinese words of several characters within a number of words", "[search]") {
    Library library;
    import_rows(library.workspace,
                {text_row(1, "甲", "电池容量检测装置"), text_row(2, "甲", "检测电池"),
                 text_row(3, "甲", "电池的制造方法，用于温度的检测"), text_row(4, "甲", "电解池与检测"),
                 text_row(5, "甲", "lithium metal battery pack for testing batteries")});
    const auto found = [&](unsigned distance, bool ordered, const std::string& one,
                           const std::string& other) {
        search::QueryNode near;
        near.kind = search::QueryNode::Kind::near;
        near.distance = distance;
        near.ordered = ordered;
        for (const auto& text : {one, other}) {
            search::QueryNode leaf;
            leaf.text = text;
            leaf.field = search::QueryField::abstract;
            near.parts.push_back(leaf);
        }
        library.update();
        std::set<std::string> numbers;
        for (const auto& hit : search::run_query(library.workspace, near, {}, settings()).hits) {
            numbers.insert(hit.number);
        }
        return numbers;
    };
    CHECK(found(2, false, "电池", "检测") == std::set<std::string>{number(1), number(2)});
    CHECK(found(2, true, "电池", "检测") == std::set<std::string>{number(1)});
    CHECK(found(1, true, "电池", "检测").empty());
    CHECK(found(20, true, "电池", "检测") == std::set<std::string>{number(1), number(3)});
    CHECK(found(1, true, "lithium", "battery") == std::set<std::string>{number(5)});
    CHECK(found(0, true, "test", "battery") == std::set<std::string>{number(5)}); // inflected
}

} // namespace test_near_source
