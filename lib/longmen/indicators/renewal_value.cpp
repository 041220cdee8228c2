// SPDX-License-Identifier: GPL-3.0-or-later
// An ordered probit on fees and ages.
#include <longmen/indicators/renewal_value.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/distributions.hpp>

#include <Eigen/Dense>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace longmen::indicators {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double infinity = std::numeric_limits<double>::infinity();

void check_fees(const RenewalFees& fees) {
    const bool falls = !std::ranges::is_sorted(fees.fees);
    if (falls || fees.first_age < 0 || !std::ranges::all_of(fees.fees, [](double fee) { return fee > 0; })) {
        throw UsageError(Sentence{"续展模型需要大于零且不随年龄下降的年费",
                                  "the model of renewals needs fees above zero that do not fall with age"});
    }
}

void check_decay(double decay) {
    if (!(decay >= 0) || !(decay < 1)) {
        throw UsageError(
            Sentence{"收益衰减率应在 0 到 1 之间", "the decay of returns must lie from 0 up to 1"});
    }
}

void check_discount(double discount) {
    if (!(discount > -1)) {
        throw UsageError(Sentence{"折现率应大于 -1", "the discount rate must lie above -1"});
    }
}

void check_decisions(const RenewalFees& fees, const RenewalDecisions& decisions) {
    check_fees(fees);
    if (decisions.dropped.size() != fees.fees.size() || decisions.last_kept.size() != fees.fees.size()) {
        throw UsageError(
            Sentence{"续展人数与年费的年份数不符", "decisions and fees differ in their number of ages"});
    }
}

double age_of(const RenewalFees& fees, std::size_t i) {
    return fees.first_age + static_cast<double>(i);
}

/// Phi(high) - Phi(low), from the tail in which both are small.
double between(double low, double high) {
    return low > 0 ? stats::normal_at_most(-low) - stats::normal_at_most(-high)
                   : stats::normal_at_most(high) - stats::normal_at_most(low);
}

double density(double z) {
    return std::isfinite(z) ? stats::normal_density(z) : 0;
}

/// ln-likelihood with gradient and Hessian in the coefficients of z_i = row i of `design` times them.
struct Likelihood {
    double value = 0;
    VectorXd gradient;
    MatrixXd hessian;

    Likelihood(const MatrixXd& design, const RenewalDecisions& decisions, const VectorXd& coefficients)
        : gradient(VectorXd::Zero(design.cols())), hessian(MatrixXd::Zero(design.cols(), design.cols())) {
        const VectorXd z = design * coefficients;
        for (Index i = 0; i < design.rows(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (decisions.dropped[at] > 0) {
                add(static_cast<double>(decisions.dropped[at]), design, i > 0 ? z(i - 1) : -infinity, z(i),
                    i - 1, i);
            }
            if (decisions.last_kept[at] > 0) {
                add(static_cast<double>(decisions.last_kept[at]), design, z(i), infinity, i, -1);
            }
        }
    }

private:
    void add(double count, const MatrixXd& design, double low, double high, Index low_row, Index high_row) {
        const double p = between(low, high);
        if (!(p > 0)) {
            value = -infinity;
            return;
        }
        value += count * std::log(p);
        const double at_high = density(high) / p, at_low = density(low) / p;
        VectorXd up = VectorXd::Zero(design.cols()), down = up;
        if (high_row >= 0) {
            up = design.row(high_row).transpose();
        }
        if (low_row >= 0) {
            down = design.row(low_row).transpose();
        }
        const VectorXd slope = at_high * up - at_low * down;
        gradient += count * slope;
        hessian -= count * slope * slope.transpose();
        if (high_row >= 0) {
            hessian -= count * high * at_high * up * up.transpose();
        }
        if (low_row >= 0) {
            hessian += count * low * at_low * down * down.transpose();
        }
    }
};

/// Columns 1, ln fee, age; with the decay held 1, ln fee - age ln(1 - decay).
MatrixXd design_of(const RenewalFees& fees, const std::optional<double>& decay) {
    MatrixXd design(static_cast<Index>(fees.fees.size()), decay ? 2 : 3);
    for (Index i = 0; i < design.rows(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double fee = std::log(fees.fees[at]), age = age_of(fees, at);
        design(i, 0) = 1;
        design(i, 1) = decay ? fee - age * std::log1p(-*decay) : fee;
        if (!decay) {
            design(i, 2) = age;
        }
    }
    return design;
}

/// Coefficients that make z rise slowly from where few have dropped out.
VectorXd start_of(const MatrixXd& design) {
    VectorXd start = VectorXd::Zero(design.cols());
    constexpr double slow = 0.1;
    start.tail(design.cols() - 1).setConstant(slow);
    const VectorXd z = design * start;
    start(0) = -z.mean();
    return start;
}

std::optional<VectorXd> maximise(const MatrixXd& design, const RenewalDecisions& decisions) {
    constexpr int most_steps = 200, halvings = 60;
    constexpr double enough = 1e-10;
    VectorXd here = start_of(design);
    Likelihood now{design, decisions, here};
    if (!std::isfinite(now.value)) {
        return std::nullopt;
    }
    for (int step = 0; step < most_steps; ++step) {
        const VectorXd move = (-now.hessian).completeOrthogonalDecomposition().solve(now.gradient);
        // Twice what the step can still gain: the usual measure of Newton's method.
        const double gain = now.gradient.dot(move);
        if (gain >= 0 && gain < enough) {
            return here;
        }
        double length = 1;
        bool better = false;
        for (int i = 0; i < halvings && !better; ++i, length /= 2) {
            const VectorXd there = here + length * move;
            Likelihood next{design, decisions, there};
            if (std::isfinite(next.value) && next.value > now.value) {
                here = there;
                now = std::move(next);
                better = true;
            }
        }
        if (!better) {
            constexpr double rounding = 1e-6;
            return gain >= 0 && gain < rounding ? std::optional{here} : std::nullopt;
        }
    }
    return std::nullopt;
}

std::size_t sum(const std::vector<std::size_t>& counts) {
    std::size_t total = 0;
    for (const auto count : counts) {
        total += count;
    }
    return total;
}

} // namespace

RenewalFit fit_renewals(const RenewalFees& fees, const RenewalDecisions& decisions,
                        const RenewalOptions& options) {
    check_decisions(fees, decisions);
    if (options.decay) {
        check_decay(*options.decay);
    }
    RenewalFit fit;
    fit.drop_outs = sum(decisions.dropped);
    fit.rights = fit.drop_outs + sum(decisions.last_kept);
    MatrixXd design = design_of(fees, options.decay);
    const auto ages = std::ranges::count_if(decisions.dropped, [](std::size_t count) { return count > 0; });
    if (fit.drop_outs < options.least_drop_outs || ages < design.cols()) {
        fit.refusal = RenewalRefusal::too_few_drop_outs;
        return fit;
    }
    // Columns about their means: fees and ages rise together.
    const VectorXd means = design.colwise().mean();
    for (Index column = 1; column < design.cols(); ++column) {
        design.col(column).array() -= means(column);
    }
    const auto found = maximise(design, decisions);
    if (!found) {
        fit.refusal = RenewalRefusal::no_convergence;
        return fit;
    }
    const Likelihood best{design, decisions, *found};
    const VectorXd scale = (-best.hessian.diagonal()).cwiseMax(0).cwiseSqrt();
    constexpr double singular = 1e-9;
    const MatrixXd scaled =
        scale.cwiseInverse().asDiagonal() * -best.hessian * scale.cwiseInverse().asDiagonal();
    const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen{scaled};
    if (!scaled.allFinite() || eigen.eigenvalues()(0) < singular) {
        fit.refusal = RenewalRefusal::not_identified;
        return fit;
    }
    // Back from the centred columns: a = a' - b mean(ln fee) - c mean(age).
    MatrixXd back = MatrixXd::Identity(design.cols(), design.cols());
    back.row(0).tail(design.cols() - 1) = -means.tail(design.cols() - 1).transpose();
    const VectorXd coefficients = back * *found;
    const MatrixXd covariance = back * (-best.hessian).inverse() * back.transpose();
    const double a = coefficients(0), b = coefficients(1);
    constexpr double two_sided = 1.959963984540054;
    if (b <= two_sided * std::sqrt(covariance(1, 1))) {
        fit.refusal = RenewalRefusal::not_identified;
        return fit;
    }
    const double c = options.decay ? 0 : coefficients(2);
    if (c < 0) {
        fit.refusal = RenewalRefusal::no_decay;
        return fit;
    }
    const auto error = [&](const VectorXd& gradient) {
        return std::sqrt(gradient.dot(covariance * gradient));
    };
    VectorXd by_mu = VectorXd::Zero(design.cols()), by_sigma = by_mu, by_decay = by_mu;
    by_mu.head(2) << -1 / b, a / (b * b);
    by_sigma(1) = -1 / (b * b);
    RenewalEstimate estimate;
    estimate.model = {-a / b, 1 / b, options.decay ? *options.decay : -std::expm1(-c / b)};
    estimate.mu_error = error(by_mu);
    estimate.sigma_error = error(by_sigma);
    if (!options.decay) {
        by_decay(1) = -(1 - estimate.model.decay) * c / (b * b);
        by_decay(2) = (1 - estimate.model.decay) / b;
        estimate.decay_error = error(by_decay);
    }
    estimate.log_likelihood = best.value;
    fit.estimate = estimate;
    return fit;
}

double renewal_log_likelihood(const RenewalModel& model, const RenewalFees& fees,
                              const RenewalDecisions& decisions) {
    check_decisions(fees, decisions);
    check_decay(model.decay);
    VectorXd coefficients(2);
    coefficients << -model.mu / model.sigma, 1 / model.sigma;
    return Likelihood{design_of(fees, model.decay), decisions, coefficients}.value;
}

double renewal_value(double first_return, const RenewalModel& model, const RenewalFees& fees,
                     double discount) {
    check_fees(fees);
    check_decay(model.decay);
    check_discount(discount);
    double value = 0;
    for (std::size_t i = 0; i < fees.fees.size(); ++i) {
        const double age = age_of(fees, i);
        const double earned = first_return * std::pow(1 - model.decay, age);
        if (earned < fees.fees[i]) {
            break;
        }
        value += (earned - fees.fees[i]) / std::pow(1 + discount, age);
    }
    return value;
}

double mean_renewal_value(const RenewalModel& model, const RenewalFees& fees, double discount) {
    check_fees(fees);
    check_decay(model.decay);
    check_discount(discount);
    const double mean_return = std::exp(model.mu + model.sigma * model.sigma / 2);
    double value = 0;
    for (std::size_t i = 0; i < fees.fees.size(); ++i) {
        const double age = age_of(fees, i);
        const double z = (std::log(fees.fees[i]) - age * std::log1p(-model.decay) - model.mu) / model.sigma;
        const double earned =
            mean_return * std::pow(1 - model.decay, age) * stats::normal_at_most(model.sigma - z);
        value += (earned - fees.fees[i] * stats::normal_at_most(-z)) / std::pow(1 + discount, age);
    }
    return value;
}

double quantile_renewal_value(double p, const RenewalModel& model, const RenewalFees& fees, double discount) {
    if (!(p > 0) || !(p < 1)) {
        throw UsageError(Sentence{"分位数应在 0 到 1 之间", "a quantile lies between 0 and 1"});
    }
    return renewal_value(std::exp(model.mu + model.sigma * stats::normal_quantile(p)), model, fees, discount);
}

Measured<RenewalFees> renewal_fees(const FeeCase& right, const FeeRules& rules) {
    const auto years = annual_fees(right, rules);
    if (!years.defined()) {
        return years.reason();
    }
    constexpr double fen_of_yuan = 100;
    RenewalFees result;
    for (const auto& year : years.value()) {
        if (year.state == FeeState::paid_with_grant) {
            continue;
        }
        const auto payable = year.payable();
        if (!payable) {
            return Undefined::no_data;
        }
        if (result.fees.empty()) {
            result.first_age = year.year - 1;
        }
        result.fees.push_back(static_cast<double>(payable->fen) / fen_of_yuan);
    }
    if (result.fees.empty()) {
        return Undefined::no_data;
    }
    return result;
}

std::string_view refusal_key(RenewalRefusal refusal) {
    constexpr std::array<std::string_view, 4> keys{"too_few_drop_outs", "no_convergence", "not_identified",
                                                   "no_decay"};
    return keys[static_cast<std::size_t>(refusal)];
}

Text refusal_text(RenewalRefusal refusal) {
    constexpr std::array<Text, 4> texts{
        Text{"放弃续费的件数或年份过少", "too few rights were given up, or at too few ages"},
        {"估计没有收敛", "the estimate did not converge"},
        {"数据不足以确定参数", "the data do not identify the parameters"},
        {"数据显示收益随年龄上升，与模型不符", "by the data returns would grow with age, against the model"}};
    return texts[static_cast<std::size_t>(refusal)];
}

} // namespace longmen::indicators
