// SPDX-License-Identifier: GPL-3.0-or-later
// Model files found by kind, id and version.
#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace test_model_files {

using namespace longmen;
namespace fs = std::filesystem;

namespace {

/// A models folder with three versions of a value model and one programme.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("longmen-models-" + std::to_string(getpid()));
    Folder() {
        for (const auto* name : {"value/m/v1.toml", "value/m/v2.toml", "value/m/v10.toml",
                                 "value/m/notes.toml", "value/checksums.toml", "programmes/p-2020.toml"}) {
            fs::create_directories((path / name).parent_path());
            std::ofstream{path / name} << "id = \"x\"\n";
        }
    }
    ~Folder() { fs::remove_all(path); }
};

} // namespace

TEST_CASE("model files: by kind, id and number of version, and nothing else that lies there") {
    const Folder folder;
    std::vector<std::string> names;
    for (const auto& file : list_model_files(folder.path.string())) {
        names.push_back(file.kind + " " + file.name());
    }
    CHECK(names == std::vector<std::string>{"programme p-2020", "value m/v1", "value m/v2", "value m/v10"});
    CHECK(list_model_files("/nowhere").empty());
}

TEST_CASE("model files: an id is its highest version, a path is itself, anything else is refused") {
    const Folder folder;
    const auto models = folder.path.string();
    CHECK(find_model_file(models, "value", "m").ends_with("/v10.toml"));
    CHECK(find_model_file(models, "value", "m/v2").ends_with("/v2.toml"));
    const auto path = find_model_file(models, "programme", "p-2020");
    CHECK(find_model_file(models, "value", path) == path);
    CHECK_THROWS_WITH(find_model_file(models, "value", "p-2020"), Catch::Contains("m/v1, m/v2, m/v10"));
    CHECK_THROWS_AS(find_model_file("/nowhere", "value", "m"), UsageError);
}

} // namespace test_model_files
