// SPDX-License-Identifier: GPL-3.0-or-later
// Differences of two model files: changed, gone, new; order alone is none.
#include <longmen/base/errors.hpp>
#include <longmen/service/model_diff.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

namespace test_model_diff {

using namespace longmen;

namespace {
const std::string folder = std::string{LONGMEN_SOURCE_DIR} + "/models";

std::string file(const std::string& name, const std::string& text) {
    const auto path = std::filesystem::temp_directory_path() / ("longmen-diff-" + name + ".toml");
    std::ofstream(path) << text;
    return path.string();
}
} // namespace

TEST_CASE("model diff: what changed, what is gone and what is new, by the names of terms", "[service]") {
    const auto a =
        file("a", "id = \"m\"\nscale = 100\n[portfolio]\ntop = 5\nactive = [\"x\", \"y\"]\n"
                  "[[term]]\nindicator = \"claims\"\nweight = 0.5\n"
                  "[[term]]\nindicator = \"claims\"\nper = \"age\"\nweight = 0.5\npoints = {a = 1}\n");
    const auto b =
        file("b", "scale = 100\nid = \"m\"\n[[term]]\nindicator = \"claims\"\nper = \"age\"\n"
                  "weight = 0.25\npoints = {a = 2}\n[[term]]\nindicator = \"scope\"\nweight = 0.75\n"
                  "[portfolio]\ntop = 5\nactive = [\"x\"]\n");
    const auto found = service::diff_models(folder, a, b);
    std::vector<std::string> lines;
    for (const auto& one : found) {
        lines.push_back(one.key + ": " + one.before.value_or("-") + " > " + one.after.value_or("-"));
    }
    CHECK(lines ==
          std::vector<std::string>{"portfolio.active: [x, y] > [x]", "term[claims].indicator: claims > -",
                                   "term[claims].weight: 0.5 > -", "term[claims/age].weight: 0.5 > 0.25",
                                   "term[claims/age].points.a: 1 > 2", "term[scope].indicator: - > scope",
                                   "term[scope].weight: - > 0.75"});
    CHECK(service::diff_models(folder, a, a).empty());
    const auto table = service::diff_table(found, Lang::en);
    CHECK(table.rows.size() == 7);
    CHECK_FALSE(std::holds_alternative<std::string>(table.rows.back()[1]));
}

TEST_CASE("model diff: shipped models by name; an unknown one names what there is", "[service]") {
    CHECK(service::diff_models(folder, "oecd-index-4", "oecd-index-4/v1").empty());
    CHECK_FALSE(service::diff_models(folder, "oecd-index-4", "oecd-index-6").empty());
    CHECK_FALSE(service::diff_models(folder, "longmen-first", "jinzhong-2020").empty());
    CHECK_THROWS_AS(service::diff_models(folder, "longmen-first", "nothing"), UsageError);
}

} // namespace test_model_diff
