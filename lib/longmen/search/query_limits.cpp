// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the limits of queries.
#include <longmen/search/query_limits.hpp>

#include <longmen/base/sentence.hpp>

namespace longmen::search {

QueryLimits read_query_limits(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "query"});
    const auto& query = root.at("query");
    query.allow({"characters", "parts", "numbers", "nesting", "distance", "near_words", "adjacent_words",
                 "gap", "weight"});
    const auto whole = [&](const char* key, std::int64_t least, std::int64_t most) {
        const auto& node = query.at(key);
        if (node.integer() < least || node.integer() > most) {
            node.fail(sentence("此处应为 {} 到 {} 之间的整数", "a whole number from {} to {} is expected",
                               least, most));
        }
        return node.integer();
    };
    constexpr std::int64_t most = 10'000'000;
    constexpr std::int64_t deepest = 200; // brackets are read one inside the other on the stack
    constexpr std::int64_t farthest = 10'000;
    QueryLimits limits;
    limits.characters = static_cast<std::size_t>(whole("characters", 1, most));
    limits.parts = static_cast<std::size_t>(whole("parts", 1, most));
    limits.numbers = static_cast<std::size_t>(whole("numbers", 1, most));
    limits.nesting = static_cast<std::size_t>(whole("nesting", 1, deepest));
    limits.distance = static_cast<unsigned>(whole("distance", 1, farthest));
    limits.near_words = static_cast<unsigned>(whole("near_words", 0, limits.distance));
    limits.adjacent_words = static_cast<unsigned>(whole("adjacent_words", 0, limits.distance));
    limits.gap = static_cast<unsigned>(whole("gap", 1, limits.distance));
    limits.weight = query.at("weight").real();
    if (!(limits.weight >= 1 && limits.weight <= 1e6)) {
        query.at("weight").fail(Sentence{"此处应为不小于 1 的数", "a number from 1 is expected"});
    }
    return limits;
}

} // namespace longmen::search
