// SPDX-License-Identifier: GPL-3.0-or-later
// Figures behind the terms of scored patents.
#pragma once

#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/term_input.hpp>

#include <span>
#include <vector>

namespace longmen::scoring::detail {

/// By term of an additive model. `positions`: patents that are candidates. Refers to model and scores.
[[nodiscard]] std::vector<TermInput> patent_inputs(const ValueModel& model, const Scores& scores,
                                                   std::span<const std::uint32_t> positions);

} // namespace longmen::scoring::detail
