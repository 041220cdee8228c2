// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking of a programme's eligible enterprises as a choice that can be questioned.
#pragma once

#include <longmen/programme/assess.hpp>
#include <longmen/scoring/decisions.hpp>

#include <cstddef>

namespace longmen::programme {

/// The eligible that have a leap-growth score, by name then code, which also parts ties; the terms are the
/// parts of the score (percentiles / 100), a part that is not defined is left out. An expert's score stands
/// in for all parts of its enterprise, whatever the weights. UsageError when `places` is 0.
[[nodiscard]] scoring::NamedChoice ranking_choice(const Assessment& assessment, std::size_t places);

/// Tells the figures behind such a choice: of each part the last amount of the window (whole yuan, or the
/// portfolio's value), whose growth is held against all enterprises assessed. An amount with which the
/// enterprise would no longer meet the criteria is one with which it may not stand. Refers to its arguments,
/// which must outlive `decide`. An expert's score has no figure behind it.
void add_ranking_inputs(scoring::NamedChoice& choice, const Corpus& corpus, const Programme& programme,
                        const Assessment& assessment);

} // namespace longmen::programme
