// SPDX-License-Identifier: GPL-3.0-or-later
// What does not hang together in the records: doubles, impossible dates, lags out of range, orphans.
#pragma once

#include <longmen/analysis/rules.hpp>
#include <longmen/analysis/selection.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/record/patent.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::analysis {

/// One kind of trouble and who has it.
struct Finding {
    std::string_view key; ///< `doubles`, `published_before_filing`, ...
    Text what;
    std::size_t count = 0;             ///< records, or enterprises
    std::vector<std::string> examples; ///< numbers or names, the first `most`
};

/// Findings with a count above 0, in the order below.
///   doubles                   same office, type, title, first applicant and day of filing, other number: the
///                             records beyond the first of each group. (A utility model beside an invention
///                             of the same day is lawful and no double.)
///   published_before_filing, granted_before_filing, priority_after_filing
///   after_cut_off             filed, published or granted after the corpus' date
///   grant_lag, publication_lag   longer than the rules allow; a record known by its grant alone has no
///                             publication lag
///   enterprise_without_patents, enterprise_without_figures
/// Only dates of whole days are compared.
[[nodiscard]] std::vector<Finding> check_consistency(const Corpus& corpus,
                                                     std::span<const std::uint32_t> selection,
                                                     const Rules& rules, std::size_t most);

} // namespace longmen::analysis
