// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions taken apart and put in the order of their normalised names.
#pragma once

#include <longmen/resolve/detail/org_clusters.hpp>
#include <longmen/resolve/organisations.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

/// A key and the mention that has it.
struct Keyed {
    std::string key;
    Rank rank = 0;
};

/// By key, then rank.
void sort_keys(std::vector<Keyed>& keyed);
/// Ranks with the key, of a sorted list.
[[nodiscard]] std::vector<Rank> with_key(const std::vector<Keyed>& keyed, std::string_view key);

/// Everything after this works with ranks, so that nothing depends on the order of the input.
class Ranking {
    const std::vector<OrganisationMention>& mentions_;
    const OrganisationVocabulary& vocabulary_;
    std::vector<std::size_t> position_;   ///< of each rank in the input
    std::vector<OrganisationName> names_; ///< by rank

public:
    Ranking(const std::vector<OrganisationMention>& mentions, const OrganisationVocabulary& vocabulary);

    [[nodiscard]] Rank size() const { return static_cast<Rank>(names_.size()); }
    [[nodiscard]] std::size_t position(Rank rank) const { return position_[rank]; }
    [[nodiscard]] const OrganisationMention& mention(Rank rank) const { return mentions_[position_[rank]]; }
    [[nodiscard]] const OrganisationName& name(Rank rank) const { return names_[rank]; }
    [[nodiscard]] const std::vector<OrganisationName>& names() const { return names_; }
    [[nodiscard]] std::vector<ClusterFacts> facts() const;

    /// Sorted keys of all names that have letters.
    template <class KeyOf>
    [[nodiscard]] std::vector<Keyed> keys(KeyOf key_of) const {
        std::vector<Keyed> result;
        result.reserve(names_.size());
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            if (!names_[rank].normalised.empty()) {
                result.push_back({key_of(names_[rank]), rank});
            }
        }
        sort_keys(result);
        return result;
    }
    /// First and last plus one of the ranks that write the name; they lie side by side. Equal when none does.
    [[nodiscard]] std::pair<Rank, Rank> writing(std::string_view name) const;
};

} // namespace longmen::resolve::detail
