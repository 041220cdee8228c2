// SPDX-License-Identifier: GPL-3.0-or-later
// Calibration slope and intercept: are predictions too bold, too timid, or off altogether?
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace longmen::stats {

/// Why no line can be fitted. Keys (`refusal_key`) are stable.
enum class LineRefusal : std::uint8_t {
    no_data,
    one_class,          ///< the outcomes are all the same
    certain_prediction, ///< a prediction of exactly 0 or 1, whose log odds are infinite
    one_prediction,     ///< the predictions are all the same
    separated,          ///< a threshold parts the outcomes, but for members on it: the slope has no maximum
    not_converged,
};

[[nodiscard]] std::string_view refusal_key(LineRefusal refusal);
/// The reason in words, without a full stop.
[[nodiscard]] Text refusal_text(LineRefusal refusal);

struct LineOptions {
    double level;        ///< of the intervals, such as 0.95
    int most_steps = 50; ///< of Newton's method; it needs about six
};

struct CalibrationLine {
    std::size_t members = 0, positives = 0;
    double slope = 1, intercept = 0;
    double slope_error = 0, intercept_error = 0; ///< standard errors
    Interval slope_interval, intercept_interval; ///< normal
    double log_likelihood = 0;
    double p = 1; ///< of perfect calibration (slope 1, intercept 0), by the likelihood ratio, 2 degrees
    int steps = 0;
};

using CalibrationLineOrRefusal = std::variant<CalibrationLine, LineRefusal>;

/// Calibration slope and intercept.
///
/// Question    Do the odds that came true follow those predicted?
/// Definition  Logistic regression by maximum likelihood of the outcome on the predicted log odds:
///             ln(P / (1 - P)) = intercept + slope x ln(p / (1 - p)).
///             A slope below 1 says that predictions are too far apart, above 1 that they are too close; at
///             slope 1, an intercept above 0 says that they are too low.
/// Source      cox-1958; miller-1991 for the test; albert-anderson-1984 for when there is a maximum.
/// Variant     Standard errors from the information matrix. Predictions of 0 and 1 are refused, not moved:
///             where to is the caller's choice.
/// Undefined   see LineRefusal. Whether outcomes are separated is decided on the data beforehand, not
///             guessed from a slope that grows.
/// Inputs      predictions in 0..1; outcomes, 1 where it happened, else 0.
/// Result      the line, or why there is none.
/// Errors      UsageError  unequal lengths, a prediction out of range, an outcome other than 0 and 1, a level
///                         out of range, fewer than one step.
/// Cost        O(n log n + steps x distinct predictions).
/// Stable      Sorted first, sums in that order: same bits for any order of the input.
/// Checked by  test_calibration_line (closed form for two predictions; the shuttle's O-rings as published)
/// Grade       experimental since 0.2
[[nodiscard]] CalibrationLineOrRefusal calibration_line(std::span<const double> predictions,
                                                        std::span<const std::uint8_t> outcomes,
                                                        const LineOptions& options);

} // namespace longmen::stats
