// SPDX-License-Identifier: GPL-3.0-or-later
// Fits of one or several penalties, on the scale of the inputs.
#include <longmen/stats/penalised_logistic.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/stats/detail/penalised_newton.hpp>

#include <cmath>

namespace longmen::stats {
namespace {

using Vector = Eigen::VectorXd;

/// Coefficients are right to about this, in deviations of their input.
constexpr double smallest_alpha = 0.001;

void check(const Design& design, std::span<const std::uint8_t> outcomes, double lambda, double alpha) {
    detail::check_design(design);
    if (outcomes.size() != design.rows) {
        throw UsageError(Sentence{"结果与数据行数不等", "outcomes and rows are not as many"});
    }
    if (!std::ranges::all_of(outcomes, [](std::uint8_t y) { return y <= 1; })) {
        throw UsageError(Sentence{"结果只能是 0 或 1", "an outcome is neither 0 nor 1"});
    }
    if (!(lambda >= 0) || !std::isfinite(lambda) || !(alpha >= 0) || alpha > 1) {
        throw UsageError(Sentence{"惩罚强度须不小于 0，alpha 须在 0 至 1 之间",
                                  "lambda must not be below 0, alpha must be in 0..1"});
    }
}

/// Data in their own order.
struct Prepared {
    std::vector<std::size_t> order;
    detail::Standardised data;
    Vector y;
    double share = 0; ///< of outcomes that happened

    Prepared(const Design& design, std::span<const std::uint8_t> outcomes)
        : order(detail::order_of_rows(
              design, [&](std::size_t a, std::size_t b) { return outcomes[a] < outcomes[b]; })),
          data(design, order), y(static_cast<Eigen::Index>(design.rows)) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            y(static_cast<Eigen::Index>(i)) = outcomes[order[i]];
        }
        share = design.rows == 0 ? 0 : y.sum() / static_cast<double>(design.rows);
    }
    [[nodiscard]] bool one_class() const { return share == 0 || share == 1; }
};

LogisticFit fit_of(const detail::PenalisedCriterion& f, const Prepared& prepared,
                   const detail::PenalisedMinimum& solved, const Vector& none) {
    const auto& b = solved.b;
    LogisticFit fit;
    fit.penalty = f.penalty;
    fit.members = prepared.order.size();
    fit.positives = static_cast<std::size_t>(prepared.y.sum());
    fit.intercept = b(0);
    for (Eigen::Index j = 0; j + 1 < b.size(); ++j) {
        fit.standardised.push_back(b(j + 1));
        fit.coefficients.push_back(prepared.data.unscaled(j, b(j + 1)));
        fit.intercept -= fit.coefficients.back() * prepared.data.middle(j);
    }
    fit.deviance = 2 * f.n() * f.loss(b);
    fit.null_deviance = 2 * f.n() * f.loss(none);
    fit.violation = solved.violation;
    fit.steps = solved.steps;
    if (f.penalty.lambda == 0) {
        fit.standard_errors = detail::errors_of(f, prepared.data, b);
    }
    return fit;
}

} // namespace

double LogisticFit::chance(std::span<const double> inputs) const {
    double eta = intercept;
    for (std::size_t j = 0; j < coefficients.size(); ++j) {
        eta += coefficients[j] * inputs[j];
    }
    return detail::chance_of(eta);
}

LogisticFitOrRefusal penalised_logistic(const Design& design, std::span<const std::uint8_t> outcomes,
                                        const Penalty& penalty, const LogisticOptions& options) {
    const double lambda[] = {penalty.lambda};
    return logistic_path(design, outcomes, lambda, penalty.alpha, options).front();
}

std::vector<LogisticFitOrRefusal> logistic_path(const Design& design, std::span<const std::uint8_t> outcomes,
                                                std::span<const double> lambdas, double alpha,
                                                const LogisticOptions& options) {
    for (const double lambda : lambdas) {
        check(design, outcomes, lambda, alpha);
    }
    if (design.rows == 0) {
        return {lambdas.size(), FitRefusal::no_data};
    }
    const Prepared prepared(design, outcomes);
    if (prepared.one_class()) {
        return {lambdas.size(), FitRefusal::one_class};
    }
    Vector none = Vector::Zero(prepared.data.x.cols() + 1);
    none(0) = std::log(prepared.share / (1 - prepared.share));
    Vector start = none;
    std::vector<LogisticFitOrRefusal> fits;
    for (const double lambda : lambdas) {
        const detail::PenalisedCriterion f{prepared.data.x, prepared.y, {lambda, alpha}};
        auto solved = detail::minimise(f, prepared.data, start, options.most_steps);
        if (const auto* refusal = std::get_if<FitRefusal>(&solved)) {
            fits.emplace_back(*refusal);
            start = none;
        } else {
            const auto& found = std::get<detail::PenalisedMinimum>(solved);
            fits.emplace_back(fit_of(f, prepared, found, none));
            start = found.b;
        }
    }
    return fits;
}

double largest_lambda(const Design& design, std::span<const std::uint8_t> outcomes, double alpha) {
    check(design, outcomes, 0, alpha);
    const Prepared prepared(design, outcomes);
    if (design.rows == 0 || prepared.one_class() || design.columns == 0) {
        return 0;
    }
    const Vector off = prepared.y.array() - prepared.share;
    const double steepest = (prepared.data.x.transpose() * off).lpNorm<Eigen::Infinity>();
    return steepest / static_cast<double>(design.rows) / std::max(alpha, smallest_alpha);
}

std::vector<double> lambda_path(double largest, std::size_t count, double ratio) {
    if (count == 0 || !(ratio > 0) || ratio >= 1) {
        throw UsageError(Sentence{"路径至少一个值，比例须在 0 与 1 之间",
                                  "a path has one value at least, and a ratio between 0 and 1"});
    }
    std::vector<double> path;
    for (std::size_t i = 0; i < count; ++i) {
        const double part = count == 1 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1);
        path.push_back(largest * std::pow(ratio, part));
    }
    return path;
}

} // namespace longmen::stats
