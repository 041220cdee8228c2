// SPDX-License-Identifier: GPL-3.0-or-later
// A table of numbers that a model is fitted to: one row for each member, one column for each input.
#pragma once

#include <cstddef>
#include <span>

namespace longmen::stats {

/// The numbers are the caller's, one row behind another.
struct Design {
    std::size_t rows = 0, columns = 0;
    std::span<const double> values;

    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return values[row * columns + column];
    }
    [[nodiscard]] std::span<const double> row(std::size_t i) const {
        return values.subspan(i * columns, columns);
    }
};

} // namespace longmen::stats
