// SPDX-License-Identifier: GPL-3.0-or-later
// Files that appear whole or not at all.
#include <longmen/base/errors.hpp>
#include <longmen/base/new_file.hpp>

#include <catch2/catch.hpp>
#include <support/folder.hpp>

#include <fstream>
#include <sstream>
#include <string_view>

namespace test_new_file {

using namespace longmen;

namespace {

std::string text_of(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("new file: kept, it replaces the older one; given up, it leaves it as it was") {
    const test::Folder folder;
    const auto path = folder.path("x.txt");
    std::ofstream{path} << "old";
    {
        const NewFile file{path};
        file.write(0, std::string_view{"half"});
        CHECK(text_of(path) == "old");
    }
    CHECK(text_of(path) == "old");
    CHECK_FALSE(std::filesystem::exists(path + ".part"));
    NewFile file{path};
    file.write(2, std::string_view{"cd"});
    file.write(0, std::string_view{"ab"});
    file.keep(4);
    CHECK(text_of(path) == "abcd");
    CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("new file: where nothing can be written, the sentence names the file") {
    const test::Folder folder;
    CHECK_THROWS_WITH(NewFile{folder.path("no/such/folder.txt")}, Catch::Contains("folder.txt"));
    std::filesystem::create_directories(folder.path("taken/inside"));
    NewFile file{folder.path("taken")};
    CHECK_THROWS_AS(file.keep(0), DataError);
    CHECK_FALSE(std::filesystem::exists(folder.path("taken.part")));
}

} // namespace test_new_file
