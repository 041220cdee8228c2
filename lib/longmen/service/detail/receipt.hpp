// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt of one score: every number it is made of, whatever the inputs came from.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/scoring/explain.hpp>
#include <longmen/service/score.hpp>

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace longmen::service::detail {

struct Receipt {
    scoring::PatentTrace trace;
    const scoring::ValueModel& model;
    const scoring::Scores& scores;
    std::size_t patent = 0; ///< place among the scores
    std::string applicants;
    std::string_view clock; ///< of the data
    Text inputs_title;
    Table inputs; ///< where they come from, or what they are
};

[[nodiscard]] Explanation patent_receipt(const Receipt& receipt, Lang lang);
/// The trace with `inputs`; the values of its cohorts go to `cohorts` by term and id, once each.
[[nodiscard]] nlohmann::ordered_json receipt_json(const Receipt& receipt, nlohmann::ordered_json& cohorts);

/// Value, place and coverage in a sentence, or why there is no value.
[[nodiscard]] std::string rank_line(const scoring::RankRange& rank, const Measured<double>& value,
                                    double coverage, std::size_t of, double change, Lang lang);
/// By which model, on which data; the baseline, and whether its clock is another.
void add_basis(Section& head, const scoring::Basis& basis, std::string_view clock, Lang lang);

} // namespace longmen::service::detail
