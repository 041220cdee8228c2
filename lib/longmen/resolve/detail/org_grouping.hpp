// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which mentions are joined, and the groups made from it.
#pragma once

#include <longmen/resolve/detail/org_ranking.hpp>

#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

class Grouping {
    const OrganisationVocabulary& vocabulary_;
    const OrganisationOptions& options_;
    Ranking ranking_;
    Clusters clusters_;
    std::vector<Keyed> bags_; ///< sorted bag keys

public:
    Grouping(const std::vector<OrganisationMention>& mentions, const OrganisationVocabulary& vocabulary,
             const OrganisationOptions& options);

    [[nodiscard]] OrganisationGroups run(const std::vector<OrganisationOverride>& overrides);

private:
    /// Positions of the overrides of which a name is in no mention.
    std::vector<std::size_t> apply(const std::vector<OrganisationOverride>& overrides);
    void keep_apart(std::pair<Rank, Rank> one, std::pair<Rank, Rank> other);
    void note_joint_applicants();
    template <class ReasonOf>
    void join_keys(const std::vector<Keyed>& keyed, Caution caution, ReasonOf reason_of);
    [[nodiscard]] static bool tells(const OrganisationName& name);
    [[nodiscard]] MergeReason reason_between(Rank a, Rank b) const;
    void join_codes();
    void join_names();
    [[nodiscard]] std::vector<Rank> writing(std::string_view name) const;
    void join_aliases();
    void join_former_names();
    void join_conversions();
    void join_parts();
    void join_scripts();
    void join_similar();
    void collect(OrganisationGroups& result);
    [[nodiscard]] std::tuple<bool, std::int64_t, Rank> standing(Rank rank) const;
};

} // namespace longmen::resolve::detail
