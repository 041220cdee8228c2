// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots: written, opened, looked up, and refused when they are not whole.
#include "support/workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/store/snapshot.hpp>

#include <catch2/catch.hpp>

#include <cstring>
#include <fstream>
#include <iterator>

namespace test_snapshot {

using namespace longmen;
using namespace longmen::store;

namespace {

struct Small {
    std::vector<PackedNumber> numbers{*pack_number("CN109876543B"), first_unpacked() + 1, *pack_number("77"),
                                      first_unpacked()};
    std::vector<std::uint64_t> text_offsets{0, 17, 24};
    std::string text_bytes = "CN201811234567.X "
                             "foo bar";
    std::vector<Day> days{unknown_day, 5, 5, 900};
    std::vector<ArcId> cited_offsets{0, 0, 1, 2, 3}, citing_offsets{0, 2, 3, 3, 3};
    std::vector<std::uint32_t> cited{0, 0, 1}, citing{1, 2, 3};
    std::vector<std::uint64_t> about_offsets{0, 5, 9};
    std::string about = "clockdate";
    std::vector<std::uint32_t> family{0, 1, 0, 2};
    std::vector<std::uint64_t> name_offsets{0, 6, 9};
    std::string names = "claimsnpl";
    std::vector<std::int32_t> values{1, 2, 3, missing_measure, 10, 20, 30, 40};

    void write(const std::string& path) const {
        write_snapshot(path, {.numbers = numbers,
                              .texts = {text_offsets, text_bytes},
                              .day = days,
                              .year_only = {},
                              .classes = {},
                              .applicants = {},
                              .inventors = {},
                              .class_names = {},
                              .applicant_names = {},
                              .inventor_names = {},
                              .family = family,
                              .field = {},
                              .measure_names = {name_offsets, names},
                              .measure_values = values,
                              .cited = {cited_offsets, cited},
                              .citing = {citing_offsets, citing},
                              .about = {about_offsets, about}});
    }
};

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

TEST_CASE("snapshot: what is written is what is read, and documents are found by number") {
    const test::Folder folder;
    const auto path = folder.path("s.lms");
    Small{}.write(path);
    const auto snapshot = Snapshot::open(path);
    CHECK(snapshot.nodes() == 4);
    CHECK(snapshot.number(0) == "CN109876543B");
    CHECK(snapshot.columns().family[2] == 0);
    CHECK(snapshot.columns().field.empty());
    REQUIRE(snapshot.measures().size() == 2);
    CHECK(snapshot.measures()[0].name == "claims");
    CHECK(snapshot.measures()[0].values[3] == missing_measure);
    CHECK(snapshot.measures()[1].name == "npl");
    CHECK(snapshot.measures()[1].values[0] == 10);
    CHECK(snapshot.number(1) == "foo bar");
    CHECK(snapshot.find("CN109876543B") == 0U);
    CHECK(snapshot.find("foo bar") == 1U);
    CHECK(snapshot.find("77") == 2U);
    CHECK(snapshot.find("CN201811234567.X ") == 3U);
    CHECK(!snapshot.find("78"));
    CHECK(!snapshot.find("foo"));
    CHECK(snapshot.columns().cited[3][0] == 1);
    CHECK(snapshot.columns().citing[0].size() == 2);
    CHECK(snapshot.columns().day[0] == unknown_day);
    CHECK(snapshot.columns().classes.size() == 0);
    CHECK(snapshot.about("clock") == "date");
    CHECK(snapshot.about("unit").empty());
    CHECK(snapshot.damaged().empty());
    Small{}.write(folder.path("again.lms"));
    CHECK(bytes_of(path) == bytes_of(folder.path("again.lms")));
}

TEST_CASE("snapshot: a file that is none, of another version, cut short or changed") {
    const test::Folder folder;
    const auto path = folder.path("s.lms");
    Small{}.write(path);
    const auto whole = bytes_of(path);
    const auto with = [&](const std::string& bytes) {
        std::ofstream(folder.path("t.lms"), std::ios::binary) << bytes;
        return folder.path("t.lms");
    };
    CHECK_THROWS_AS(Snapshot::open(folder.path("absent.lms")), DataError);
    CHECK_THROWS_WITH(Snapshot::open(with("citing\tcited\n")), Catch::Contains("is no snapshot"));
    CHECK_THROWS_WITH(Snapshot::open(with("")), Catch::Contains("is no snapshot"));
    auto other = whole;
    other[8] = 9;
    CHECK_THROWS_WITH(Snapshot::open(with(other)), Catch::Contains("version 9"));
    for (std::size_t size = 1; size < whole.size(); size += 61) {
        CHECK_THROWS_AS(Snapshot::open(with(whole.substr(0, size))), DataError);
    }
    auto table = whole;
    table[100] = static_cast<char>(table[100] ^ 1);
    CHECK_THROWS_AS(Snapshot::open(with(table)), DataError);
    auto content = whole;
    const auto at = content.find("foo bar");
    content[at] = 'g';
    const auto damaged = Snapshot::open(with(content)).damaged();
    REQUIRE(damaged.size() == 1);
    CHECK(damaged[0] == "texts.bytes");
}

TEST_CASE("snapshot: what cannot be written says so and leaves nothing") {
    const test::Folder folder;
    CHECK_THROWS_AS(Small{}.write(folder.path("no/such/folder/s.lms")), DataError);
    CHECK(!std::filesystem::exists(folder.path("s.lms.part")));
}

} // namespace test_snapshot
