// SPDX-License-Identifier: GPL-3.0-or-later
// Traces recomputed from their own numbers and from the corpus, by a routine that shares nothing with the
// library.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/explain.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>
#include <random>

namespace test_explain {

using namespace longmen;
using namespace longmen::scoring;
using nlohmann::json;
using test::invention;

namespace {

Corpus park(unsigned seed, int n) {
    std::mt19937 random{seed};
    Corpus corpus;
    corpus.as_of = test::day("2022-06-30");
    corpus.generation = "7";
    corpus.enterprises.resize(3);
    for (std::size_t e = 0; e < 3; ++e) {
        corpus.enterprises[e].name = "企业" + std::to_string(e);
        corpus.enterprises[e].park = e < 2 ? "园区" : "";
    }
    const char* classes[] = {"D01H4/00", "F15B11/00", "A61K31/00"};
    for (int i = 0; i < n; ++i) {
        auto p = invention("CN" + std::to_string(1000 + i) + "B", "2015-05-06", classes[random() % 3]);
        p.app_date = p.app_date->add_days(static_cast<int>(random() % 1500));
        if (random() % 5 != 0) {
            p.n_claims = 1 + random() % 12;
        }
        if (random() % 4 != 0) {
            p.vendor_forward_citations = random() % 6;
            p.vendor_family_size = 1 + random() % 3;
        }
        const auto kind = random() % 4;
        p.status = kind == 0   ? LegalState::fee_lapsed
                   : kind == 1 ? LegalState::examination
                               : LegalState::granted;
        if (kind > 1) {
            p.grant_date = p.app_date->add_days(300 + static_cast<int>(random() % 900));
        }
        p.family = "F" + std::to_string(random() % 90);
        p.enterprises = {static_cast<std::uint32_t>(random() % 3)};
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

/// The value again from nothing but the JSON.
double by_hand(const json& trace) {
    double sum = 0, weights = 0;
    for (const auto& term : trace["terms"]) {
        const std::string state = term["state"];
        if (state == "dropped") {
            continue;
        }
        double x = 0;
        if (state == "measured") {
            const std::string rule = term["normalisation"];
            if (rule == "cap_p99") {
                x = std::min(1.0, term["raw"].get<double>() / term["cohort"]["p99"]["value"].get<double>());
            } else if (rule == "share") {
                x = std::min(1.0, term["raw"].get<double>() / term["full"].get<double>());
            } else {
                x = term["points"][term["category"].get<std::string>()];
            }
            if (term["direction"] == "less") {
                x = 1 - x;
            }
        }
        sum += term["weight"].get<double>() * x;
        weights += term["weight"].get<double>();
    }
    return 100 * sum / weights;
}

/// 99th percentile of the claims in a named cohort, from the corpus alone.
double claims_p99(const Corpus& corpus, const std::string& level, const std::string& ipc, int year) {
    std::vector<double> values;
    const auto sector_of = [](char section) { return section == 'A' ? 3 : 4; };
    for (const auto& p : corpus.patents) {
        const int away = std::abs(p.app_date->year() - year);
        const bool in = level == "corpus" || (level == "all_fields" && away <= 1) ||
                        (level == "sector" && away <= 1 && sector_of(p.ipc[0][0]) == sector_of(ipc[0])) ||
                        (level == "years" && away <= 1 && p.ipc[0] == ipc) ||
                        (level == "cell" && away == 0 && p.ipc[0] == ipc);
        if (in && p.n_claims) {
            values.push_back(static_cast<double>(*p.n_claims));
        }
    }
    std::sort(values.begin(), values.end());
    const std::size_t h = values.size() * 99;
    return h % 100 == 0 ? (values[h / 100 - 1] + values[h / 100]) / 2 : values[h / 100];
}

} // namespace

TEST_CASE("explain: every patent's value is recomputed from its trace") {
    const auto model = load_value_model(LONGMEN_SOURCE_DIR "/models", "longmen-first");
    const auto corpus = park(3, 250);
    const auto scores = evaluate(corpus, model);
    std::size_t levels = 0;
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        const auto trace = json::parse(to_json(explain_patent(corpus, model, scores, i)));
        REQUIRE(trace["number"] == corpus.patents[i].number);
        double contributions = 0, measured = 0;
        for (const auto& term : trace["terms"]) {
            contributions += term["contribution"].get<double>();
            measured += term["state"] == "measured" ? term["weight"].get<double>() : 0;
        }
        REQUIRE(trace["coverage"].get<double>() == Approx(measured));
        if (trace["value"].is_null()) {
            REQUIRE(measured < 0.5);
            continue;
        }
        REQUIRE(trace["value"].get<double>() == Approx(by_hand(trace)).epsilon(1e-10));
        REQUIRE(trace["value"].get<double>() == Approx(contributions).epsilon(1e-10));
        const auto& claims = trace["terms"][2];
        REQUIRE(claims["indicator"] == "claims");
        const auto& cohort = claims["cohort"];
        REQUIRE(cohort["p99"]["value"].get<double>() == claims_p99(corpus, cohort["level"],
                                                                   corpus.patents[i].ipc[0],
                                                                   corpus.patents[i].app_date->year()));
        const auto& steps = cohort["steps"];
        for (std::size_t s = 0; s + 1 < steps.size(); ++s) {
            REQUIRE(steps[s]["size"] < 30);
        }
        REQUIRE(steps.back()["size"] >= 30);
        REQUIRE(steps.back()["size"] == cohort["size"]);
        levels |= 1U << steps.size();
    }
    CHECK(levels > 2); // more than one step of merging was met
}

TEST_CASE("explain: the model, the data and the weight change behind a rank are named") {
    const auto model = load_value_model(LONGMEN_SOURCE_DIR "/models", "longmen-first");
    const auto corpus = park(4, 120);
    const auto scores = evaluate(corpus, model);
    const auto best = scores.patent_order[0];
    const auto trace = json::parse(to_json(explain_patent(corpus, model, scores, best)));
    CHECK(trace["basis"]["model"] == "longmen-first");
    CHECK(trace["basis"]["version"] == "2");
    CHECK(trace["basis"]["model_checksum"] == model.checksum);
    CHECK(trace["basis"]["generation"] == "7");
    CHECK(trace["basis"]["as_of"] == "2022-06-30");
    CHECK(trace["rank"] == 1);
    CHECK(trace["of"] == scores.scored);
    CHECK(trace["rank_low_by"].is_null());
    bool named = false;
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        const auto t = explain_patent(corpus, model, scores, i);
        named = named || t.high_change.ends_with("+20%") || t.high_change.ends_with("-20%");
    }
    CHECK(named);
    CHECK_THROWS_AS(explain_patent(corpus, model, scores, 120), UsageError);
}

TEST_CASE("explain: an enterprise's and a park's value is the sum of the parts counted") {
    const auto model = load_value_model(LONGMEN_SOURCE_DIR "/models", "longmen-first");
    const auto corpus = park(5, 200);
    const auto scores = evaluate(corpus, model);
    const auto check = [&](const PartyTrace& party) {
        const auto trace = json::parse(to_json(party));
        double sum = 0, coverage = 0;
        std::size_t active = 0, counted = 0;
        std::vector<double> values;
        for (const auto& part : trace["parts"]) {
            active += part["validity"] != "dead" ? 1 : 0;
            if (part["counted"].get<bool>()) {
                ++counted;
                sum += part["value"].get<double>();
                coverage += part["coverage"].get<double>();
                values.push_back(part["value"].get<double>());
                CHECK(part["left_out"].is_null());
            } else {
                CHECK_FALSE(part["left_out"].is_null());
            }
        }
        std::sort(values.begin(), values.end(), std::greater<>{});
        values.resize(std::min<std::size_t>(values.size(), 10));
        double top = 0;
        for (const double v : values) {
            top += v;
        }
        CHECK(trace["value"].get<double>() == Approx(sum));
        CHECK(trace["top_mean"].get<double>() == Approx(top / static_cast<double>(values.size())));
        CHECK(trace["families_active"] == active);
        CHECK(trace["families_counted"] == counted);
        CHECK(trace["coverage"].get<double>() == Approx(coverage / static_cast<double>(active)));
        CHECK(trace["families"] == trace["parts"].size());
    };
    check(explain_enterprise(corpus, model, scores, 0));
    check(explain_enterprise(corpus, model, scores, 2));
    REQUIRE(scores.parks.size() == 1);
    check(explain_park(corpus, model, scores, 0));
    CHECK_THROWS_AS(explain_enterprise(corpus, model, scores, 3), UsageError);
    CHECK_THROWS_AS(explain_park(corpus, model, scores, 1), UsageError);
}

TEST_CASE("explain: undefined stays null with its reason, zero by rule carries its label") {
    const auto model = load_value_model(LONGMEN_SOURCE_DIR "/models", "longmen-first");
    auto corpus = park(6, 60);
    corpus.patents[0].vendor_forward_citations.reset();
    corpus.patents[0].status = LegalState::fee_lapsed;
    const auto scores = evaluate(corpus, model);
    const auto trace = json::parse(to_json(explain_patent(corpus, model, scores, 0)));
    const auto& forward = trace["terms"][0];
    CHECK(forward["raw"].is_null());
    CHECK(forward["normalised"].is_null());
    CHECK(forward["reason"] == "no_data");
    CHECK(forward["weight_used"] == 0);
    const auto& life = trace["terms"][5];
    CHECK(life["state"] == "zeroed");
    CHECK(life["reason"] == "not_in_force");
    CHECK(life["label"]["zh"] == "权利已终止，剩余保护期按 0 计");
}

} // namespace test_explain
