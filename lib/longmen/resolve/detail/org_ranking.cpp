// SPDX-License-Identifier: GPL-3.0-or-later
// Order of mentions by content.
#include <longmen/resolve/detail/org_ranking.hpp>

#include <longmen/resolve/detail/org_reading.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace longmen::resolve::detail {
namespace {

/// `ROCKWELL COLLINS` looks like a person until a firm of that name is there with its legal form. Order
/// counts: SMITH JOHN is not John Smith Inc.
void unmask_firms(std::vector<OrganisationName>& names) {
    std::unordered_set<std::string> firms;
    for (const auto& name : names) {
        if (!name.legal_form.empty() && name.places.empty() && !name.cjk) {
            firms.insert(name.joined_key());
        }
    }
    for (auto& name : names) {
        if (name.type == PartyType::individual && !name.cjk) {
            name.type = PartyType::enterprise;
            if (!firms.contains(name.joined_key())) {
                name.type = PartyType::individual;
            }
        }
    }
}

} // namespace

void sort_keys(std::vector<Keyed>& keyed) {
    std::ranges::sort(keyed, [](const auto& a, const auto& b) {
        return std::tie(a.key, a.rank) < std::tie(b.key, b.rank);
    });
}

std::vector<Rank> with_key(const std::vector<Keyed>& keyed, std::string_view key) {
    std::vector<Rank> result;
    for (const auto& row :
         std::ranges::equal_range(keyed, key, {}, [](const auto& k) -> std::string_view { return k.key; })) {
        result.push_back(row.rank);
    }
    return result;
}

Ranking::Ranking(const std::vector<OrganisationMention>& mentions, const OrganisationVocabulary& vocabulary)
    : mentions_(mentions), vocabulary_(vocabulary), position_(mentions.size()) {
    std::vector<OrganisationName> parsed;
    parsed.reserve(mentions_.size());
    for (const auto& mention : mentions_) {
        parsed.push_back(parse_organisation_name(mention.name, vocabulary_, mention.country));
    }
    unmask_firms(parsed);
    std::iota(position_.begin(), position_.end(), std::size_t{0});
    const auto content = [&](std::size_t at) {
        const auto& mention = mentions_[at];
        return std::tie(parsed[at].normalised, mention.credit_code, mention.name, mention.country,
                        mention.province, mention.records, mention.joint);
    };
    std::ranges::sort(position_, [&](auto a, auto b) { return content(a) < content(b); });
    names_.reserve(position_.size());
    for (const auto at : position_) {
        names_.push_back(std::move(parsed[at]));
    }
}

std::vector<ClusterFacts> Ranking::facts() const {
    std::vector<ClusterFacts> facts;
    facts.reserve(names_.size());
    for (Rank rank = 0; rank < size(); ++rank) {
        const auto& name = names_[rank];
        facts.push_back({name.countries, name.also, name.country_known, name.order,
                         name.type == PartyType::individual, mention(rank).country,
                         mention(rank).credit_code});
    }
    return facts;
}

std::pair<Rank, Rank> Ranking::writing(std::string_view name) const {
    const auto normalised = letters_and_digits(vocabulary_.tables().fold_name(name));
    if (normalised.empty()) {
        return {0, 0};
    }
    const auto range =
        std::ranges::equal_range(names_, std::string_view{normalised}, {},
                                 [](const auto& one) -> std::string_view { return one.normalised; });
    return {static_cast<Rank>(range.begin() - names_.begin()),
            static_cast<Rank>(range.end() - names_.begin())};
}

} // namespace longmen::resolve::detail
