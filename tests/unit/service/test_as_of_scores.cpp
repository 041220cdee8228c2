// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of an earlier day: nothing without a date counts, and what has none is named.
#include <longmen/base/errors.hpp>
#include <longmen/service/as_of_scores.hpp>

#include <catch2/catch.hpp>

namespace test_as_of_scores {

using namespace longmen;

TEST_CASE("as-of scores: inputs by their dating, refused by name", "[service]") {
    const auto model = scoring::load_value_model(LONGMEN_SOURCE_DIR "/models", "longmen-first");
    const auto undated = service::inputs_of(model, indicators::Dating::undated);
    CHECK(undated == std::vector<std::string>{"vendor_forward_citations", "vendor_family_size"});
    CHECK_THROWS_AS(service::refuse_undated(model), UsageError);
    CHECK_THROWS_WITH(service::refuse_undated(model), Catch::Contains("vendor_family_size"));
    CHECK_NOTHROW(
        service::refuse_undated(scoring::load_value_model(LONGMEN_SOURCE_DIR "/models", "citation-count")));
}

} // namespace test_as_of_scores
