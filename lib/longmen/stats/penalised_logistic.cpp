// SPDX-License-Identifier: GPL-3.0-or-later
// Newton's method with a penalty: exact steps for ridge, coordinate descent where there is a lasso part.
#include <longmen/base/sentence.hpp>
#include <longmen/stats/detail/standardised.hpp>
#include <longmen/stats/penalised_logistic.hpp>

#include <cmath>
#include <limits>
#include <optional>

namespace longmen::stats {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

/// Coefficients are right to about this, in deviations of their input.
constexpr double small_step = 1e-9;
constexpr double small_violation = 1e-9;
constexpr double descent = 1e-4; // share of the promised fall that a step must bring
constexpr double rounding = 1e-14;
constexpr int most_halvings = 50;
constexpr int most_sweeps = 10'000;
constexpr double smallest_alpha = 0.001;

double soft_plus(double t) {
    return std::max(t, 0.0) + std::log1p(std::exp(-std::abs(t)));
}

double chance_of(double t) {
    const double tail = std::exp(-std::abs(t));
    return (t >= 0 ? 1 : tail) / (1 + tail);
}

/// The criterion, with the intercept in place 0 of the parameters.
struct Criterion {
    const Matrix& x;
    const Vector& y;
    Penalty penalty;

    [[nodiscard]] double n() const { return static_cast<double>(y.size()); }
    [[nodiscard]] Vector eta(const Vector& b) const { return (x * b.tail(b.size() - 1)).array() + b(0); }
    [[nodiscard]] double loss(const Vector& b) const {
        const Vector t = eta(b);
        double sum = 0;
        for (Eigen::Index i = 0; i < t.size(); ++i) {
            sum += y(i) > 0 ? soft_plus(-t(i)) : soft_plus(t(i));
        }
        return sum / n();
    }
    [[nodiscard]] double cost(const Vector& b) const {
        const auto slopes = b.tail(b.size() - 1);
        return penalty.lambda *
               ((1 - penalty.alpha) / 2 * slopes.squaredNorm() + penalty.alpha * slopes.lpNorm<1>());
    }
    [[nodiscard]] double ridge() const { return penalty.lambda * (1 - penalty.alpha); }
    [[nodiscard]] double lasso() const { return penalty.lambda * penalty.alpha; }
};

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
std::vector<Eigen::Index> live_parameters(const detail::Standardised& data) {
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
    if (!detail::regular(factors)) {
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

struct Solved {
    Vector b;
    double violation = 0;
    int steps = 0;
};

std::variant<Solved, FitRefusal> solve(const Criterion& f, const detail::Standardised& data, Vector b,
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
                return Solved{std::move(b), worst, step};
            }
        }
    }
    return FitRefusal::not_converged;
}

/// Of intercept and coefficients on the scale of the inputs.
std::vector<double> errors_of(const Criterion& f, const detail::Standardised& data, const Vector& b) {
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

} // namespace

double LogisticFit::chance(std::span<const double> inputs) const {
    double eta = intercept;
    for (std::size_t j = 0; j < coefficients.size(); ++j) {
        eta += coefficients[j] * inputs[j];
    }
    return chance_of(eta);
}

LogisticFitOrRefusal penalised_logistic(const Design& design, std::span<const std::uint8_t> outcomes,
                                        const Penalty& penalty, const LogisticOptions& options) {
    check(design, outcomes, penalty.lambda, penalty.alpha);
    if (design.rows == 0) {
        return FitRefusal::no_data;
    }
    const Prepared prepared(design, outcomes);
    if (prepared.one_class()) {
        return FitRefusal::one_class;
    }
    const Criterion f{prepared.data.x, prepared.y, penalty};
    Vector start = Vector::Zero(prepared.data.x.cols() + 1);
    start(0) = std::log(prepared.share / (1 - prepared.share));
    const double null_loss = f.loss(start);
    auto solved = solve(f, prepared.data, start, options.most_steps);
    if (const auto* refusal = std::get_if<FitRefusal>(&solved)) {
        return *refusal;
    }
    const auto& [b, worst, steps] = std::get<Solved>(solved);
    LogisticFit fit;
    fit.penalty = penalty;
    fit.members = design.rows;
    fit.positives = static_cast<std::size_t>(prepared.y.sum());
    fit.intercept = b(0);
    for (Eigen::Index j = 0; j + 1 < b.size(); ++j) {
        fit.standardised.push_back(b(j + 1));
        fit.coefficients.push_back(prepared.data.unscaled(j, b(j + 1)));
        fit.intercept -= fit.coefficients.back() * prepared.data.middle(j);
    }
    fit.deviance = 2 * f.n() * f.loss(b);
    fit.null_deviance = 2 * f.n() * null_loss;
    fit.violation = worst;
    fit.steps = steps;
    if (penalty.lambda == 0) {
        fit.standard_errors = errors_of(f, prepared.data, b);
    }
    return fit;
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
