// SPDX-License-Identifier: GPL-3.0-or-later
// High-value invention patents: which case does a patent meet, and what is not known?
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/money.hpp>
#include <longmen/programme/high_value_rule.hpp>
#include <longmen/programme/strategic_industries.hpp>

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

/// A member of the family at another office than China's.
struct AbroadRight {
    std::string number;
    std::string office;
    std::optional<bool> granted{}; ///< nothing: not known
    std::optional<Date> granted_on{};
    std::optional<bool> alive{}; ///< on the day of the data; nothing: not known
    friend bool operator==(const AbroadRight&, const AbroadRight&) = default;
};

struct PledgeFact {
    std::optional<Date> date{};
    std::optional<Money> amount{};
    std::string source{}; ///< for evidence
};

struct AwardFact {
    std::optional<Date> date{};
    std::string words{}; ///< name of the award as told
    std::string source{};
};

/// What is known of one patent; everything that the cases ask.
struct HighValueFacts {
    std::optional<Date> filed{}, granted{};
    IndustryMatch industry{};
    std::string source_class{}; ///< of an emerging industry, as a source gives it
    bool family_known = false;  ///< some record tells its family, or that it has none
    std::vector<AbroadRight> abroad{};
    std::vector<PledgeFact> pledges{};
    bool pledged_some_day = false; ///< a source counts pledges without telling them
    std::vector<AwardFact> awards{};
};

/// Tests of which the workspace holds records at all.
using HighValueRecords = std::bitset<high_value_tests>;

/// Why a case stands as it does. Keys are stable.
enum class CaseReason : std::uint8_t {
    not_examined, ///< no records of the kind; the rule leaves the case out
    no_records,   ///< no records of the kind
    // strategic industry
    class_and_keyword,
    class_alone_suffices, ///< the entry has no keywords
    class_without_keyword,
    class_by_source, ///< a source gives a class of emerging industries
    not_listed,
    not_listed_in_part, ///< in a table that is not whole
    no_classes,
    classes_too_short,
    // right abroad
    granted_abroad,
    abroad_state_unknown, ///< not known whether a member is granted, or was by then
    abroad_life_unknown,
    abroad_ended,
    application_abroad,
    none_abroad,
    no_family,
    // maintained
    maintained,
    not_yet,
    no_date,
    date_too_coarse,
    // pledge
    amount_reached,
    amount_below,
    amount_unknown,
    threshold_unknown,
    no_pledge,
    // award
    award_counts,
    award_of_other_kind,
    award_unclear,
    no_award,
    count_
};
[[nodiscard]] std::string_view case_reason_key(CaseReason reason);
[[nodiscard]] Text case_reason_text(CaseReason reason);

struct CaseResult {
    CaseState state = CaseState::unknown;
    CaseReason reason = CaseReason::no_records;
    /// Position of what it rests on: a place of IndustryMatch (hits, else candidates), a right, a pledge, an
    /// award; nothing when it rests on no single one.
    std::optional<std::uint32_t> evidence{};
    friend bool operator==(const CaseResult&, const CaseResult&) = default;
};

enum class HighValueVerdict : std::uint8_t { not_high_value, unknown, high_value };
[[nodiscard]] std::string_view verdict_key(HighValueVerdict verdict);
[[nodiscard]] Text verdict_text(HighValueVerdict verdict);

struct HighValueJudgement {
    std::array<CaseResult, high_value_tests> cases{}; ///< by test; of those that the rule has
    HighValueVerdict verdict = HighValueVerdict::unknown;
};

/// High-value invention patents.
///
/// Question    Is a valid invention patent a high-value one by the rule, and through which cases?
/// Definition  strategic_industry  hit: met; candidate: as the rule says; no class of the table: not met,
///                                 in one that is not whole as the rule says; else unknown. A class that
///                                 a source gives lifts it to what the rule says such a class is worth.
///             right_abroad        a member outside China granted by the day (and alive where the rule asks
///                                 it): met; else unknown when a member or the family is; else not met.
///             maintained          day > beginning + years, to the day.
///             pledged             an amount >= threshold by the day: met; without threshold or amount
///             unknown. awarded             words of an award that the rule lists, by the day: met. Verdict:
///             high-value with one case met; unknown with none met and one unknown; else not.
/// Source      cnipa-high-value-2021, the five cases; parameters as the rule settles them.
/// Variant     A patent counts once. Validity is the caller's. A case without records in the whole workspace
///             is left out where the rule says so.
/// Undefined   never: what is not known is the state `unknown` with its reason.
/// Inputs      facts    of one patent.
///             records  tests of which the workspace tells anything.
///             day      as of; what is dated later does not count. `data_date`: what is not dated is known to
///                      hold from this day on.
/// Result      a state, a reason and the evidence for each case of the rule, and the verdict.
/// Errors      none.
/// Cost        O(members + pledges + awards)
/// Stable      Comparisons of integers; the first of several in their order is the evidence.
/// Checked by  test_high_value (each case and parameter by hand, a definition by sets on random facts)
/// Grade       experimental since 0.2
[[nodiscard]] HighValueJudgement judge_high_value(const HighValueRule& rule, const IndustryTable& industries,
                                                  const HighValueFacts& facts, HighValueRecords records,
                                                  Date day, Date data_date);

/// Does an office count as abroad by the rule? China and the PCT's never do.
[[nodiscard]] bool is_abroad(const HighValueParameters& parameters, std::string_view office);

} // namespace longmen::programme
