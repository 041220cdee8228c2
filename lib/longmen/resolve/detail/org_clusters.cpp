// SPDX-License-Identifier: GPL-3.0-or-later
// Union of sets with what they must agree in.
#include <longmen/resolve/detail/org_clusters.hpp>

#include <algorithm>
#include <bit>
#include <numeric>
#include <tuple>
#include <utility>

namespace longmen::resolve::detail {

namespace {

/// A form that is a translation agrees with a country that is known.
std::uint64_t common_countries(const ClusterFacts& a, const ClusterFacts& b) {
    const auto common = a.countries & b.countries;
    return common != 0
               ? common
               : (a.country_known ? a.countries & b.also : 0) | (b.country_known ? b.countries & a.also : 0);
}

} // namespace

Clusters::Clusters(std::vector<ClusterFacts> facts)
    : parent_(facts.size()), size_(facts.size(), 1), facts_(std::move(facts)), apart_(parent_.size()),
      joint_(parent_.size()) {
    std::iota(parent_.begin(), parent_.end(), Rank{0});
}

void Clusters::keep_apart(Rank a, Rank b) {
    apart_[root(a)].push_back(b);
    apart_[root(b)].push_back(a);
}

void Clusters::note_joint(Rank a, Rank b) {
    joint_[root(a)].push_back(b);
    joint_[root(b)].push_back(a);
}

Rank Clusters::root(Rank rank) {
    while (parent_[rank] != rank) {
        parent_[rank] = parent_[parent_[rank]];
        rank = parent_[rank];
    }
    return rank;
}

bool Clusters::any_between(const std::vector<std::vector<Rank>>& pairs, Rank a, Rank b) {
    const auto fewer = pairs[a].size() <= pairs[b].size() ? a : b;
    const auto other = fewer == a ? b : a;
    return std::ranges::any_of(pairs[fewer], [&](Rank rank) { return root(rank) == other; });
}

bool Clusters::kept_apart(Rank a, Rank b) {
    return any_between(apart_, root(a), root(b));
}

bool Clusters::compatible(Rank a, Rank b, Caution caution) {
    a = root(a);
    b = root(b);
    if (any_between(apart_, a, b)) {
        return false;
    }
    if (caution == Caution::none) {
        return true;
    }
    const auto& left = facts_[a];
    const auto& right = facts_[b];
    if (!left.code.empty() && !right.code.empty() && left.code != right.code) {
        return false;
    }
    if (caution == Caution::codes) {
        return true;
    }
    if (common_countries(left, right) == 0 || (left.order & right.order) == 0 ||
        left.individual != right.individual ||
        (!left.country.empty() && !right.country.empty() && left.country != right.country)) {
        return false;
    }
    return caution == Caution::forms || !any_between(joint_, a, b);
}

bool Clusters::join(const ClusterLink& link, Caution caution) {
    auto into = root(link.a);
    auto from = root(link.b);
    if (into == from) {
        return true;
    }
    if (!compatible(into, from, caution)) {
        return false;
    }
    // The smaller rank of equals stays the root, so that nothing depends on the order of joining.
    if (std::pair{size_[from], into} > std::pair{size_[into], from}) {
        std::swap(into, from);
    }
    parent_[from] = into;
    size_[into] += size_[from];
    auto& facts = facts_[into];
    const auto& other = facts_[from];
    // Joined by hand, two may have no country in common: then either's will do.
    const auto common = common_countries(facts, other);
    facts.countries = common != 0 ? common : facts.countries | other.countries;
    facts.also &= other.also;
    facts.country_known = facts.country_known || other.country_known;
    const auto order = facts.order & other.order;
    facts.order = static_cast<std::uint8_t>(order != 0 ? order : facts.order | other.order);
    facts.code = facts.code.empty() ? other.code : facts.code;
    facts.country = facts.country.empty() ? other.country : facts.country;
    for (auto* pairs : {&apart_, &joint_}) {
        auto& list = (*pairs)[into];
        auto& added = (*pairs)[from];
        list.insert(list.end(), added.begin(), added.end());
        added.clear();
        added.shrink_to_fit();
    }
    links_.push_back(link);
    return true;
}

void Clusters::sort_by_strictness(std::vector<Rank>& ranks) {
    std::ranges::sort(ranks, {}, [&](Rank rank) {
        const auto& facts = facts_[root(rank)];
        return std::tuple{std::popcount(facts.countries), std::popcount(facts.order), facts.countries, rank};
    });
}

} // namespace longmen::resolve::detail
