// SPDX-License-Identifier: GPL-3.0-or-later
// Who meets a programme's criteria, by how much, on which figures, and in which order.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/money.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/programme/programme.hpp>
#include <longmen/record/patent.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

enum class CriterionState : std::uint8_t {
    met,
    not_met,
    missing, ///< a figure is absent, or the ratio has no meaning
    pending, ///< needs an expert or an outside rule
};
[[nodiscard]] std::string_view criterion_state_key(CriterionState state);
[[nodiscard]] Text criterion_state_text(CriterionState state);

/// eligible: every computable criterion is met; not_eligible: one is not met; else evidence_missing.
enum class Verdict : std::uint8_t { eligible, not_eligible, evidence_missing };
[[nodiscard]] std::string_view verdict_key(Verdict verdict);
[[nodiscard]] Text verdict_text(Verdict verdict);
[[nodiscard]] Text growth_text(Growth growth);

/// Value of an enterprise's portfolio as it stood at the end of a year.
struct PortfolioYear {
    int year = 0;
    Measured<double> value{Undefined::no_data};
    std::size_t subclasses = 0; ///< IPC, among the first classes of its active families
};
/// By position in `Corpus::enterprises`; shorter or empty where the caller has no values.
using PortfolioValues = std::vector<std::vector<PortfolioYear>>;

/// What an expert, or a body outside, said. It is recorded with the result it changed.
struct ExpertWord {
    std::string enterprise; ///< name or credit code
    std::string criterion;  ///< id of a criterion that is not computable; with `met`
    std::optional<bool> met;
    std::optional<double> score; ///< 0-100: replaces the leap-growth score
    std::string by, date, reason;
};

struct AssessOptions {
    Date as_of;
    std::optional<int> year; ///< assess this fiscal year instead of the last full one
    std::string scheme;      ///< empty: the first with criteria
    std::vector<ExpertWord> words;
};

/// A figure used, or looked for.
struct Figure {
    std::string_view key; ///< `sales_revenue`, `main_revenue`, `rd_expense`, `conversion_revenue`
    int year = 0;
    std::optional<Money> amount;
    std::string source; ///< file and row
};

struct YearRatio {
    int year = 0;
    CriterionState state = CriterionState::missing;
    std::optional<double> value; ///< share
};

struct CriterionResult {
    std::string id;
    Metric metric{};
    CriterionState state = CriterionState::pending;
    std::optional<double> value, threshold; ///< shares
    std::optional<std::int64_t> gap_cny; ///< whole yuan that reach the threshold at the present denominator
    std::optional<double> gap_points;    ///< percentage points
    std::vector<Figure> evidence;        ///< numerator, denominator
    std::vector<YearRatio> series;       ///< three years, ascending
    std::optional<double> mean;          ///< sum over sum of the years of the series that have a ratio
    bool only_mean = false;              ///< the year assessed fails, the mean of at least two years passes
    bool only_one_year = false;          ///< of at least two years with a ratio exactly one passes
    Sentence reason;
    std::optional<ExpertWord> word;
};

/// One part of the leap-growth score.
struct GrowthResult {
    Growth growth{};
    double weight = 0; ///< as in the file
    std::optional<int> from_year, to_year;
    std::optional<double> from, to;            ///< yuan, or value
    Measured<double> rate{Undefined::no_data}; ///< mean yearly growth, 0.1 = 10 % a year
    std::optional<double> percentile;          ///< mid-rank, 0-100, among `among` enterprises with the figure
    std::size_t among = 0;
};

struct EnterpriseAssessment {
    std::uint32_t enterprise = 0; ///< position in `Corpus::enterprises`
    std::string name, uscc;
    Verdict verdict = Verdict::evidence_missing;
    std::vector<CriterionResult> criteria;
    std::vector<GrowthResult> growth;
    std::optional<double> leap_growth; ///< 0-100; nothing when no part is defined
    double coverage = 0;               ///< share of the ranking's weight that is defined
    std::optional<ExpertWord> word;    ///< replaced the leap-growth score
    std::optional<std::uint32_t> rank; ///< of the eligible with a leap-growth score; ties share the smallest
    /// 0 when not eligible or outside the quota; nothing while evidence, or a person's choice, is missing.
    std::optional<std::int64_t> support_cny;
    Sentence reason;
};

struct Assessment {
    std::string programme, version, checksum, scheme;
    Sentence programme_name, scheme_name;
    Date as_of;
    std::optional<int> year;   ///< fiscal year assessed
    bool period_ended = false; ///< `as_of` lies after the programme's period
    std::vector<Sentence> notes;
    /// The eligible by rank, then those with evidence missing, then the others; each by folded name, then
    /// code.
    std::vector<EnterpriseAssessment> enterprises;
    [[nodiscard]] std::size_t count(Verdict verdict) const;
};

/// Assesses every enterprise of the corpus.
///
/// Year        one for all: `options.year`, else the last year that has ended by `as_of` and for which any
///             enterprise gives a figure a criterion needs. Who gives none for it lacks evidence.
/// Comparison  by cross-multiplication in whole fen; a threshold of 5 % passes at exactly 5 %.
/// Leap growth mean yearly growth (last over first year given inside the window, as a yearly rate), each as
///             mid-rank percentile (below + equal / 2) / n x 100 among the enterprises assessed that have it,
///             weighted as in the file, weights renormalised over what is defined.
/// Errors      UsageError: no scheme with criteria, an expert's word about an enterprise, criterion or score
///             that does not exist.
/// Source      models/programmes/<id>.toml
[[nodiscard]] Assessment assess(const Corpus& corpus, const Programme& programme,
                                const PortfolioValues& portfolio, const AssessOptions& options);

} // namespace longmen::programme
