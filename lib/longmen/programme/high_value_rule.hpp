// SPDX-License-Identifier: GPL-3.0-or-later
// A rule for high-value invention patents as data: its cases, the parameters the texts leave open, and what
// a usual result looks like.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/money.hpp>
#include <longmen/programme/programme.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

/// What a case asks of a valid invention patent.
enum class HighValueTest : std::uint8_t {
    strategic_industry, ///< in a strategic emerging industry
    right_abroad,       ///< a granted member of its family abroad
    maintained,         ///< kept for more than so many years
    pledged,            ///< pledged for a high amount
    awarded,            ///< won a national award
    count_
};
inline constexpr std::size_t high_value_tests = static_cast<std::size_t>(HighValueTest::count_);
[[nodiscard]] std::string_view high_value_test_key(HighValueTest test);

enum class CaseState : std::uint8_t { not_met, unknown, met };
[[nodiscard]] std::string_view case_state_key(CaseState state); ///< `not_met`, `unknown`, `met`

/// What becomes of a case of which no record of the whole workspace tells anything.
enum class WithoutRecords : std::uint8_t {
    unknown,  ///< unknown for every patent
    leave_out ///< not examined: the verdict rests on the other cases, and the answer says so
};

struct HighValueCase {
    std::string id; ///< `H1`
    HighValueTest test{};
    Sentence name;
    WithoutRecords without_records{};
    Origin origin;  ///< of the case
    Origin settled; ///< of its parameters
};

/// Parameters of the tests; those of a test that no case uses keep their defaults.
struct HighValueParameters {
    std::string industries;                          ///< file of models/classification, without its ending
    CaseState candidate = CaseState::unknown;        ///< a class of the table without a keyword
    CaseState unlisted_in_part = CaseState::not_met; ///< no class of a table that is not whole
    CaseState source_class = CaseState::unknown;     ///< a class of emerging industries that a source gives
    bool special_regions_abroad = false;             ///< do HK, MO, TW count as abroad?
    bool right_alive = false;                        ///< must the right abroad still be in force?
    bool extended_family = false;                    ///< INPADOC family in place of the simple one
    CaseState application_only = CaseState::not_met; ///< abroad only applications are on record
    int years = 0;                                   ///< more than these
    bool from_grant = false;                         ///< counted from grant, not filing
    std::optional<Money> pledge_threshold;           ///< nothing: not known, no pledge is counted
    std::vector<std::string> awards;                 ///< words of awards that count, folded
    std::vector<std::string> other_awards;           ///< words of awards that do not, folded
};

enum class ExpectedShare : std::uint8_t {
    of_valid,      ///< high-value ones among valid inventions
    of_high_value, ///< those that meet a case among high-value ones
};

/// A range outside of which a result deserves a second look.
struct Expectation {
    ExpectedShare share{};
    std::string case_id; ///< of `of_high_value`
    std::int64_t low_millionths = 0, high_millionths = 0;
    std::int64_t least = 0; ///< patents in the denominator from which on it is looked at
    Sentence note;
    Origin origin;
};

/// A published figure per 10,000 people.
struct ReferenceFigure {
    Date date;
    double per_10k = 0;
    bool target = false;
    Origin origin;
};

struct HighValueRule {
    std::string id, version, checksum;
    Sentence name, note;
    Origin origin;
    std::vector<Source> sources;
    std::vector<HighValueCase> cases; ///< order of the file
    HighValueParameters parameters;
    std::vector<std::string> holders_left_out; ///< provinces of first patentees that are not counted
    std::vector<std::string> countries;        ///< of first patentees that are, folded; empty: any
    std::vector<Expectation> expectations;
    std::vector<ReferenceFigure> references;
};

/// Reads a rule. DataError with file, line and the allowed names on an unknown key, test or state, an id used
/// twice, two cases of one test, an unknown source, a share outside 0-1, a case nobody has.
[[nodiscard]] HighValueRule read_high_value_rule(const Config& config);

} // namespace longmen::programme
