// SPDX-License-Identifier: GPL-3.0-or-later
// Temporary files: what is put in comes out, and nothing is left in the folder.
#include <longmen/base/errors.hpp>
#include <longmen/base/scratch_file.hpp>

#include <catch2/catch.hpp>
#include <support/folder.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace test_scratch_file {

using namespace longmen;
using Catch::Matchers::Contains;

namespace {

std::string text_of(std::span<const char> bytes) {
    return {bytes.begin(), bytes.end()};
}

} // namespace

TEST_CASE("scratch file: bytes come back, from memory, from the disk and over their border") {
    const test::Folder folder;
    std::mt19937_64 random{7};
    for (const std::size_t in_memory : {0U, 100U, 100000U}) {
        ScratchFile file{{folder.path(""), in_memory}};
        std::string all;
        for (int i = 0; i < 200; ++i) {
            const std::string part(random() % 60, static_cast<char>('a' + i % 26));
            file.append(part);
            all += part;
            REQUIRE(file.size() == all.size());
            const auto begin = random() % (all.size() + 1);
            std::string read(random() % (all.size() - begin + 1), ' ');
            file.read(begin, read);
            REQUIRE(read == all.substr(begin, read.size()));
        }
        CHECK(file.on_disk() == (in_memory < 100000));
        auto moved = std::move(file);
        const auto view = moved.view();
        CHECK(text_of(view) == all);
        moved.drop(view.first(view.size() / 2));
        CHECK(text_of(view.last(10)) == all.substr(all.size() - 10));
        CHECK(std::filesystem::is_empty(folder.path(""))); // even now: the file has no name
    }
}

TEST_CASE("scratch file: columns by pieces, and an empty one") {
    const test::Folder folder;
    ScratchColumn<std::uint64_t> column{{folder.path(""), 1000}};
    CHECK(column.empty());
    CHECK(column.view().empty());
    std::vector<std::uint64_t> all;
    for (std::uint64_t i = 0; i < 300000; ++i) {
        column.push_back(i * i);
        all.push_back(i * i);
    }
    std::vector<std::uint64_t> read;
    column.each_piece([&](std::span<const std::uint64_t> piece, std::size_t begin) {
        CHECK(begin == read.size());
        read.insert(read.end(), piece.begin(), piece.end());
    });
    CHECK(read == all);
    CHECK(std::ranges::equal(column.view(), all));
}

TEST_CASE("scratch file: a folder that cannot be used is named, and what to do") {
    const test::Folder folder;
    ScratchFile file{{folder.path("absent"), 0}};
    try {
        file.append(std::string{"x"});
        FAIL("written into a folder that is not there");
    } catch (const DataError& error) {
        CHECK_THAT(error.what(), Contains("absent") && Contains("--scratch"));
    }
}

} // namespace test_scratch_file
