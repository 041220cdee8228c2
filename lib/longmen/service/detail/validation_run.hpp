// SPDX-License-Identifier: GPL-3.0-or-later
// A validation from what is asked to its figures, of a workspace and of a snapshot alike.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/report/validation_data.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/validate.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::service::detail {

/// The limits as `models/validation/default.toml` has them.
[[nodiscard]] scoring::ValidationRules validation_rules(const std::string& models_folder);

/// The request, read and checked.
struct ValidationPlan {
    scoring::ValidationRules rules;
    OutcomeSpec spec;
    std::vector<std::pair<Date, Date>> windows; ///< (as_of, until] of each date
    std::vector<scoring::ValueModel> models;    ///< the yardsticks last
};
/// UsageError, DataError as validate_models.
[[nodiscard]] ValidationPlan plan_validation(const ValidateRequest& request);

/// Where a patent is grouped.
struct Area {
    int field = 0, year = 0;
    std::string office;
};

/// Patents, or documents, that are judged.
struct Validated {
    std::size_t size = 0; ///< places run below it
    Date data_date;
    const indicators::TechnologyFields& fields;
    std::function<Area(std::uint32_t)> area_of; ///< of one that is judged
    /// Scores as of a day: by model, then by place; NaN where there is none.
    std::function<std::vector<std::vector<double>>(const Date& day)> values_on;
    /// Outcomes within (as_of, until].
    std::function<Outcomes(const Date& as_of, const Date& until)> within;
};

/// All but the cautions.
[[nodiscard]] report::ValidationData run_validation(const ValidateRequest& request,
                                                    const ValidationPlan& plan, const Validated& validated);

/// That citations of the last months before the data end are not all published.
void add_unpublished_caution(report::ValidationData& data);
/// That the clock of citations is the filing of the citing document.
void add_filing_clock_caution(report::ValidationData& data);
/// What goes for every source.
void add_shared_cautions(report::ValidationData& data);

} // namespace longmen::service::detail
