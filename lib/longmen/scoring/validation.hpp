// SPDX-License-Identifier: GPL-3.0-or-later
// Scores held against what happened afterwards, and against the yardsticks anyone can count.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/stats/calibration.hpp>
#include <longmen/stats/calibration_line.hpp>
#include <longmen/stats/kendall.hpp>
#include <longmen/stats/precision_recall.hpp>
#include <longmen/stats/roc.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace longmen::scoring {

/// Of outcomes that look at patents of one age: judged are those of so many full years on the cut-off date,
/// by what happens in so many years after it.
struct OutcomeAges {
    int known_years = 0, later_years = 0;
};

/// Limits of a validation, from `models/validation/`.
struct ValidationRules {
    int years = 0, publication_months = 0;
    double level = 0, margin = 0, slope_low = 0, slope_high = 0, top_share = 0;
    std::size_t minimum_positives = 0, group_minimum = 0, bins = 0, cohort_minimum = 0;
    OutcomeAges growth, breadth;
    std::string source, checksum;
};
/// DataError with file, line and key.
[[nodiscard]] ValidationRules read_validation_rules(const Config& config);

/// From a score to a probability: a logistic line fitted where the outcome was known before.
struct Calibrator {
    double centre = 0, scale = 1, intercept = 0, slope = 0;
    std::size_t members = 0, positives = 0; ///< it was fitted on
    [[nodiscard]] double at(double score) const;
};
/// Maximum likelihood, see `stats::calibration_line`, which says when there is none. NaN scores are left out.
[[nodiscard]] std::variant<Calibrator, stats::LineRefusal>
fit_calibrator(std::span<const double> scores, std::span<const std::uint8_t> outcomes);

/// What one model said of each member.
struct JudgedModel {
    std::string id;
    bool yardstick = false;
    std::vector<double> scores;        ///< NaN: none
    std::vector<double> probabilities; ///< NaN: none; empty: the model has no earlier outcomes to learn from
};

struct Judged {
    std::vector<std::uint8_t> outcomes; ///< 1 where it happened
    std::vector<double> counts;         ///< where the outcome is a count; else empty
    std::vector<JudgedModel> models;    ///< the yardsticks last
};
[[nodiscard]] Judged subset(const Judged& judged, std::span<const std::uint32_t> members);

enum class Verdict : std::uint8_t {
    too_few,       ///< too few outcomes to tell
    not_better,    ///< no better than counting
    orders_better, ///< a better order than counting, but no probabilities one can rely on
    better,
    yardstick, ///< what the others are measured by
};
[[nodiscard]] std::string_view verdict_key(Verdict verdict);
/// In plain words: `no better than counting`.
[[nodiscard]] Text verdict_text(Verdict verdict);

/// What kept a model from the verdict `better`.
enum class Shortfall : std::uint8_t {
    positives,    ///< fewer members with, or without, the outcome than the rules ask for
    nothing,      ///< no area: nobody scored by all, or one class alone
    margin,       ///< less than the margin above a yardstick
    certainty,    ///< the interval of a difference does not lie above 0
    uncalibrated, ///< no earlier outcomes to turn scores into probabilities
    slope,        ///< calibration slope outside of the limits
};
[[nodiscard]] std::string_view shortfall_key(Shortfall shortfall);
[[nodiscard]] Text shortfall_text(Shortfall shortfall);

struct ModelJudgement {
    std::string id;
    bool yardstick = false;
    std::size_t scored = 0;                            ///< members to which it gives a score
    Measured<stats::RocArea> own = Undefined::no_data; ///< over all it scores

    // Of the members all models score.
    Measured<stats::RocArea> area = Undefined::no_data;
    std::vector<Measured<stats::RocDifference>> over; ///< by yardstick: area less that of the yardstick
    Measured<double> average_precision = Undefined::no_data;
    Measured<stats::TopShare> top = Undefined::no_data;
    Measured<stats::KendallTau> kendall = Undefined::no_data; ///< with the count; no_data where there is none
    Measured<stats::BrierScore> brier = Undefined::no_data;
    std::optional<stats::CalibrationLineOrRefusal> line; ///< nothing without probabilities
    Measured<std::vector<stats::CalibrationBin>> curve = Undefined::no_data;
    std::vector<double> roc;    ///< share of positives above, at false alarms 0, 1/20, ... 1
    std::vector<double> by_bin; ///< share of positives by equal part of the order, best first

    Verdict verdict = Verdict::too_few;
    std::vector<Shortfall> shortfalls;
};

struct Validation {
    std::size_t members = 0, positives = 0;       ///< outcome known
    std::size_t common = 0, common_positives = 0; ///< and scored by all models
    std::vector<ModelJudgement> models;           ///< in the order given
    std::vector<std::string> yardsticks;
};

/// Validation of value models.
///
/// Question    Do patents that a model put higher before a day do better after it, and better than counting
///             would have told?
/// Definition  Over the members scored by all models that score any: area under the ROC curve with DeLong's
/// interval, its
///             difference to each yardstick on the same members, average precision, lift in the top share,
///             Kendall's tau-b with the count, and of probabilities the Brier score, calibration slope and
///             curve.
///             Verdict `better`: every difference is at least the margin and its interval lies above 0, and
///             the slope is within its limits. `orders_better`: all but the slope. `too_few`: fewer than the
///             minimum with the outcome, or without it.
/// Source      delong-1988; steyerberg-2010 for what is told of a model; the limits are ours.
/// Variant     Probabilities come from the caller and must not have seen these outcomes.
/// Undefined   Each figure as its own header says.
/// Inputs      judged  outcomes 0 or 1, scores and probabilities NaN where there is none; at least one model.
/// Result      see Validation.
/// Errors      UsageError  unequal lengths, an outcome other than 0 and 1.
/// Cost        O(k n log n) for k models.
/// Stable      Integer counts and sums in sorted order: same bits for any order of the members.
/// Checked by  test_validation (areas by pairs, verdicts by hand, subset against whole)
/// Grade       experimental since 0.3
[[nodiscard]] Validation validate(const Judged& judged, const ValidationRules& rules);

} // namespace longmen::scoring
