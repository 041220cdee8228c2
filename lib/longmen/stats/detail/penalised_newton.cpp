// SPDX-License-Identifier: GPL-3.0-or-later
// Newton's method with a penalty: exact steps for ridge, coordinate descent where there is a lasso part.
#include <longmen/stats/detail/penalised_newton.hpp>

#include <optional>

namespace longmen::stats::detail {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;
using Criterion = PenalisedCriterion;

/// Coefficients are right to about this, in deviations of their input.
constexpr double small_step = 1e-9;
constexpr double small_violation = 1e-9;
constexpr double descent = 1e-4; // share of the promised fall that a step must bring
constexpr double rounding = 1e-14;
constexpr int most_halvings = 50;
constexpr int most_sweeps = 10'000;

/// Gradient and second derivatives of the loss.
struct Local {
    Vector gradient;
    Matrix hessian;

    Local(const Criterion& f, const Vector& b) {
        const auto n = f.y.size(), p = f.x.cols();
        const Vector t = f.eta(b);
        Vector off(n), weight(n);
        for (Eigen::Index i = 0; i < n; ++i) {
            const double chance = chance_of(t(i)), tail = std::exp(-std::abs(t(i)));
            off(i) = chance - f.y(i);
            weight(i) = tail / ((1 + tail) * (1 + tail));
        }
        gradient.resize(p + 1);
        gradient(0) = off.sum() / f.n();
        gradient.tail(p) = f.x.transpose() * off / f.n();
        hessian.resize(p + 1, p + 1);
        const Matrix weighted = weight.asDiagonal() * f.x;
        hessian(0, 0) = weight.sum() / f.n();
        hessian.row(0).tail(p) = weighted.colwise().sum() / f.n();
        hessian.col(0).tail(p) = hessian.row(0).tail(p).transpose();
        hessian.bottomRightCorner(p, p) = f.x.transpose() * weighted / f.n();
    }
};

double violation(const Criterion& f, const Vector& b, const Vector& gradient) {
    double worst = std::abs(gradient(0));
    for (Eigen::Index j = 1; j < b.size(); ++j) {
        const double slope = gradient(j) + f.ridge() * b(j);
        worst = std::max(worst, b(j) != 0 ? std::abs(slope + std::copysign(f.lasso(), b(j)))
                                          : std::max(0.0, std::abs(slope) - f.lasso()));
    }
    return worst;
}

/// The intercept and the inputs that are not constant.
std::vector<Eigen::Index> live_parameters(const Standardised& data) {
    std::vector<Eigen::Index> live{0};
    for (Eigen::Index j = 0; j < data.scale.size(); ++j) {
        if (data.scale(j) > 0) {
            live.push_back(j + 1);
        }
    }
    return live;
}

/// The next parameters by the quadratic model alone; nothing when it has no single minimum.
std::optional<Vector> exact_step(const Criterion& f, const Vector& b, const Local& local,
                                 const std::vector<Eigen::Index>& live) {
    const auto size = static_cast<Eigen::Index>(live.size());
    Matrix system(size, size);
    Vector right(size);
    for (Eigen::Index i = 0; i < size; ++i) {
        for (Eigen::Index j = 0; j < size; ++j) {
            system(i, j) = local.hessian(live[i], live[j]);
        }
        const double ridge = live[i] == 0 ? 0 : f.ridge();
        system(i, i) += ridge;
        right(i) = local.gradient(live[i]) + ridge * b(live[i]);
    }
    const Eigen::LDLT<Matrix> factors(system);
    if (!regular(factors)) {
        return {};
    }
    const Vector step = factors.solve(right);
    Vector next = b;
    for (Eigen::Index i = 0; i < size; ++i) {
        next(live[i]) -= step(i);
    }
    return next;
}

/// The same with a lasso part: one parameter after the other until none moves.
Vector descended(const Criterion& f, const Vector& b, const Local& local,
                 const std::vector<Eigen::Index>& live) {
    Vector next = b;
    Vector slope = local.gradient; // of the quadratic model at `next`
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double moved = 0;
        for (const auto j : live) {
            const double curve = local.hessian(j, j);
            const double ridge = j == 0 ? 0 : f.ridge(), lasso = j == 0 ? 0 : f.lasso();
            if (!(curve + ridge > 0)) {
                continue;
            }
            const double pull = curve * next(j) - slope(j);
            const double wanted =
                std::copysign(std::max(0.0, std::abs(pull) - lasso), pull) / (curve + ridge);
            if (const double by = wanted - next(j); by != 0) {
                slope += by * local.hessian.col(j);
                next(j) = wanted;
                moved = std::max(moved, std::abs(by));
            }
        }
        if (moved <= small_step * small_step + 1e-14 * next.lpNorm<Eigen::Infinity>()) {
            break;
        }
    }
    return next;
}

} // namespace

std::variant<PenalisedMinimum, FitRefusal> minimise(const Criterion& f, const Standardised& data, Vector b,
                                                    int most_steps) {
    const auto live = live_parameters(data);
    double here = f.loss(b) + f.cost(b);
    for (int step = 1; step <= most_steps; ++step) {
        const Local local(f, b);
        Vector next;
        if (f.lasso() > 0) {
            next = descended(f, b, local, live);
        } else if (auto exact = exact_step(f, b, local, live)) {
            next = std::move(*exact);
        } else {
            // A flat direction from the start is a matter of the columns; later, of outcomes set apart.
            return step == 1 ? FitRefusal::dependent_columns : FitRefusal::not_converged;
        }
        const Vector direction = next - b;
        const double promised = local.gradient.dot(direction) + f.cost(next) - f.cost(b);
        const double moved = direction.lpNorm<Eigen::Infinity>();
        Vector tried = next; // as it is: what the lasso put to 0 is to be exactly 0
        double share = 1, there = f.loss(tried) + f.cost(tried);
        // What is promised below rounding cannot be seen to come true.
        const bool visible = -promised > rounding * (1 + std::abs(here));
        for (int halving = 0;
             visible && halving < most_halvings && !(there <= here + descent * share * promised); ++halving) {
            share /= 2;
            tried = b + share * direction;
            there = f.loss(tried) + f.cost(tried);
        }
        b = std::move(tried);
        here = there;
        if (moved <= small_step * (1 + b.lpNorm<Eigen::Infinity>())) {
            const double worst = violation(f, b, Local(f, b).gradient);
            if (worst <= small_violation) {
                return PenalisedMinimum{std::move(b), worst, step};
            }
        }
    }
    return FitRefusal::not_converged;
}

std::vector<double> errors_of(const Criterion& f, const Standardised& data, const Vector& b) {
    const auto live = live_parameters(data);
    const Matrix hessian = Local(f, b).hessian;
    const auto size = static_cast<Eigen::Index>(live.size());
    Matrix information(size, size);
    for (Eigen::Index i = 0; i < size; ++i) {
        for (Eigen::Index j = 0; j < size; ++j) {
            information(i, j) = f.n() * hessian(live[i], live[j]);
        }
    }
    const Matrix covariance = information.ldlt().solve(Matrix::Identity(size, size));
    Vector shift = Vector::Zero(size); // of the intercept by moving the middles back
    shift(0) = 1;
    std::vector<double> errors(static_cast<std::size_t>(b.size()), 0);
    for (Eigen::Index i = 1; i < size; ++i) {
        const auto j = live[i] - 1;
        shift(i) = -data.middle(j) / data.scale(j);
        errors[static_cast<std::size_t>(j + 1)] = std::sqrt(covariance(i, i)) / data.scale(j);
    }
    errors[0] = std::sqrt(shift.dot(covariance * shift));
    return errors;
}

} // namespace longmen::stats::detail
