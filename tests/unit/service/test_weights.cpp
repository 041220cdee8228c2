// SPDX-License-Identifier: GPL-3.0-or-later
// Judgements read from a file, and models written with other weights.
#include <longmen/base/errors.hpp>
#include <longmen/service/weights.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

namespace test_weights {

using namespace longmen;

namespace {

const std::string models = std::string{LONGMEN_SOURCE_DIR} + "/models";
const std::vector<std::string> terms{"a", "b", "c"};

std::string file(const std::string& text) {
    const auto path = std::filesystem::temp_directory_path() / "longmen-judgements.csv";
    std::ofstream(path) << text;
    return path.string();
}

void refused(const std::string& text, const std::string& piece) {
    INFO(text);
    CHECK_THROWS_AS(service::read_judgements(file(text), terms), DataError);
    CHECK_THROWS_WITH(service::read_judgements(file(text), terms), Catch::Contains(piece));
}

} // namespace

TEST_CASE("weights: judgements by the names of the terms, in any order, numbers or fractions", "[service]") {
    const auto table = service::read_judgements(file("t,b,a,c\nc,1/5,0.5,1\na,2,1,2\nb,1,1/2,5\n"), terms);
    CHECK(table.cells == std::vector<double>{1, 2, 2, 0.5, 1, 5, 0.5, 0.2, 1});
    refused("t,b,a,x\na,1,1,1\n", "`x` is no term of the model; its terms are: a, b, c");
    refused("t,b,a\na,1,1\n", "every term once");
    refused("t,a,b,c\na,1,1,1\nb,1,1,1\n", "the row of `c` is missing");
    refused("t,a,b,c\na,1,1,1\na,1,1,1\nb,1,1,1\n", "one row for each term");
    refused("t,a,b,c\na,1,1/0,1\n", "neither a number nor a fraction");
    const auto blank = service::blank_judgements(terms);
    CHECK(blank.columns.size() == 4);
    CHECK(std::get<std::string>(blank.rows[2][0]) == "c");
    CHECK(std::get<std::int64_t>(blank.rows[2][1]) == 1);
}

TEST_CASE("weights: a model written with other weights differs in nothing else", "[service]") {
    const auto model = scoring::load_value_model(models, "longmen-first");
    const std::vector<double> weights{1, 1, 2, 1, 1, 1, 1};
    const auto text = service::model_with_weights(model, weights, "mine", {"why"});
    const auto read = scoring::read_value_model(Config::parse(text, "mine.toml"), model.fields);
    CHECK(text.starts_with("# why\n"));
    CHECK(read.id == "mine");
    CHECK(read.version == "1");
    for (std::size_t t = 0; t < 7; ++t) {
        CHECK(read.terms[t].weight == Approx(weights[t] / 8));
        CHECK(read.terms[t].key == model.terms[t].key);
        CHECK(read.terms[t].less_is_more == model.terms[t].less_is_more);
    }
    CHECK(read.minimum_coverage == model.minimum_coverage);
    const auto less = scoring::read_value_model(
        Config::parse(service::model_with_weights(model, {1, 0, 1, 0, 1, 1, 0}, "mine", {}), "mine.toml"),
        model.fields);
    REQUIRE(less.terms.size() == 4);
    CHECK(less.terms[1].key == "claims");
    CHECK(less.terms[3].key == "remaining_life");
    CHECK(less.terms[3].zero_label_en == model.terms[5].zero_label_en);
    CHECK(less.terms[3].weight == 0.25);
    CHECK_THROWS_AS(service::model_with_weights(model, std::vector<double>(7, 0), "mine", {}), UsageError);
    const auto points = scoring::load_value_model(models, "valuable-points");
    CHECK_THROWS_AS(service::model_with_weights(points, std::vector<double>(8, 1), "mine", {}), UsageError);
}

} // namespace test_weights
