// SPDX-License-Identifier: GPL-3.0-or-later
// Reading value models: the shipped one, and every way to be refused.
#include "model_text.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/scoring/value_model.hpp>

#include <catch2/catch.hpp>

namespace test_value_model {

using namespace longmen;
using namespace longmen::scoring;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {
const std::string models = LONGMEN_SOURCE_DIR "/models";

void refused(const std::string& text, const std::string& piece) {
    INFO(text);
    CHECK_THROWS_AS(model_of(text), DataError);
    CHECK_THROWS_WITH(model_of(text), Catch::Contains(piece) && Catch::Contains("test.toml:"));
}
} // namespace

TEST_CASE("value model: the shipped model reads, by name, by version and by path") {
    const auto model = load_value_model(models, "longmen-first");
    CHECK(model.id == "longmen-first");
    CHECK(model.terms.size() == 7);
    CHECK(model.cohort_minimum == 30);
    CHECK(model.scale == 100);
    CHECK(model.weight_change == 0.2);
    CHECK(load_value_model(models, "longmen-first/v2").checksum == model.checksum);
    CHECK(load_value_model(models, models + "/value/longmen-first/v2.toml").checksum == model.checksum);
    CHECK(load_value_model(models, "longmen-first/v1").version == "1");
    CHECK_FALSE(model.question_zh.empty());
}

TEST_CASE("value model: an unknown name lists what there is") {
    CHECK_THROWS_AS(load_value_model(models, "longmen"), UsageError);
    CHECK_THROWS_WITH(load_value_model(models, "longmen"), Catch::Contains("longmen-first/v1"));
}

TEST_CASE("value model: unknown keys and names are refused with the allowed ones") {
    const auto good = term_text("claims", "1.0", "cap_p99");
    CHECK_NOTHROW(model_of(model_text(good)));
    refused(model_text(good + "colour = 1\n"),
            "`colour`: unknown key; allowed here: indicator, per, group, weight");
    refused("colour = 1\n" + model_text(good), "test.toml:1: `colour`: unknown key");
    refused(model_text(term_text("citations", "1.0", "cap_p99")),
            "there is no indicator `citations`; allowed here: forward_citations_5y, ");
    refused(model_text(term_text("claims", "1.0", "maximum")),
            "allowed here: cap_p99, percentile, share, points");
    refused(model_text(term_text("claims", "1.0", "cap_p99", "", "up")), "allowed here: more, less");
    refused(model_text(term_text("claims", "1.0", "cap_p99", "types = [\"plant\"]\n")),
            "unknown type `plant`");
    refused(model_text(term_text("claims", "1.0", "cap_p99", "undefined = \"mean\"\n")),
            "allowed here: drop, zero");
}

TEST_CASE("value model: weights add up to one, each above nothing") {
    refused(model_text(term_text("claims", "0.5", "cap_p99") + term_text("scope", "0.4", "cap_p99")),
            "the weights add up to 0.9, not to 1");
    refused(model_text(term_text("claims", "1.5", "cap_p99")), "1.5 is not between 0 and 1");
    refused(model_text(term_text("claims", "1.0", "cap_p99") + term_text("scope", "0", "cap_p99")),
            "leave it out");
    refused(model_text(term_text("claims", "0.5", "cap_p99") + term_text("claims", "0.5", "cap_p99")),
            "stands in two terms");
    refused(model_text(""), "no [[term]]");
    CHECK_NOTHROW(
        model_of(model_text(term_text("claims", "0.1", "cap_p99") + term_text("scope", "0.2", "cap_p99") +
                            term_text("grant_lag", "0.7", "cap_p99"))));
}

TEST_CASE("value model: options belong to their normalisation and policy") {
    const std::string points = "points = {in_force = 1.0, pending = 0.5, dead = 0.0}\n";
    CHECK_NOTHROW(model_of(model_text(term_text("status", "1.0", "points", points))));
    refused(model_text(term_text("status", "1.0", "cap_p99")), "is a category and takes `points`");
    refused(model_text(term_text("claims", "1.0", "points", points)), "is a number and takes no `points`");
    refused(model_text(term_text("status", "1.0", "points", "points = {in_force = 1.0, dead = 0.0}\n")),
            "the key `pending` is missing");
    refused(model_text(term_text("status", "1.0", "points",
                                 "points = {in_force = 1.0, pending = 0.5, dead = 0.0, lost = 0.0}\n")),
            "unknown category; allowed here: dead, pending, in_force");
    refused(model_text(
                term_text("status", "1.0", "points", "points = {in_force = 2.0, pending = 0, dead = 0}\n")),
            "2 is not between 0 and 1");
    refused(model_text(term_text("claims", "1.0", "share")), "the key `full` is missing");
    refused(model_text(term_text("claims", "1.0", "share", "full = 0\n")), "a number above 0");
    refused(model_text(term_text("claims", "1.0", "cap_p99", "full = 20\n")), "only `share` takes it");
    refused(model_text(term_text("claims", "1.0", "cap_p99", "zero_reasons = [\"no_data\"]\n")), "takes it");
    refused(model_text(term_text("claims", "1.0", "cap_p99", "undefined = \"zero\"\n")),
            "`zero_reasons` is missing");
    refused(model_text(term_text(
                "claims", "1.0", "cap_p99",
                "undefined = \"zero\"\nzero_reasons = [\"gone\"]\nlabel_zh = \"\"\nlabel_en = \"\"\n")),
            "unknown reason `gone`; allowed here: no_data, not_granted");
}

TEST_CASE("value model: ranges of the head are checked") {
    const auto good = term_text("claims", "1.0", "cap_p99");
    refused(model_text(good, 0), "0 is less than 1");
    refused(model_text(good, 1, "1.2"), "1.2 is not between 0 and 1");
    auto text = model_text(good);
    text.replace(text.find("app_date"), 8, "app_data");
    refused(text, "`app_data` is no field of the dictionary");
}

TEST_CASE("value model: a baseline and granted patents only, where the file says so") {
    const auto good = term_text("claims", "1.0", "cap_p99");
    CHECK_FALSE(test::model_of(model_text(good)).granted_only);
    CHECK(test::model_of(model_text(good)).baseline.empty());
    const auto model = test::model_of("only = \"granted\"\nbaseline = {name = \"b\"}\n" + model_text(good));
    CHECK(model.granted_only);
    CHECK(model.baseline == "b");
    refused("only = \"pending\"\n" + model_text(good), "allowed here: granted");
    refused("baseline = {file = \"b\"}\n" + model_text(good), "`file`");
    CHECK(load_value_model(models, "oecd-index-6").terms.size() == 6);
}

TEST_CASE("value model: options belong to their aggregation") {
    const auto with = [](const std::string& aggregation, const std::string& terms) {
        auto text = model_text(terms);
        text.replace(text.find("weighted_mean"), 13, aggregation);
        return text;
    };
    const auto good = term_text("claims", "1.0", "share", "full = 4\n");
    CHECK_NOTHROW(model_of(with("geometric_mean", good)));
    CHECK_NOTHROW(model_of(with("topsis", good)));
    refused(with("median", good), "allowed here: weighted_mean, points, geometric_mean, product, topsis");
    refused(with("product", good), "cannot leave a factor out; allowed here: zero, no_value");
    refused(model_text(term_text("claims", "1.0", "as_is")), "no upper bound goes with `product` only");
    refused(with("points", good), "leave it out");
    refused(with("points", "[[term]]\nindicator = \"claims\"\ndirection = \"more\"\nnormalisation = "
                           "\"share\"\nfull = 3\nundefined = \"drop\"\n"),
            "take `steps` or `points`");
    refused("group = [{id = \"a\", title_zh = \"\", title_en = \"\"}]\n" + with("topsis", good),
            "groups go with values that are sums");
}

TEST_CASE("value model: curves, ranges, quotients, cohorts, groups and bands are checked") {
    const auto claims = [](const std::string& normalisation, const std::string& more) {
        return model_text(term_text("claims", "1.0", normalisation, more));
    };
    refused(claims("curve", ""), "the key `curve` is missing");
    refused(claims("curve", "curve = [[1, 0.5]]\n"), "at least two places");
    refused(claims("curve", "curve = [[1, 0.5], [1, 0.6]]\n"), "must ascend");
    refused(claims("curve", "curve = [[1, 0.5], [2, 1.6]]\n"), "1.6 is not between 0 and 1");
    refused(claims("curve", "curve = [[1, 0.5], [2]]\n"), "[x, a value between 0 and 1]");
    refused(claims("share", "full = 1\ncurve = [[1, 0.5], [2, 1]]\n"), "only `curve` takes it");
    refused(claims("steps", "steps = [{from = 1, over = 2, points = 1}]\n"), "exclude each other");
    refused(claims("steps", "steps = [{over = 2, to = 2, points = 1}]\n"), "no number lies in this range");
    refused(claims("steps", "steps = [{over = 2, points = 0}]\n"), "at least one range must give points");
    refused(claims("steps", "steps = [{above = 2, points = 1}]\n"), "`above`: unknown key");
    refused(model_text(term_text("claims", "1.0", "steps", "steps = [{over = 2, points = 1}]\n", "less")),
            "tells the direction itself");
    refused(claims("share", "full = 1\nper = \"status\"\n"), "divided by one of: vendor_forward_citations");
    refused(claims("share", "full = 1\ncohort = \"years\"\n"), "takes no cohort");
    refused(claims("percentile", "cohort = \"field\"\n"), "allowed here: cell, years, sector");
    refused("baseline = {name = \"b\"}\n" + claims("percentile", "cohort = \"corpus\"\n"),
            "no cohort of everything");
    refused(claims("percentile", "group = \"a\"\n"), "the model has no [[group]]");
    const std::string group = "group = [{id = \"a\", title_zh = \"甲\", title_en = \"A\"}]\n";
    CHECK_NOTHROW(model_of(group + claims("percentile", "group = \"a\"\n")));
    refused(group + claims("percentile", "group = \"b\"\n"), "unknown group `b`; allowed here: a");
    refused(group + claims("percentile", ""), "the key `group` is missing");
    const std::string bands =
        "band = [{id = \"a\", from = 0, title_zh = \"\", title_en = \"\"}, {id = \"b\", "
        "from = 0, title_zh = \"\", title_en = \"\"}]\n";
    refused(bands + claims("percentile", ""), "bands must ascend");
    auto text = claims("percentile", "");
    text.replace(text.find("value = \"sum\""), 13, "value = \"h\"");
    refused(text, "the key `step` is missing");
    text.replace(text.find("value = \"h\""), 11, "value = \"sum\", step = 2");
    refused(text, "only `h` takes it");
}

TEST_CASE("value model: released versions are what they were when they were released") {
    const auto released = Config::read(models + "/value/checksums.toml");
    std::vector<std::string> names;
    for (const auto& file : list_model_files(models, "value")) {
        names.push_back(file.name());
    }
    CHECK(released.root().keys() == names);
    for (const auto& name : released.root().keys()) {
        INFO(name);
        CHECK(load_value_model(models, name).checksum == released.root().at(name).string());
    }
}

} // namespace test_value_model
