// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of a model found in several ways, side by side; a model with other weights as a file.
#pragma once

#include <longmen/scoring/number_table.hpp>
#include <longmen/scoring/weight_schemes.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/section.hpp>

#include <string>
#include <vector>

namespace longmen::service {

/// Judgements of pairs from a table: a heading with the names of the terms, a row for each term that begins
/// with its name; cell (row, column) says how many times the row matters as much as the column, as a number
/// or a fraction
/// (`1/3`). In the order of `terms`. DataError with file and row on anything else, names that are no terms
/// and terms that are missing included.
[[nodiscard]] scoring::NumberTable read_judgements(const std::string& path,
                                                   const std::vector<std::string>& terms);

/// The judgements all 1: a table to fill in, rows and columns named by the terms.
[[nodiscard]] Table blank_judgements(const std::vector<std::string>& terms);

[[nodiscard]] std::vector<Section> weights_sections(const Scored& scored,
                                                    const scoring::WeightSchemes& schemes, Lang lang);
/// One row a term: `term`, then a column for each scheme by its key.
[[nodiscard]] Table weights_table(const Scored& scored, const scoring::WeightSchemes& schemes, Lang lang);
[[nodiscard]] std::string weights_json(const Scored& scored, const scoring::WeightSchemes& schemes);

/// The text of the model's file with other weights, as model `id` version 1, each weight in its place and all
/// else as it stands; terms of weight 0 are taken out; `notes` stand above it as comments. UsageError when
/// the terms have no weights of their own (a points model) or all would be 0; DataError when the file is not
/// written line by line as the shipped ones are.
[[nodiscard]] std::string model_with_weights(const scoring::ValueModel& model,
                                             const std::vector<double>& weights, const std::string& id,
                                             const std::vector<std::string>& notes);

} // namespace longmen::service
