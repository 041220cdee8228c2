// SPDX-License-Identifier: GPL-3.0-or-later
// What one owner holds, family by family, with every fact the views of a portfolio are made from.
#pragma once

#include <longmen/analysis/family_standings.hpp>
#include <longmen/base/money.hpp>
#include <longmen/record/event.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longmen::analysis {

/// One annual fee open or ahead.
struct FeeAhead {
    std::uint32_t patent = 0; ///< position in the corpus
    int fee_year = 0;
    Date due;
    Money full, payable;   ///< in time
    bool in_grace = false; ///< past its due date and not known to be paid
    Money surcharge;       ///< when paid on the as-of date; 0 outside the grace
    bool unpaid = false;   ///< past its due date and known to be unpaid
};

/// Everything known of the fees of the corpus, up to a day.
struct FeesTold {
    Date until;
    std::vector<FeeAhead> fees;                 ///< by patent, then due date
    std::map<std::uint32_t, Undefined> unknown; ///< rights in force whose fees cannot be told, by patent
};

/// What the records tell of who uses, wants or fights over a patent.
struct PatentUse {
    bool told = false; ///< an event of any kind, or counts of licences, pledges and suits, were imported
    std::map<EventKind, std::size_t> counts; ///< of events up to the as-of date, above 0
};

/// One family of a portfolio. Facts about the patent are those of its representative, see
/// scoring::FamilyShare.
struct PortfolioFamily {
    std::string key;
    std::vector<std::uint32_t> members; ///< those the owner holds
    std::uint32_t representative = 0;
    bool active = false;
    Validity validity = Validity::unknown;
    int field = 0; ///< WIPO's, 0 unclassified
    Measured<double> value = Undefined::no_data;
    double coverage = 0;
    scoring::RankRange rank;
    CohortPlace place;
    std::vector<std::uint32_t> in_force;             ///< members that are rights in force
    std::optional<Date> filed;                       ///< earliest filing of a member
    std::optional<Date> end;                         ///< latest end of a full term among the active members
    std::vector<FeeAhead> fees;                      ///< of all members, by due date, then number
    std::map<std::uint32_t, Undefined> fees_unknown; ///< members in force whose fees cannot be told
    PatentUse use;                                   ///< of all members together; told when one is

    /// Payable in time up to `until`. not_granted while no member is in force, else the reason when the fees
    /// of a member cannot be told; what is known of the others stands in `fees`.
    [[nodiscard]] Measured<Money> cost(const Date& until) const;
};

struct Portfolio {
    std::string name;
    Date as_of, until;                     ///< `until`: of the fees
    std::vector<PortfolioFamily> families; ///< by key
    std::size_t active = 0;
    std::size_t unknown = 0; ///< not active, and of unknown status
    std::size_t counted = 0; ///< active, with a value
};

struct PortfolioInputs {
    const Corpus& corpus;
    const scoring::ValueModel& model;
    const scoring::Scores& scores;
    const FamilyStandings& standings;
    const FeesTold& fees;
    std::span<const PatentUse> uses; ///< by patent
};

/// `party` is one of the scores: an enterprise or a park. Cost O(members log members).
[[nodiscard]] Portfolio portfolio_of(const PortfolioInputs& inputs, const scoring::PartyScore& party);

} // namespace longmen::analysis
