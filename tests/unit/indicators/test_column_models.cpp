// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that are shipped.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/column_models.hpp>

#include <catch2/catch.hpp>

namespace test_column_models {

using namespace longmen;
using namespace longmen::indicators;

TEST_CASE("column models: the shipped tables are read, others are missed") {
    const auto models = load_column_models(LONGMEN_SOURCE_DIR "/models");
    CHECK(models.texts.years_back == 5);
    CHECK_FALSE(models.markets.checksum().empty());
    CHECK_THROWS_AS(load_column_models(LONGMEN_SOURCE_DIR "/tests"), DataError);
}

} // namespace test_column_models
