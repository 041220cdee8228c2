// SPDX-License-Identifier: GPL-3.0-or-later
// What was known on a day: nothing that is later than the cut-off date exists.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/prefix.hpp>
#include <longmen/indicators/column.hpp>

#include <vector>

namespace longmen::indicators {

/// An input cut off at a day: documents by the clock of the graph, the citations among them, and of the days
/// among the measures (`..._day`) those not later; other measures carry no date and stay. The records see the
/// day as `as_of`. Costs nothing when no document is later and no measure is a day.
class CutOff {
    graph::Prefix prefix_;
    std::vector<Buffer<std::int32_t>> known_days_;
    std::vector<Measure> measures_;
    ColumnInput input_;

public:
    /// What `whole` points at must outlive it.
    CutOff(const ColumnInput& whole, graph::Day as_of, Threads& threads);
    CutOff(CutOff&&) = default;
    CutOff& operator=(CutOff&&) = delete;
    [[nodiscard]] const ColumnInput& input() const { return input_; }
};

} // namespace longmen::indicators
