// SPDX-License-Identifier: GPL-3.0-or-later
// Hidden: groups the names of a file, one a line, for tests/bench/label_applicants.py and for timing.
#include <longmen/resolve/organisations.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace bench_organisations {

using namespace longmen;
using namespace longmen::resolve;

namespace {

std::vector<OrganisationMention> read_names(const char* path) {
    std::vector<OrganisationMention> mentions;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        mentions.emplace_back();
        mentions.back().name = line;
    }
    return mentions;
}

/// The reason by which each member hangs on its representative, found by walking the links.
std::vector<std::string> reasons_of(const OrganisationGroup& group, std::size_t mentions) {
    std::vector<std::string> reason(mentions);
    reason[group.representative] = "-";
    for (bool found = true; found;) {
        found = false;
        for (const auto& link : group.links) {
            for (const auto& [from, to] : {std::pair{link.mention, link.other}, {link.other, link.mention}}) {
                if (!reason[from].empty() && reason[to].empty()) {
                    reason[to] = merge_reason_key(link.reason);
                    found = true;
                }
            }
        }
    }
    return reason;
}

} // namespace

// LONGMEN_NAMES=names.txt LONGMEN_GROUPS=groups.tsv test_resolve "[names]"
TEST_CASE("organisations: names of a file in groups", "[.names]") {
    const char* names = std::getenv("LONGMEN_NAMES");
    if (names == nullptr) {
        WARN("LONGMEN_NAMES is not set; it names a file with one name a line");
        return;
    }
    const auto vocabulary = OrganisationVocabulary::read(
        Config::read(LONGMEN_SOURCE_DIR "/models/vocabulary/organisations.toml"));
    const auto mentions = read_names(names);
    const auto begin = std::chrono::steady_clock::now();
    const auto result = group_organisations(mentions, vocabulary);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::cerr << mentions.size() << " names, " << result.groups.size() << " groups, " << took.count()
              << " s\n";
    CHECK(result.groups.size() <= mentions.size());
    const char* groups = std::getenv("LONGMEN_GROUPS");
    if (groups == nullptr) {
        return;
    }
    std::ofstream out(groups);
    std::vector<std::string> lines(mentions.size());
    std::vector<std::size_t> place(mentions.size()); // of a mention in its group
    for (std::size_t index = 0; index < result.groups.size(); ++index) {
        const auto& group = result.groups[index];
        auto local = group;
        for (std::size_t at = 0; at < group.members.size(); ++at) {
            place[group.members[at]] = at;
        }
        local.representative = place[group.representative];
        for (auto& link : local.links) {
            link.mention = place[link.mention];
            link.other = place[link.other];
        }
        const auto reasons = reasons_of(local, group.members.size());
        for (std::size_t at = 0; at < group.members.size(); ++at) {
            const auto member = group.members[at];
            lines[member] = mentions[member].name + '\t' + std::to_string(index) + '\t' + reasons[at];
        }
    }
    for (const auto& line : lines) {
        out << line << '\n';
    }
}

} // namespace bench_organisations
