// SPDX-License-Identifier: GPL-3.0-or-later
// One cut-off date under validation: who is judged, what each model said, and the dates put together.
#pragma once

#include <longmen/report/validation_data.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/validate.hpp>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace longmen::service::detail {

/// One date: its members and what the models said of them.
struct Study {
    std::vector<std::uint32_t> members; ///< positions of patents
    scoring::Judged judged;
    report::ValidatedDate told;
};

struct Desk {
    const scoring::ValidationRules& rules;
    const std::vector<scoring::ValueModel>& models; ///< the yardsticks last
    /// Scores as of a day: by model, then by patent; NaN where there is none.
    std::function<std::vector<std::vector<double>>(const Date& day)> values_on;
    /// Outcomes within (as_of, until].
    std::function<Outcomes(const Date& as_of, const Date& until)> within;

    /// Scores as of the first day, held against the outcomes within the two; probabilities from the outcomes
    /// of as many days before.
    [[nodiscard]] Study study(const Date& as_of, const Date& until, const Outcomes& outcomes) const;
};

/// Every patent at one of the dates on which its outcome is known, in turn by its place, so
/// that no patent counts twice; and the positions.
[[nodiscard]] std::pair<scoring::Judged, std::vector<std::uint32_t>> pool(const std::vector<Study>& studies,
                                                                          std::size_t patents);

} // namespace longmen::service::detail
