// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of the index and of the ranking.
#include <longmen/search/settings.hpp>

#include <catch2/catch.hpp>

namespace test_settings {

using namespace longmen;
using Catch::Matchers::Contains;

namespace {

search::Settings read(const std::string& ranking, const std::string& index) {
    return search::read_settings(Config::parse(ranking, "r.toml"), Config::parse(index, "i.toml"));
}

} // namespace

TEST_CASE("settings: the shipped files read, mistakes name file and line", "[search]") {
    const auto shipped = search::load_settings(std::string{LONGMEN_SOURCE_DIR} + "/models");
    CHECK(shipped.title > shipped.claims);
    CHECK(shipped.index.paired.contains("的"));
    const std::string fields =
        "[fields]\ntitle = 5\nabstract = 2\nclaims = 1\ndescription = 1\napplicants = 2\n"
        "inventors = ";
    const std::string index = "[pairs]\ncharacters = \"的一\"\n[build]\npiece = 10\nmegabytes = ";
    const std::string closest =
        "[closest]\nk1 = 1\nb_title = 0.5\nb_body = 0.5\ntitle = 3\ncharacter = 0.3\nneighbours = 0.3\n"
        "in_title = 0\nwhole_title = 0\ncommon = 0.3\ncandidates = 9\nkept = 2\nfeedback_records = 3\n"
        "feedback_terms = 4\nfeedback_weight = 0.5\nfeedback_title = 2\nmost = 100\ntopic_words = 12\n"
        "asking = [\"find\"]\n[fresh]\nweight = 0.2\nhalf_life_years = 4\n";
    const auto good = read("[bm25]\nk1 = 1\nb = 1\n" + fields + "0.5\n" + closest, index + "2\n");
    CHECK(good.inventors == 0.5);
    CHECK(good.closest.candidates == 9);
    CHECK(good.closest.asking == std::vector<std::string>{"find"});
    CHECK(good.fresh.weight == 0.2);
    CHECK(good.fresh.half_life_years == 4);
    auto endless = closest;
    endless.replace(endless.find("years = 4"), 9, "years = 0");
    CHECK_THROWS_WITH(read("[bm25]\nk1 = 1\nb = 1\n" + fields + "0.5\n" + endless, index + "2\n"),
                      Contains("0.1 to 100"));
    CHECK(good.index.paired.size() == 2);
    CHECK(good.index.bytes == 2U << 20U);
    CHECK_THROWS_WITH(read("[bm25]\nk1 = 1\nb = 2\n" + fields + "1\n", index + "2\n"), Contains("r.toml:3"));
    CHECK_THROWS_WITH(read("[bm25]\nk1 = 1\nb = 1\n" + fields + "-1\n", index + "2\n"), Contains("0 to 100"));
    CHECK_THROWS_WITH(read("[bm25]\nk1 = 1\nb = 1\n" + fields + "1\n" + closest, index + "0\n"),
                      Contains("i.toml:5"));
    CHECK_THROWS_WITH(
        read("[bm25]\nk1 = 1\nb = 1\n" + fields + "1\n[closest]\nk1 = 1\nkept = 0\n", index + "1\n"),
        Contains("r.toml"));
    CHECK_THROWS_WITH(read("colour = 1\n", index + "1\n"), Contains("colour"));
}

} // namespace test_settings
