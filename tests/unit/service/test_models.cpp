// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped model files as they are listed and found.
#include <longmen/service/models.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

namespace test_models {

using namespace longmen;

namespace {
const std::string folder = std::string{LONGMEN_SOURCE_DIR} + "/models";
}

TEST_CASE("models: every one has id, version, both titles, a source and a checksum", "[service]") {
    const auto models = service::list_models(folder);
    CHECK(models.size() >= 14);
    for (const auto& model : models) {
        INFO(model.path);
        CHECK_FALSE(model.id.empty());
        CHECK_FALSE(model.version.empty());
        CHECK_FALSE(model.title_zh.empty());
        CHECK_FALSE(model.title_en.empty());
        CHECK_FALSE(model.source.empty());
        CHECK(model.checksum.size() == 32);
    }
    CHECK(service::models_table(models, Lang::zh).rows.size() == models.size());
}

} // namespace test_models
