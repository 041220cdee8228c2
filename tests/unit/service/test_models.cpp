// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped model files as they are listed and found.
#include <longmen/base/errors.hpp>
#include <longmen/service/models.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

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

TEST_CASE("models: found by id or file, else the ids there are", "[service]") {
    const auto path = service::find_model(folder, "programme", "jinzhong-2020");
    CHECK(std::filesystem::exists(path));
    CHECK(service::find_model(folder, "programme", path) == path);
    CHECK_THROWS_WITH(service::find_model(folder, "programme", "none"),
                      Catch::Matchers::Contains("jinzhong-2020"));
}
