// SPDX-License-Identifier: GPL-3.0-or-later
// The decision on one candidate while one of its figures is another.
#pragma once

#include <longmen/scoring/input_flip.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace longmen::scoring::detail {

/// A cohort with one of its values changed.
class ChangedCohort {
    const std::vector<double>* sorted_ = nullptr;
    double old_ = 0;

public:
    ChangedCohort(const std::vector<double>& sorted, double old) : sorted_(&sorted), old_(old) {}
    /// The i-th value from 0 when the changed one is `now`.
    [[nodiscard]] double at(std::size_t i, double now) const;
    [[nodiscard]] double p99(double now) const;
    /// Mid-rank of a value, 0..1, when the changed one is `now`.
    [[nodiscard]] double percentile(double value, double now) const;
};

class InputTrial {
    struct Mover {
        std::uint32_t candidate = 0;
        std::size_t cohort = 0; ///< place in changed_
        double rest = 0, used = 0;
    };
    const Choice& choice_;
    const TermInput& input_;
    std::size_t term_;
    std::uint32_t candidate_;
    bool chosen_ = false;                ///< as it is
    std::vector<ChangedCohort> changed_; ///< in which the own value is
    std::vector<bool> positive_;         ///< by these: a 99th percentile above 0, as it is
    std::size_t own_ = 0;                ///< place in changed_ of the cohort held against
    std::vector<Mover> movers_;          ///< others held against one of these
    std::vector<std::pair<std::uint64_t, std::uint32_t>> still_; ///< the other rivals' keys, best first
    double rest_ = 0, used_ = 0; ///< own weighted sum without the term, and weight measured

    [[nodiscard]] double held(double figure) const;
    [[nodiscard]] double normalised(double value, std::size_t cohort, double now) const;
    [[nodiscard]] double own_value(double figure) const;
    [[nodiscard]] double own_score(double figure) const;
    [[nodiscard]] bool ranks(double figure) const;
    [[nodiscard]] bool stands(double figure) const;

public:
    InputTrial(const Choice& choice, const TermInput& input, std::size_t term, std::uint32_t candidate);
    /// No cohort's term comes or goes with this figure.
    [[nodiscard]] bool known(double figure) const;
    /// The decision is the other one; of one that is not chosen, if it may stand.
    [[nodiscard]] bool turns(double figure) const;
    /// What `turns` supposes holds: one that is to be chosen may stand.
    [[nodiscard]] bool settles(double figure) const;
    [[nodiscard]] InputFlip flip(double figure) const;
};

} // namespace longmen::scoring::detail
