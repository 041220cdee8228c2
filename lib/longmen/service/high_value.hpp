// SPDX-License-Identifier: GPL-3.0-or-later
// High-value invention patents of a workspace: which, by which case, on what evidence, and how many.
#pragma once

#include <longmen/base/table.hpp>
#include <longmen/programme/high_value.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/service/high_value_inputs.hpp>
#include <longmen/store/workspace.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::service {

struct HighValueRequest {
    std::string models_folder{};
    std::string rule = "cn-2021";    ///< id, id/vN or file
    std::optional<Date> as_of{};     ///< default: the workspace's data date
    std::string industries{};        ///< see read_industries; empty: the rule's table
    std::string pledges{}, awards{}; ///< files, see read_pledges, read_awards
    std::string population{};        ///< see read_populations
    std::string pledge_threshold{};  ///< an amount with its unit, in place of the rule's
    std::string region{};            ///< first patentees of this province, city or county only
    unsigned threads = 0;
};

/// One Chinese invention, or a patent of unknown type, that was or may have been granted.
struct HighValuePatent {
    std::size_t patent = 0; ///< position in HighValueList::corpus
    std::optional<Date> lapsed{};
    std::optional<bool> valid{}; ///< an invention in force on the day; nothing: not known
    programme::HighValueFacts facts;
    programme::HighValueJudgement judgement;
};

struct HighValueCount {
    std::size_t valid = 0, valid_unknown = 0;
    std::size_t high_value = 0;                                            ///< lower bound
    std::size_t open = 0;                                                  ///< what the upper bound adds
    std::array<std::size_t, programme::high_value_tests> met{}, unknown{}; ///< of valid ones, by test

    void add(const std::optional<bool>& valid, const programme::HighValueJudgement& judgement);
    [[nodiscard]] std::size_t upper() const { return high_value + open; }
    /// Of valid ones; those of unknown validity are left aside. Nothing without valid ones.
    [[nodiscard]] std::optional<double> share() const;
};

struct HighValueList {
    Corpus corpus;
    programme::HighValueRule rule;
    programme::IndustryTable industries;
    std::optional<Populations> populations;
    HighValueRequest request;
    Date day, data_date;
    programme::HighValueRecords records;
    std::vector<HighValuePatent> patents; ///< by number
    std::size_t outside = 0;              ///< not of the region asked for
    std::size_t unplaced = 0;             ///< left out because nobody knows where they are
    std::size_t holders_left_out = 0;     ///< first patentees of places the rule leaves out
    std::size_t numbers_not_found = 0;    ///< pledges and awards of patents that are not here

    [[nodiscard]] HighValueCount total() const;
    /// Who lives where everything counted is, as far as the populations say.
    [[nodiscard]] std::optional<std::int64_t> people() const;
    /// Where the first patentee is: province, city, county as far as known.
    [[nodiscard]] std::array<std::string, 3> place_of(const HighValuePatent& patent) const;
};

/// Judges every Chinese invention of the workspace. Counted are applications (件) of first patentees in the
/// region asked for; a record without a place takes that of its enterprise. In the past a right counts as
/// valid when its grant and lapse are dated so; without a date of lapse it is unknown. Families, events and
/// titles as load_corpus has them. UsageError: no such rule, an amount without a unit; DataError: files that
/// cannot be read.
[[nodiscard]] HighValueList list_high_value(const store::Workspace& workspace,
                                            const HighValueRequest& request);

/// The stock at each year-end up to the day, and on the day itself: with what is dated later left out.
[[nodiscard]] std::vector<std::pair<Date, HighValueCount>> high_value_years(const HighValueList& list);

enum class HighValueSubject : std::uint8_t {
    patent,
    case_,
    industry,
    applicant,
    enterprise,
    park,
    region,
    year
};

/// patent `number title applicant filed granted validity verdict h1 ... reasons evidence`, high-value ones
/// first; case `case name met unknown only share_of_high_value source clause`; industry `code industry entry
/// hits candidates`; the others a name and `valid valid_unknown high_value high_value_upper share share_upper
/// h1 ... [population per_10k per_10k_upper]`. A joint right counts whole for each applicant and enterprise
/// and once for a park, a region, a year. `top` rows, 0 for all.
[[nodiscard]] Table high_value_table(const HighValueList& list, HighValueSubject subject, Lang lang,
                                     std::size_t top);
/// The rule with its cases and parameters, totals, bounds, warnings, and the rows; each patent with the
/// evidence of each case.
[[nodiscard]] std::string high_value_json(const HighValueList& list, HighValueSubject subject);
/// What is counted, what it adds up to, what is not known, what looks odd: one sentence each.
[[nodiscard]] std::vector<std::string> high_value_statement(const HighValueList& list, Lang lang);
/// Shares outside what the rule expects.
[[nodiscard]] std::vector<Sentence> high_value_warnings(const HighValueList& list);
/// The evidence of one case in words: the class and keyword, the right abroad, the pledge, the award.
[[nodiscard]] Sentence high_value_evidence(const HighValueList& list, const HighValuePatent& patent,
                                           programme::HighValueTest test);

} // namespace longmen::service
