// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of citations joined to the aliases of records.
#include <longmen/store/citations.hpp>

#include <longmen/base/text.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <algorithm>
#include <tuple>

namespace longmen::store {
namespace {

struct Found {
    std::vector<CitationLink> links;
    std::size_t self = 0;
};

auto ends_of(const CitationLink& link) {
    return std::tie(link.citing, link.cited, link.stub);
}

/// A citation that both records tell of is one; category and origin come from whichever has them.
void unite_equal(std::vector<CitationLink>& links) {
    std::ranges::sort(links, [](const CitationLink& a, const CitationLink& b) {
        return std::tie(a.citing, a.cited, a.stub, b.category, b.origin) <
               std::tie(b.citing, b.cited, b.stub, a.category, a.origin); // the fullest of equals first
    });
    std::vector<CitationLink> kept;
    for (auto& link : links) {
        if (kept.empty() || ends_of(kept.back()) != ends_of(link)) {
            kept.push_back(std::move(link));
        } else if (kept.back().origin.empty()) {
            kept.back().origin = std::move(link.origin);
        }
    }
    links = std::move(kept);
}

Found find_all(const Workspace& workspace) {
    Found found;
    auto query = workspace.database().prepare(
        "SELECT c.patent_id, c.direction, coalesce(a.patent_id, 0), c.key, c.category, c.origin"
        " FROM citation c LEFT JOIN alias a ON a.key = c.key");
    while (query.step()) {
        const auto here = query.integer(0);
        const auto there = query.integer(2);
        if (here == there) {
            ++found.self;
            continue;
        }
        const bool cites = query.view(1) == "cited";
        found.links.push_back({cites ? here : there, cites ? there : here,
                               there == 0 ? query.text(3) : std::string{}, query.text(4), query.text(5)});
    }
    unite_equal(found.links);
    return found;
}

} // namespace

std::vector<CitationLink> load_citations(const Workspace& workspace) {
    return find_all(workspace).links;
}

std::string shown_stub(const std::string& key) {
    constexpr std::string_view publication = "p:";
    return key.starts_with(publication) ? key.substr(publication.size()) : key;
}

CitationCounts count_citations(const Workspace& workspace) {
    const auto found = find_all(workspace);
    CitationCounts counts;
    counts.links = found.links.size();
    counts.self = found.self;
    std::vector<std::string_view> stubs;
    for (const auto& link : found.links) {
        if (link.stub.empty()) {
            ++counts.inside;
        } else {
            stubs.push_back(link.stub);
        }
    }
    std::ranges::sort(stubs);
    counts.stubs = static_cast<std::size_t>(std::ranges::unique(stubs).begin() - stubs.begin());
    return counts;
}

std::unordered_map<std::int64_t, std::int64_t> load_literature_counts(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT id, npl_cited FROM patent WHERE npl_cited <> ''");
    std::unordered_map<std::int64_t, std::int64_t> counts;
    while (query.step()) {
        counts.emplace(query.integer(0),
                       static_cast<std::int64_t>(split_trimmed(query.view(1), "\n").size()));
    }
    return counts;
}

} // namespace longmen::store
