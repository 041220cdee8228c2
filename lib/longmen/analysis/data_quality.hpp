// SPDX-License-Identifier: GPL-3.0-or-later
// What the records can carry and what not, said in words before anyone draws a conclusion from them.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/rules.hpp>
#include <longmen/analysis/selection.hpp>
#include <longmen/analysis/series.hpp>
#include <longmen/record/field.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::analysis {

struct FieldCoverage {
    std::string_view key; ///< as in the field dictionary
    Text name;
    std::size_t present = 0;
    double share = 0; ///< of all records
};

/// Coverage of the same fields among the records of one group.
struct GroupCoverage {
    std::string group; ///< office, or filing year; `-` where it is not known
    std::size_t records = 0;
    std::vector<double> shares; ///< in the order of DataQuality::coverage
};

enum class Carried : std::uint8_t { full, partial, none };
[[nodiscard]] std::string_view carried_key(Carried carried); ///< `full`, `partial`, `none`

/// One kind of analysis and whether the data carry it.
struct Capability {
    std::string_view key; ///< `filing_trend`, `applicants`, `cooperation`, `technology`, `legal_status`, ...
    Text name;
    Carried carried = Carried::none;
    double share = 0; ///< of the records that have all it needs
    Sentence reason;  ///< when not full: what is absent and what follows from it
};

/// A year of a series that jumps.
struct Jump {
    int year = 0;
    std::size_t count = 0;
    std::optional<std::size_t> previous; ///< count of the year before
    double neighbours = 0;               ///< median of the years around
};

/// A jump of the filings, with the patent type that has most records of the year.
struct YearJump {
    Jump jump;
    PatentType type = PatentType::unknown;
    std::size_t of_type = 0;
    Sentence sentence;
};

struct DataQuality {
    Basis basis;
    std::vector<FieldCoverage> coverage;
    std::vector<GroupCoverage> by_office; ///< by records, descending, then name
    std::vector<GroupCoverage> by_year;   ///< of filing, ascending
    std::vector<Capability> capabilities;
    std::vector<YearJump> jumps; ///< ascending
    bool yearly_counts_suspect = false;
    std::vector<Sentence> summary; ///< to be printed: what is carried, in part, not at all; the jumps
};

/// `citation_links`: pairwise citations known besides the records, where the caller has a graph.
/// Empty selection: everything is `none`, and the summary says that there are no records.
[[nodiscard]] DataQuality data_quality(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                       const Date& as_of, const Rules& rules, std::size_t citation_links = 0);

/// Years whose count is above `jump_factor` times, or below one `jump_factor`-th of, that of the year before
/// or the median of the years within `jump_neighbours`; the larger of the two at least `jump_min_records`.
/// Grey years are neither judged nor compared with; at the ends of a series one side is enough.
[[nodiscard]] std::vector<Jump> find_jumps(const std::vector<YearCount>& years, const Rules& rules);

} // namespace longmen::analysis
