// SPDX-License-Identifier: GPL-3.0-or-later
// A support programme as data: targets, criteria, amounts, tasks, subsidies and the rules above them, each
// with its clause.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

/// Where an entry comes from: a source of the file, the clause in it, and the date of the source.
struct Origin {
    std::string source;
    std::string clause;
    std::optional<Date> date;
};

/// How much weight a source bears.
enum class Standing : std::uint8_t {
    primary,   ///< read in the text itself
    secondary, ///< read as reposted
    general,   ///< general knowledge, not checked against the text
    defaults,  ///< a default of this project; key `default`
};

struct Source {
    std::string id, title, issuer, note;
    std::optional<Date> date;
    Standing standing{};
};

/// The closed list of what a criterion can ask.
enum class Metric : std::uint8_t {
    rd_intensity,     ///< R&D expense over sales revenue
    conversion_share, ///< revenue of commercialised results over main-business revenue
    expert,           ///< a person's judgement
    external,         ///< a rule outside this file
};
[[nodiscard]] std::string_view metric_key(Metric metric);
[[nodiscard]] constexpr bool computable(Metric metric) {
    return metric == Metric::rd_intensity || metric == Metric::conversion_share;
}

/// Thresholds are exact: share = millionths / 1,000,000.
inline constexpr std::int64_t millionths_per_one = 1'000'000;

struct Criterion {
    std::string id;
    Metric metric{};
    Sentence name;
    bool strict = false;                   ///< `>` instead of `>=`
    std::int64_t threshold_millionths = 0; ///< computable metrics only
    Sentence definition;
    std::string definition_source;
    std::vector<std::string> proofs; ///< papers to ask for
    Origin origin;
};

/// What the order of the eligible is made of.
enum class Growth : std::uint8_t { sales_revenue, rd_expense, portfolio_value };
[[nodiscard]] std::string_view growth_key(Growth growth);

struct GrowthWeight {
    Growth growth{};
    double weight = 0;
};
struct Ranking {
    int years = 0;                     ///< length of the window that ends with the year assessed
    std::vector<GrowthWeight> weights; ///< order of the file; positive, add up to 1
    Origin origin;
};

/// A way of support (龙门, 凤凰, 孔雀). Without criteria it is listed, not assessed.
struct Scheme {
    std::string id;
    Sentence name, meaning;
    std::optional<int> task;
    std::int64_t amount_cny = 0; ///< whole yuan for one enterprise
    std::optional<int> quota;    ///< most enterprises supported; nothing: no limit
    std::string kind, sector;
    std::vector<std::string> use, departments, applies_to, tools;
    std::optional<int> deadline_year, horizon_years;
    std::vector<Criterion> criteria; ///< all must be met
    std::optional<Ranking> ranking;
    Origin origin;
};

struct Task {
    int number = 0;
    Sentence name;
    std::vector<std::string> departments, content;
    Origin origin;
};

/// The closed list of what a target counts. `valid_inventions` is computed from patents, the registers of
/// other assets and certificates from assets; the rest cannot be computed here.
enum class TargetMetric : std::uint8_t {
    valid_inventions,
    valid_inventions_per_10k,
    registered_trademarks,
    geographical_indications,
    copyright_registrations,
    plant_varieties,
    ip_management_certified,
    advantage_enterprises,
    provincial_standing,
};
[[nodiscard]] std::string_view target_metric_key(TargetMetric metric);

enum class TargetRule : std::uint8_t { at_least, grow, qualitative };
[[nodiscard]] std::string_view target_rule_key(TargetRule rule); ///< `>=`, `grow`, `qualitative`

struct Target {
    std::string id;
    int year = 0;
    TargetMetric metric{};
    Sentence name;
    TargetRule rule{};
    double value = 0; ///< of `at_least` only
    std::string unit, note;
    Origin origin;
};

struct Parameter {
    std::string key;
    std::int64_t value = 0;
};

/// A subsidy or award. `discretion` non-empty: shown as possible, never as due.
struct Subsidy {
    std::string id;
    Sentence name, condition;
    int task = 0;
    std::optional<std::int64_t> amount_cny; ///< nothing: the plan names no amount
    std::string kind;
    std::vector<Parameter> at_least;
    std::vector<std::string> discretion;
    std::vector<std::string> limited_by; ///< ids of guards
    Origin origin;
};

enum class GuardRule : std::uint8_t {
    no_filing_subsidy,
    granted_inventions_only,
    share_of_official_fees,
    no_annual_fees,
    no_agency_fees,
    grant_subsidy_ends,
    abnormal_filers_excluded,
    abnormal_filings_not_counted,
};
[[nodiscard]] std::string_view guard_rule_key(GuardRule rule);

/// A national rule above the plan, in force from a date on.
struct Guard {
    std::string id;
    GuardRule rule{};
    Sentence text;
    std::optional<std::int64_t> share_millionths; ///< of `share_of_official_fees`
    Date from;
    Origin origin;
};

struct Fee {
    std::string id;
    Sentence name;
    std::int64_t cny = 0;
    bool reducible = false;
    bool subsidisable = false;
};

struct GrantFees {
    std::vector<Fee> items;
    std::vector<std::int64_t> reductions_millionths; ///< shares of a reducible fee that are waived
    Origin origin;
};

/// Addresses that count as inside.
struct Region {
    std::string code, province, city;
    std::vector<std::string> counties;
    Origin origin;
};

struct Programme {
    std::string id, version, checksum, issuer;
    Sentence name;
    std::vector<std::string> bases;
    Date valid_from, valid_to;
    Origin origin, validity_origin;
    Region region;
    std::vector<Source> sources;
    std::vector<Task> tasks;
    std::vector<Target> targets;
    std::vector<Scheme> schemes;
    std::vector<Subsidy> subsidies;
    std::vector<Guard> guards;
    std::optional<GrantFees> grant_fees;
    std::vector<std::string> checklist;
    Origin checklist_origin;

    /// UsageError naming the ids there are when there is no such scheme.
    [[nodiscard]] const Scheme& scheme(std::string_view scheme_id) const;
};

/// Reads a programme file. DataError with file, line and the allowed names on an unknown key or metric, an id
/// used twice, a reference to a task, source or guard that is not in the file, weights that do not add up to
/// 1, a threshold outside 0-1 or finer than a millionth, an amount that is no whole positive number of yuan.
[[nodiscard]] Programme read_programme(const Config& config);

/// Official fees to grant with `reduction_millionths` waived, subsidisable ones only, in fen.
[[nodiscard]] std::int64_t grant_fees_fen(const GrantFees& fees, std::int64_t reduction_millionths);

} // namespace longmen::programme
