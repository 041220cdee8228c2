// SPDX-License-Identifier: GPL-3.0-or-later
// Listing and finding model files.
#include <longmen/base/errors.hpp>
#include <longmen/service/models.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace longmen;
namespace fs = std::filesystem;

TEST_CASE("models: the highest version of an id is found, v10 after v9; a file by its path") {
    const auto folder = fs::temp_directory_path() / "longmen-test-models";
    fs::remove_all(folder);
    fs::create_directories(folder / "value" / "m");
    for (const auto* version : {"9", "10"}) {
        std::ofstream(folder / "value" / "m" / (std::string{"v"} + version + ".toml"))
            << "id = 'm'\nversion = '" << version << "'\n";
    }
    CHECK(service::list_models(folder.string()).size() == 2);
    CHECK(service::find_model(folder.string(), "value", "m") == (folder / "value/m/v10.toml").string());
    CHECK(service::find_model(folder.string(), "value", "m/v9") == (folder / "value/m/v9.toml").string());
    const auto file = (folder / "value/m/v9.toml").string();
    CHECK(service::find_model("nowhere", "value", file) == file);
    CHECK_THROWS_WITH(service::find_model(folder.string(), "value", "x"),
                      Catch::Matchers::Contains("there are: m"));
    CHECK_THROWS_AS(service::find_model(folder.string(), "programme", "m"), UsageError);
    fs::remove_all(folder);
}
