// SPDX-License-Identifier: GPL-3.0-or-later
// How indicators are distributed in a larger set of documents, by cell: what a small portfolio is compared
// with.
#pragma once

#include <longmen/indicators/technology_field.hpp>
#include <longmen/stats/cohorts.hpp>
#include <longmen/stats/distribution.hpp>

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::scoring {

/// Office, year and technology field of a group of documents; in this order all fields of a year are
/// neighbours.
struct CellKey {
    std::uint32_t office = 0; ///< number into `Baseline::offices`
    std::int32_t year = no_year;
    std::int32_t field = 0;                          ///< 0 unclassified
    static constexpr std::int32_t no_year = -999999; ///< not known: found only in the whole corpus
    auto operator<=>(const CellKey&) const = default;
};

using SharedDistribution = std::shared_ptr<const stats::Distribution>;

/// One indicator in one cell: over the documents in which it is defined.
struct BaselineCell {
    CellKey key;
    std::size_t size = 0;
    std::size_t open = 0; ///< of these, right-censored
    double mean = 0, minimum = 0, maximum = 0;
    SharedDistribution values;                       ///< null where only figures were published
    std::vector<std::pair<int, double>> percentiles; ///< the published ones, ascending
};

/// One indicator with its numbers (`cd_5y`).
struct BaselineIndicator {
    std::string key;
    std::vector<BaselineCell> cells; ///< by key
    bool published = false; ///< figures of a published table: cells cannot be merged, values not placed
};

struct Baseline {
    std::string name;
    std::string origin;   ///< what it was made from
    std::string unit;     ///< what a member is: `application`, `document`
    std::string clock;    ///< the date that years and windows start from: `filing`, `publication`, `date`
    std::string as_of;    ///< ISO
    std::string fields;   ///< checksum of the table of technology fields
    std::string checksum; ///< of the file; empty before it is written or read
    std::vector<std::string> offices;          ///< ascending; empty for numbers without one
    std::vector<BaselineIndicator> indicators; ///< by key

    /// Null when there is no such indicator.
    [[nodiscard]] const BaselineIndicator* find(std::string_view key) const;
    [[nodiscard]] std::optional<std::uint32_t> office(std::string_view wanted) const;
};

/// What a cell is compared with.
struct BaselineCohort {
    stats::CohortLevel level{};
    std::string id; ///< `EP/28/2016`, `EP/28/2015-2017`, `EP/S4/2015-2017`, `EP/*/2015-2017`, `*`
    std::size_t size = 0, open = 0;
    double mean = 0, minimum = 0, maximum = 0;
    std::optional<stats::Percentile> p99; ///< without positions when published
    SharedDistribution values;            ///< null when published
};

/// `office/what/years` of a cohort; `*` for the corpus, `-` for no office.
[[nodiscard]] std::string cohort_id(stats::CohortLevel level, std::string_view office, int field, int sector,
                                    int year_from, int year_to);

/// Finds cohorts of one indicator by the rule of `stats::widen_cohort`, each made once.
///
/// Merged     Members of the cells of a step are counted together, so a merged cohort is what the documents
///            themselves would give; where cells keep only part of their values, percentiles are within
///            0.001 (`stats::Distribution::merged`).
/// Published  A published table has no step beyond the cell: its figures cannot be put together.
/// Cost       O(log cells) for a cell, O(points) for a merged cohort the first time.
class CohortFinder {
public:
    struct Found {
        stats::CohortSteps steps;
        std::optional<std::uint32_t> cohort; ///< into `cohorts`
    };

private:
    const BaselineIndicator* indicator_;
    const std::vector<std::string>* offices_;
    const indicators::TechnologyFields* fields_;
    std::size_t minimum_;
    stats::CohortLevel last_, first_;
    std::vector<BaselineCohort> cohorts_;
    std::map<std::pair<stats::CohortLevel, CellKey>, std::uint32_t> made_;

    using Cells = std::vector<const BaselineCell*>;
    [[nodiscard]] Cells cells_of(stats::CohortLevel level, CellKey key) const;
    [[nodiscard]] BaselineCohort make(stats::CohortLevel level, CellKey key) const;

public:
    /// Steps from `first` to `last`: `corpus` where the baseline is the corpus itself, else `all_fields`. All
    /// arguments outlive the finder. UsageError when `minimum` is 0.
    CohortFinder(const Baseline& baseline, const BaselineIndicator& indicator,
                 const indicators::TechnologyFields& fields, std::size_t minimum,
                 stats::CohortLevel last = stats::CohortLevel::all_fields,
                 stats::CohortLevel first = stats::CohortLevel::cell);

    [[nodiscard]] Found find(CellKey key);
    [[nodiscard]] const std::vector<BaselineCohort>& cohorts() const { return cohorts_; }
};

} // namespace longmen::scoring
