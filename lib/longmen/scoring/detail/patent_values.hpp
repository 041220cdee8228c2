// SPDX-License-Identifier: GPL-3.0-or-later
// From columns of terms to values, coverage and ranks of patents, whatever the patents are made of.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/scoring/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace longmen::scoring::detail {

/// Why a patent has no value whatever was measured; nothing when it may have one.
using Barred = std::function<std::optional<Undefined>(std::size_t patent)>;

/// Fills `scores.patents` and `scores.scored` from `scores.terms` under the model's own weights; ranks are
/// not set. Returns the positions of those with a value, ascending.
std::vector<std::uint32_t> value_patents(const ValueModel& model, Scores& scores, const Barred& barred);

/// What a baseline tells of itself.
[[nodiscard]] std::optional<BaselineBasis> basis_of(const Baseline* baseline);

} // namespace longmen::scoring::detail
