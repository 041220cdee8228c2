// SPDX-License-Identifier: GPL-3.0-or-later
// Value models written in tests.
#pragma once

#include <longmen/scoring/value_model.hpp>

#include <string>

namespace longmen::test {

inline indicators::TechnologyFields shipped_fields() {
    return indicators::TechnologyFields::read(
        Config::read(LONGMEN_SOURCE_DIR "/models/classification/technology_fields.toml"));
}

/// A model with the given terms; `minimum` is that of the cohorts.
inline std::string model_text(const std::string& terms, int minimum = 1,
                              const std::string& coverage = "0.0") {
    return "id = \"test\"\nversion = \"1\"\ntitle_zh = \"试\"\ntitle_en = \"test\"\nquestion_zh = \"？\"\n"
           "question_en = \"?\"\nsources = []\nneeds = [\"app_date\"]\naggregation = \"weighted_mean\"\n"
           "scale = 100\nminimum_coverage = " +
           coverage + "\ncohort = {minimum = " + std::to_string(minimum) +
           "}\nuncertainty = {rule = \"one_weight_at_a_time\", change = 0.2}\n"
           "portfolio = {value = \"sum\", representative = \"best_active_member\", active = [\"in_force\", "
           "\"pending\"], top = 2}\n" +
           terms;
}

inline std::string term_text(const std::string& indicator, const std::string& weight,
                             const std::string& normalisation, const std::string& more = "",
                             const std::string& direction = "more") {
    return "[[term]]\nindicator = \"" + indicator + "\"\nweight = " + weight + "\ndirection = \"" +
           direction + "\"\nnormalisation = \"" + normalisation + "\"\n" +
           (more.find("undefined") == std::string::npos ? "undefined = \"drop\"\n" : "") + more + "\n";
}

inline scoring::ValueModel model_of(const std::string& text) {
    return scoring::read_value_model(Config::parse(text, "test.toml"), shipped_fields());
}

} // namespace longmen::test
