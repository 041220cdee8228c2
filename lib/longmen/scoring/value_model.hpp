// SPDX-License-Identifier: GPL-3.0-or-later
// A value model as its file states it: terms, weights, normalisation, what happens to the undefined.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/indicators/indicator.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/stats/cohorts.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::scoring {

enum class Normalisation : std::uint8_t {
    cap_p99,    ///< x / 99th percentile of the cohort, within 0..1
    percentile, ///< mid-rank percentile in the cohort
    share,      ///< x / full, within 0..1
    points,     ///< points of the category
    curve,      ///< read off a line through given places
    steps,      ///< points of the first range that holds x, over the most there are to get
    mean_ratio, ///< x / mean of the cohort, without upper bound; below 0 not_applicable
    as_is,      ///< x itself, without upper bound; below 0 not_applicable
};
[[nodiscard]] std::string_view normalisation_key(Normalisation normalisation);
/// In words: `over the cohort's 99th percentile, at most 1`.
[[nodiscard]] Text normalisation_text(Normalisation normalisation);
/// True when the normalisation compares with a cohort.
[[nodiscard]] bool needs_cohort(Normalisation normalisation);
/// True when the result may exceed 1.
[[nodiscard]] bool unbounded(Normalisation normalisation);

/// How the terms that are used make a value; w are their weights, n the normalised values.
enum class Aggregation : std::uint8_t {
    weighted_mean,  ///< scale x sum(w n) / sum(w)
    points,         ///< the same, a weight being the most points of its term
    geometric_mean, ///< scale x product(n ^ (w / sum(w)))
    product,        ///< scale x product(n ^ w)
    topsis,         ///< scale x d0 / (d0 + d1), the distances from all 0 and from all 1 under the weights
};
[[nodiscard]] std::string_view aggregation_key(Aggregation aggregation);
/// In words: `weighted mean`.
[[nodiscard]] Text aggregation_text(Aggregation aggregation);
/// True when the value is a sum of parts of the terms.
[[nodiscard]] bool additive(Aggregation aggregation);

/// A place of a curve.
struct CurvePlace {
    double at = 0, value = 0;
};

/// A range and its points; a bound that is not given does not bind.
struct Step {
    std::optional<double> from, over, to, under; ///< x >= from, x > over, x <= to, x < under
    double points = 0;
    [[nodiscard]] bool holds(double x) const;
};

struct ValueTerm {
    std::string key; ///< of the indicator, with its numbers: `cd_5y`
    const indicators::IndicatorInfo* info = nullptr;
    const indicators::Indicator* record = nullptr; ///< null when it takes the whole graph: a column
    std::string per;                               ///< key of what it is divided by; empty: nothing
    const indicators::Indicator* per_record = nullptr;
    double weight = 0;         ///< of `product` an exponent
    bool less_is_more = false; ///< direction `less`: 1 - normalised
    Normalisation normalisation = Normalisation::cap_p99;
    double full = 0;                     ///< of `share`
    std::vector<double> points;          ///< of `points`, by category, 0..1
    std::vector<CurvePlace> curve;       ///< of `curve`, ascending
    std::vector<Step> steps;             ///< of `steps`, in the order they are tried
    double most = 0;                     ///< of `steps` and of aggregation `points`: the most points
    stats::CohortLevel cohort{};         ///< where the widening of its cohort begins
    std::vector<PatentType> types;       ///< empty: all; other types are not_applicable
    std::vector<Undefined> zero_reasons; ///< reasons that count as 0; any other drops the term
    std::string zero_label_zh, zero_label_en;
    bool required = false;            ///< a patent in which it is undefined has no value
    std::optional<std::size_t> group; ///< of the model's groups

    /// `claims`, `vendor_forward_citations/age`: what tells it from the other terms.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string heading(Lang lang) const;
    /// Of the raw value: `citations`, `citations/years`.
    [[nodiscard]] std::string unit(Lang lang) const;
};

/// Terms shown together, with a value of their own.
struct TermGroup {
    std::string id, title_zh, title_en;
};

/// A name for values from `from` on.
struct Band {
    std::string id, title_zh, title_en;
    double from = 0;
};

enum class PortfolioValue : std::uint8_t {
    sum,
    top_mean,
    h, ///< so many families have a value of at least so many steps
};
[[nodiscard]] std::string_view portfolio_value_key(PortfolioValue value);

struct PortfolioRule {
    PortfolioValue value = PortfolioValue::sum;
    std::vector<Validity> active;
    std::size_t top = 0;
    double step = 0; ///< of `h`
};

struct ValueModel {
    std::string id, version;
    std::string title_zh, title_en, question_zh, question_en;
    std::vector<std::string> sources, needs;
    Aggregation aggregation = Aggregation::weighted_mean;
    double scale = 100;
    double minimum_coverage = 0;
    std::size_t cohort_minimum = 0;
    double weight_change = 0; ///< of the rank range: each weight times 1 +- this
    PortfolioRule portfolio;
    bool granted_only = false; ///< others have no value: not_granted
    std::string baseline;      ///< what cohorts are read from: a file, or a name; empty: the corpus itself
    std::vector<TermGroup> groups;
    std::vector<Band> bands;      ///< ascending
    std::vector<ValueTerm> terms; ///< in the order of the file
    std::string file, checksum;
    indicators::TechnologyFields fields;
};

/// The last band that begins at or below the value; null when there is none.
[[nodiscard]] const Band* band_of(const ValueModel& model, double value);

/// Keys of the indicators that take the whole graph, each once.
[[nodiscard]] std::vector<std::string> column_keys(const ValueModel& model);

/// DataError with file, line and key: unknown key, indicator, category, reason, type, group or field, a
/// weight out of range, weights that do not add up to 1, an option the normalisation or aggregation does not
/// take or lacks, ranges or bands that do not ascend. What each key means: docs/value-models.md.
[[nodiscard]] ValueModel read_value_model(const Config& config, indicators::TechnologyFields fields);

/// Reads the model that `name` means (see find_model_file) and the fields it needs from a models folder.
/// UsageError naming the models there are when there is no such model; DataError as above.
[[nodiscard]] ValueModel load_value_model(const std::string& models_folder, const std::string& name);

} // namespace longmen::scoring
