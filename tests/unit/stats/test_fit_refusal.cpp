// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and words of refusals: one each.
#include <longmen/stats/fit_refusal.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>

namespace test_fit_refusal {

using namespace longmen;
using namespace longmen::stats;

TEST_CASE("fit refusal: keys are stable, words in both languages") {
    CHECK(fit_refusal_key(FitRefusal::no_data) == "no_data");
    CHECK(fit_refusal_key(FitRefusal::dependent_columns) == "dependent_columns");
    std::set<std::string> zh, en;
    for (const auto refusal : {FitRefusal::no_data, FitRefusal::one_class, FitRefusal::dependent_columns,
                               FitRefusal::not_converged}) {
        zh.emplace(fit_refusal_text(refusal).zh);
        en.emplace(fit_refusal_text(refusal).en);
    }
    CHECK(zh.size() == 4);
    CHECK(en.size() == 4);
}

} // namespace test_fit_refusal
