// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes of families: the records of the workspace by their days of filing, whatever a vendor lists today.
#pragma once

#include <longmen/service/outcomes.hpp>

#include <cstddef>

namespace longmen::service::detail {

/// `family`: of families with fewer offices on the one day those that have `least` on the other.
void judge_families(Outcomes& outcomes, const Corpus& corpus, std::size_t least, const Date& as_of,
                    const Date& until);

/// Offices, or members, of each family on the later day, as `counts`. One member stands for its family: the
/// first filed, of one day the first by number; the others are left out (`other_member`), as is a family
/// whose first filing is not of the age asked for. A size that was reached by the first day is left out
/// (`already`).
void judge_breadth(Outcomes& outcomes, const Corpus& corpus, const OutcomeSpec& spec, const Date& as_of,
                   const Date& until);

} // namespace longmen::service::detail
