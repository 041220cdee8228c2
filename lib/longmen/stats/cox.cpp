// SPDX-License-Identifier: GPL-3.0-or-later
// Newton's method on the partial likelihood, risk sets summed from the last time to the first.
#include <longmen/stats/cox.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/stats/detail/standardised.hpp>

#include <cmath>
#include <functional>
#include <limits>
#include <optional>

namespace longmen::stats {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double small_step = 1e-9;
constexpr int most_halvings = 50;

/// Members that ended at one time, in rows [begin, cut) of the ordered table; [cut, end) are cut off at it.
/// All rows before `end` are at risk, but for those that entered later: the first `late` of the entries.
struct Moment {
    double time = 0;
    Eigen::Index begin = 0, cut = 0, end = 0;
    std::size_t late = 0;
};

/// Log partial likelihood with its slope and its negative second derivatives, without the penalty.
struct Local {
    double value = 0;
    Vector slope;
    Matrix information;
};

struct Likelihood {
    const Matrix& x; ///< rows from the last time to the first
    const std::vector<Moment>& moments;
    const std::vector<Eigen::Index>& entries; ///< rows, the last entry first
    Ties ties;

    [[nodiscard]] Local at(const Vector& b, bool derivatives) const {
        const auto p = x.cols();
        const Vector eta = x * b;
        const double top = eta.size() == 0 ? 0 : eta.maxCoeff(); // taken out of every exponential
        Local local{0, Vector::Zero(p), Matrix::Zero(p, p)};
        double risk = 0;
        Vector risk_x = Vector::Zero(p);
        Matrix risk_xx = Matrix::Zero(p, p);
        std::size_t gone = 0;
        for (const auto& moment : moments) {
            const auto d = moment.cut - moment.begin;
            double ending = 0;
            Vector ending_x = Vector::Zero(p);
            Matrix ending_xx = Matrix::Zero(p, p);
            for (auto i = moment.begin; i < moment.end; ++i) {
                const double e = std::exp(eta(i) - top);
                const bool ends = i < moment.cut;
                risk += e;
                ending += ends ? e : 0;
                local.value += ends ? eta(i) : 0;
                if (derivatives) {
                    const auto row = x.row(i).transpose();
                    risk_x += e * row;
                    risk_xx.selfadjointView<Eigen::Lower>().rankUpdate(row, e);
                    if (ends) {
                        local.slope += row;
                        ending_x += e * row;
                        ending_xx.selfadjointView<Eigen::Lower>().rankUpdate(row, e);
                    }
                }
            }
            for (; gone < moment.late; ++gone) {
                const double e = std::exp(eta(entries[gone]) - top);
                risk -= e;
                if (derivatives) {
                    const auto row = x.row(entries[gone]).transpose();
                    risk_x -= e * row;
                    risk_xx.selfadjointView<Eigen::Lower>().rankUpdate(row, -e);
                }
            }
            for (Eigen::Index k = 0; k < d; ++k) {
                const double part = ties == Ties::efron ? static_cast<double>(k) / static_cast<double>(d) : 0;
                const double sum = risk - part * ending;
                local.value -= std::log(sum) + top;
                if (derivatives) {
                    const Vector mean = (risk_x - part * ending_x) / sum;
                    local.slope -= mean;
                    local.information += (risk_xx - part * ending_xx) / sum - mean * mean.transpose();
                }
            }
        }
        if (derivatives) {
            local.information = local.information.selfadjointView<Eigen::Lower>();
        }
        return local;
    }
};

void check(const Design& design, std::span<const double> times, std::span<const std::uint8_t> ended,
           const CoxOptions& options, std::span<const double> entered) {
    detail::check_design(design);
    if (times.size() != design.rows || ended.size() != design.rows) {
        throw UsageError(Sentence{"时间、结局与数据行数不等", "times, ends and rows are not as many"});
    }
    if (!std::ranges::all_of(times, [](double t) { return std::isfinite(t) && t > 0; })) {
        throw UsageError(Sentence{"时间须大于 0", "a time is not above 0"});
    }
    if (!std::ranges::all_of(ended, [](std::uint8_t e) { return e <= 1; })) {
        throw UsageError(Sentence{"结局只能是 0 或 1", "an end is neither 0 nor 1"});
    }
    if (!entered.empty() && entered.size() != design.rows) {
        throw UsageError(Sentence{"进入观察的时间与数据行数不等", "entries and rows are not as many"});
    }
    for (std::size_t i = 0; i < entered.size(); ++i) {
        if (!(entered[i] >= 0 && entered[i] < times[i])) {
            throw UsageError(
                Sentence{"进入观察须不小于 0 且早于其时间", "an entry is below 0 or not before its time"});
        }
    }
    if (!(options.ridge >= 0) || !std::isfinite(options.ridge)) {
        throw UsageError(Sentence{"惩罚强度须不小于 0", "the ridge must not be below 0"});
    }
}

std::vector<Moment> moments_of(const std::vector<std::size_t>& order, std::span<const double> times,
                               std::span<const std::uint8_t> ended) {
    std::vector<Moment> moments;
    for (std::size_t i = 0; i < order.size();) {
        Moment moment{times[order[i]], static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(i), 0};
        for (; i < order.size() && times[order[i]] == moment.time; ++i) {
            moment.cut += ended[order[i]];
        }
        moment.end = static_cast<Eigen::Index>(i);
        moments.push_back(moment);
    }
    return moments;
}

/// Rows of the ordered table by entry, the last first, and how many of them entered too late for each moment.
std::vector<Eigen::Index> entries_of(const std::vector<std::size_t>& order, std::span<const double> entered,
                                     std::vector<Moment>& moments) {
    std::vector<Eigen::Index> entries(entered.size());
    std::iota(entries.begin(), entries.end(), Eigen::Index{0});
    const auto entry = [&](Eigen::Index row) { return entered[order[static_cast<std::size_t>(row)]]; };
    std::ranges::stable_sort(entries, std::greater{}, entry);
    std::size_t late = 0;
    for (auto& moment : moments) {
        while (late < entries.size() && entry(entries[late]) >= moment.time) {
            ++late;
        }
        moment.late = late;
    }
    return entries;
}

/// Solves with H for the columns that are not constant.
struct Solver {
    std::vector<Eigen::Index> live;
    Eigen::LDLT<Matrix> factors;

    Solver(const Matrix& information, const detail::Standardised& data, double ridge) {
        for (Eigen::Index j = 0; j < data.scale.size(); ++j) {
            if (data.scale(j) > 0) {
                live.push_back(j);
            }
        }
        Matrix h = reduced(information);
        h.diagonal().array() += ridge;
        factors.compute(h);
    }
    [[nodiscard]] Matrix reduced(const Matrix& full) const {
        const auto size = static_cast<Eigen::Index>(live.size());
        Matrix part(size, size);
        for (Eigen::Index i = 0; i < size; ++i) {
            for (Eigen::Index j = 0; j < size; ++j) {
                part(i, j) = full(live[static_cast<std::size_t>(i)], live[static_cast<std::size_t>(j)]);
            }
        }
        return part;
    }
    [[nodiscard]] bool regular() const { return live.empty() || detail::regular(factors); }
    [[nodiscard]] Vector solve(const Vector& full) const {
        Vector part(static_cast<Eigen::Index>(live.size()));
        for (std::size_t i = 0; i < live.size(); ++i) {
            part(static_cast<Eigen::Index>(i)) = full(live[i]);
        }
        Vector result = Vector::Zero(full.size());
        if (!live.empty()) {
            const Vector solved = factors.solve(part);
            for (std::size_t i = 0; i < live.size(); ++i) {
                result(live[i]) = solved(static_cast<Eigen::Index>(i));
            }
        }
        return result;
    }
};

struct Solved {
    Vector b;
    int steps = 0;
};

std::variant<Solved, FitRefusal> maximise(const Likelihood& likelihood, const detail::Standardised& data,
                                          const CoxOptions& options) {
    constexpr double half = 0.5;
    Vector b = Vector::Zero(likelihood.x.cols());
    for (int step = 1; step <= options.most_steps; ++step) {
        const auto local = likelihood.at(b, true);
        const Solver solver(local.information, data, options.ridge);
        if (!solver.regular()) {
            return step == 1 ? FitRefusal::dependent_columns : FitRefusal::not_converged;
        }
        const Vector direction = solver.solve(local.slope - options.ridge * b);
        const double here = local.value - half * options.ridge * b.squaredNorm();
        double share = 1;
        Vector tried = b + direction;
        for (int halving = 0; halving < most_halvings; ++halving) {
            const double there =
                likelihood.at(tried, false).value - half * options.ridge * tried.squaredNorm();
            if (there >= here - 1e-12 * (1 + std::abs(here))) {
                break;
            }
            share *= half;
            tried = b + share * direction;
        }
        b = tried;
        if (direction.lpNorm<Eigen::Infinity>() <= small_step * (1 + b.lpNorm<Eigen::Infinity>())) {
            return Solved{std::move(b), step};
        }
    }
    return FitRefusal::not_converged;
}

std::vector<BaselineStep> baseline_of(const Likelihood& likelihood, const Vector& b) {
    const Vector eta = likelihood.x * b;
    std::vector<BaselineStep> steps;
    double risk = 0;
    std::size_t gone = 0;
    for (const auto& moment : likelihood.moments) {
        for (auto i = moment.begin; i < moment.end; ++i) {
            risk += std::exp(eta(i)); // the columns have mean 0
        }
        for (; gone < moment.late; ++gone) {
            risk -= std::exp(eta(likelihood.entries[gone]));
        }
        if (const auto d = moment.cut - moment.begin; d > 0) {
            steps.push_back({moment.time, static_cast<std::size_t>(d),
                             static_cast<std::size_t>(moment.end) - gone, static_cast<double>(d) / risk});
        }
    }
    std::ranges::reverse(steps);
    double sum = 0;
    for (auto& one : steps) {
        sum += one.cumulative;
        one.cumulative = sum;
    }
    return steps;
}

} // namespace

double CoxFit::score(std::span<const double> inputs) const {
    double sum = 0;
    for (std::size_t j = 0; j < coefficients.size(); ++j) {
        sum += coefficients[j] * (inputs[j] - means[j]);
    }
    return sum;
}

double CoxFit::survival(std::span<const double> inputs, double time) const {
    const auto after = std::ranges::upper_bound(baseline, time, {}, &BaselineStep::time);
    return after == baseline.begin() ? 1 : std::exp(-(after - 1)->cumulative * std::exp(score(inputs)));
}

CoxFitOrRefusal cox(const Design& design, std::span<const double> times, std::span<const std::uint8_t> ended,
                    const CoxOptions& options, std::span<const double> entered) {
    check(design, times, ended, options, entered);
    if (design.rows == 0) {
        return FitRefusal::no_data;
    }
    const auto order = detail::order_of_rows(design, [&](std::size_t a, std::size_t b) {
        if (times[a] != times[b]) {
            return times[a] > times[b];
        }
        if (ended[a] != ended[b]) {
            return ended[a] > ended[b];
        }
        return !entered.empty() && entered[a] > entered[b];
    });
    auto moments = moments_of(order, times, ended);
    const auto entries = entries_of(order, entered, moments);
    CoxFit fit;
    fit.members = design.rows;
    fit.ended = static_cast<std::size_t>(std::ranges::count(ended, 1));
    if (fit.ended == 0) {
        return FitRefusal::one_class;
    }
    const detail::Standardised data(design, order);
    const Likelihood likelihood{data.x, moments, entries, options.ties};
    auto solved = maximise(likelihood, data, options);
    if (const auto* refusal = std::get_if<FitRefusal>(&solved)) {
        return *refusal;
    }
    const auto& [b, steps] = std::get<Solved>(solved);
    const auto local = likelihood.at(b, true);
    const Solver solver(local.information, data, options.ridge);
    const auto p = data.x.cols();
    for (Eigen::Index j = 0; j < p; ++j) {
        fit.standardised.push_back(b(j));
        fit.coefficients.push_back(data.unscaled(j, b(j)));
        fit.means.push_back(data.middle(j));
        const Vector column = solver.solve(Vector::Unit(p, j)); // of H^-1
        fit.standard_errors.push_back(
            data.unscaled(j, std::sqrt(std::max(0.0, column.dot(local.information * column)))));
    }
    fit.log_likelihood = local.value;
    fit.null_log_likelihood = likelihood.at(Vector::Zero(p), false).value;
    fit.baseline = baseline_of(likelihood, b);
    std::vector<double> scores;
    for (std::size_t i = 0; i < design.rows; ++i) {
        scores.push_back(fit.score(design.row(i)));
    }
    fit.concordance = concordance(times, ended, scores, entered);
    fit.steps = steps;
    return fit;
}

} // namespace longmen::stats
