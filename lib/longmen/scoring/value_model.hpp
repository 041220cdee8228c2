// SPDX-License-Identifier: GPL-3.0-or-later
// A value model as its file states it: terms, weights, normalisation, what happens to the undefined.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/indicators/indicator.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/record/patent.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::scoring {

enum class Normalisation : std::uint8_t {
    cap_p99,    ///< min(1, x / 99th percentile of the cohort)
    percentile, ///< mid-rank percentile in the cohort
    share,      ///< min(1, x / full)
    points,     ///< points of the category
};
[[nodiscard]] std::string_view normalisation_key(Normalisation normalisation);
/// True when the normalisation compares with a cohort.
[[nodiscard]] bool needs_cohort(Normalisation normalisation);

struct ValueTerm {
    std::string key; ///< of the indicator, with its numbers: `cd_5y`
    const indicators::IndicatorInfo* info = nullptr;
    const indicators::Indicator* record = nullptr; ///< null when it takes the whole graph: a column
    double weight = 0;
    bool less_is_more = false; ///< direction `less`: 1 - normalised
    Normalisation normalisation = Normalisation::cap_p99;
    double full = 0;                     ///< of `share`
    std::vector<double> points;          ///< of `points`, by category
    std::vector<PatentType> types;       ///< empty: all; other types are not_applicable
    std::vector<Undefined> zero_reasons; ///< reasons that count as 0; any other drops the term
    std::string zero_label_zh, zero_label_en;

    [[nodiscard]] std::string heading(Lang lang) const;
};

enum class PortfolioValue : std::uint8_t { sum, top_mean };

struct PortfolioRule {
    PortfolioValue value = PortfolioValue::sum;
    std::vector<Validity> active;
    std::size_t top = 0;
};

struct ValueModel {
    std::string id, version;
    std::string title_zh, title_en, question_zh, question_en;
    std::vector<std::string> sources, needs;
    double scale = 100;
    double minimum_coverage = 0;
    std::size_t cohort_minimum = 0;
    double weight_change = 0; ///< of the rank range: each weight times 1 +- this
    PortfolioRule portfolio;
    bool granted_only = false;    ///< others have no value: not_granted
    std::string baseline;         ///< what cohorts are read from: a file, or a name; empty: the corpus itself
    std::vector<ValueTerm> terms; ///< in the order of the file
    std::string file, checksum;
    indicators::TechnologyFields fields;
};

/// Keys of the terms that take the whole graph, each once.
[[nodiscard]] std::vector<std::string> column_keys(const ValueModel& model);

/// DataError with file, line and key: unknown key, indicator, category, reason, type or field, a weight out
/// of 0..1, weights that do not add up to 1, an option the normalisation does not take or lacks.
[[nodiscard]] ValueModel read_value_model(const Config& config, indicators::TechnologyFields fields);

/// Reads the model that `name` means (see find_model_file) and the fields it needs from a models folder.
/// UsageError naming the models there are when there is no such model; DataError as above.
[[nodiscard]] ValueModel load_value_model(const std::string& models_folder, const std::string& name);

} // namespace longmen::scoring
