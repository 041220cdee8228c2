// SPDX-License-Identifier: GPL-3.0-or-later
// What the records of a workspace tell about rights abroad, pledges and awards of each patent.
#pragma once

#include <longmen/programme/granted_kinds.hpp>
#include <longmen/programme/high_value.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/service/high_value_inputs.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::service::detail {

/// Members of families at other offices: their records, and the numbers that sources list.
class RightsAbroad {
    const Corpus& corpus_;
    const programme::GrantedKinds& kinds_;
    Date data_date_;
    bool extended_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> foreign_;

    [[nodiscard]] programme::AbroadRight of_record(const Patent& patent) const;

public:
    RightsAbroad(const Corpus& corpus, const programme::GrantedKinds& kinds, Date data_date, bool extended);
    /// Fills `abroad` and `family_known`. A number that does not tell whether it is granted is left out where
    /// another of its office does.
    void fill(const Patent& patent, programme::HighValueFacts& facts) const;
};

/// Pledges and awards by Patent::id: events of the workspace, and what the user's files say.
struct DealFacts {
    std::unordered_map<std::int64_t, std::vector<programme::PledgeFact>> pledges;
    std::unordered_map<std::int64_t, std::vector<programme::AwardFact>> awards;
    std::size_t not_found = 0; ///< rows of files about patents that are not here
    bool tells_pledges = false, tells_awards = false;
};
[[nodiscard]] DealFacts gather_deals(const store::Workspace& workspace, const Corpus& corpus,
                                     const std::vector<NumberedPledge>& pledges,
                                     const std::vector<NumberedAward>& awards);

/// The amount that the detail of an event names: `质押金额：500万元`.
[[nodiscard]] std::optional<Money> amount_in(std::string_view detail);

} // namespace longmen::service::detail
