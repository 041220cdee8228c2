// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest move of weights that satisfies linear demands.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace longmen::scoring::detail {

/// normal . weights >= bound
struct Demand {
    std::vector<double> normal;
    double bound = 0;
};

struct LeastMove {
    double distance = 0; ///< sum of the absolute changes
    std::vector<double> weights;
};

/// Minimises sum |weights' - weights| over weights' >= 0 with the same sum that meet all demands; nothing
/// when none does. Variables are the ups and downs of the weights, so that the start is dual feasible and the
/// dual simplex method needs no first phase. Ties go to the smaller index: same bits everywhere.
/// Precondition: weights >= 0. Cost O((m + d) m) a pivot for d demands on m weights.
[[nodiscard]] std::optional<LeastMove> least_move(std::span<const double> weights,
                                                  std::span<const Demand> demands);

} // namespace longmen::scoring::detail
