// SPDX-License-Identifier: GPL-3.0-or-later
// A validation of one model against two yardsticks, by hand.
#pragma once

#include <longmen/report/validation_data.hpp>

#include <cmath>

namespace longmen::test {

/// The model orders all 300 rightly but for a slow drift; yardsticks are close to chance.
inline report::ValidationData validation_case() {
    report::ValidationData data;
    data.rules = scoring::read_validation_rules(
        Config::read(std::string{LONGMEN_SOURCE_DIR} + "/models/validation/default.toml"));
    scoring::Judged judged;
    judged.models = {{"mine", false, {}, {}}, {"citation-count", true, {}, {}}, {"age-claims", true, {}, {}}};
    for (int i = 0; i < 300; ++i) {
        judged.outcomes.push_back(i % 2 == 0 || i % 10 == 1 ? 1 : 0);
        judged.models[0].scores.push_back(i % 2 == 0 ? 300 - i % 50 : i % 40);
        judged.models[0].probabilities.push_back(i % 2 == 0 ? 0.9 : 0.2);
        judged.models[1].scores.push_back(i * 37 % 101);
        judged.models[2].scores.push_back(i * 53 % 97);
    }
    data.outcome = "citations:1";
    data.outcome_words = {"此后又被引用至少 1 次", "cited at least 1 more times"};
    data.data_date = *Date::from_ymd(2020, 1, 1);
    for (const auto& model : judged.models) {
        data.models.push_back({model.id, "1", "0123", {model.id, model.id}, model.yardstick, {}, {}});
    }
    data.models[0].dropped = {"status"};
    data.pooled = scoring::validate(judged, data.rules);
    const auto as_of = *Date::from_ymd(2010, 12, 31), until = *Date::from_ymd(2015, 12, 31);
    data.dates.push_back({as_of, until, *Date::from_ymd(2006, 1, 1), 50, 12, data.pooled});
    data.groups.push_back({"year", "2008", {"2008", "2008"}, false, data.pooled});
    data.groups.push_back({"year", "2009", {"2009", "2009"}, true, data.pooled});
    data.left_out.push_back({"later", {"截止日之后才申请", "filed after the cut-off date"}, 7});
    data.cautions.push_back({"须注意", "to bear in mind"});
    return data;
}

} // namespace longmen::test
