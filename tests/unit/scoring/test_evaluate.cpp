// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation: OECD's worked values, undefined terms, portfolios, order of input.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/scoring/evaluate.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_evaluate {

using namespace longmen;
using namespace longmen::scoring;
using test::invention;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

/// OECD's index 4 or 6 as a model. Generality is not an indicator of records; five or so of eight subclasses
/// stand in for it, normalised as a plain share.
ValueModel oecd(bool six) {
    const std::string w = six ? "0.16666666666666666" : "0.25";
    auto terms = term_text("vendor_forward_citations", w, "cap_p99") +
                 term_text("vendor_family_size", w, "cap_p99") + term_text("claims", w, "cap_p99") +
                 term_text("scope", w, "share", "full = 8\n");
    if (six) {
        terms += term_text("vendor_backward_citations", w, "cap_p99") +
                 term_text("grant_lag", w, "cap_p99", "", "less");
    }
    return model_of(model_text(terms));
}

struct OecdPatent {
    int forward, family, claims, subclasses, backward, lag;
};

/// Granted patent of one field and year; no subclass means no generality.
Patent granted(const std::string& number, const OecdPatent& o) {
    auto p = invention(number, "2000-01-01");
    p.vendor_forward_citations = o.forward;
    p.vendor_family_size = o.family;
    p.n_claims = o.claims;
    p.vendor_backward_citations = o.backward;
    p.grant_date = p.app_date->add_days(o.lag);
    p.ipc.clear();
    p.cpc = {"A61K31/00"};
    const char* subclasses[] = {"A61K", "A61P", "C07D", "C07K", "C12N"};
    for (int i = 0; i < o.subclasses; ++i) {
        p.ipc.push_back(std::string{subclasses[i]} + "1/00");
    }
    return p;
}

double value_of(const std::vector<Patent>& patents, bool six) {
    Corpus corpus;
    corpus.patents = patents;
    corpus.as_of = test::day("2018-01-01");
    return evaluate(corpus, oecd(six)).patents[0].value.value();
}

} // namespace

TEST_CASE("evaluate: OECD cohort 1983/22, one patent, capped by itself") {
    // (1 + 1 + 1 + .625) / 4 and (3.625 + 1 + 0) / 6
    const auto p = granted("CN1B", {1, 8, 6, 5, 5, 1147});
    CHECK(value_of({p}, false) == Approx(90.625).epsilon(1e-9));
    CHECK(value_of({p}, true) == Approx(77.08333).epsilon(1e-7));
}

TEST_CASE("evaluate: OECD cohort 1979/7, generality undefined is dropped, not zeroed") {
    // One other patent carries the 99th percentiles 1, 5, 10, 7, 1504: with two values p99 is the larger one.
    const auto p = granted("CN1B", {0, 2, 10, 0, 0, 869});
    const auto peer = granted("CN2B", {1, 5, 10, 0, 7, 1504});
    CHECK(value_of({p, peer}, false) == Approx(46.66667).epsilon(1e-7));
    CHECK(value_of({p, peer}, true) == Approx(36.44415).epsilon(1e-6));
}

TEST_CASE("evaluate: OECD cohort 2017/16, an undefined forward count and generality") {
    // p99: forward 1, family 12, claims 31, backward 21, lag 445; forward of the focal patent is 0.
    const auto p = granted("CN1B", {0, 2, 4, 0, 3, 414});
    const auto peer = granted("CN2B", {1, 12, 31, 0, 21, 445});
    CHECK(value_of({p, peer}, false) == Approx(9.85663).epsilon(1e-6));
    CHECK(value_of({p, peer}, true) == Approx(10.16438).epsilon(1e-6));
}

TEST_CASE("evaluate: a 99th percentile of zero leaves the term undefined") {
    const auto model = model_of(model_text(term_text("vendor_forward_citations", "0.5", "cap_p99") +
                                           term_text("claims", "0.5", "cap_p99")));
    Corpus corpus;
    corpus.as_of = test::day("2018-01-01");
    corpus.patents = {granted("CN1B", {0, 1, 5, 1, 1, 10})};
    const auto scores = evaluate(corpus, model);
    CHECK(scores.terms[0].cells[0].state == TermState::dropped);
    CHECK(scores.terms[0].cells[0].reason == Undefined::zero_denominator);
    CHECK(scores.patents[0].value.value() == 100);
    CHECK(scores.patents[0].coverage == 0.5);
}

TEST_CASE("evaluate: empty corpus; a cohort that stays too small gives no value") {
    const auto model = model_of(model_text(term_text("claims", "1.0", "cap_p99"), 30));
    Corpus corpus;
    corpus.as_of = test::day("2018-01-01");
    CHECK(evaluate(corpus, model).patents.empty());
    corpus.patents = {granted("CN1B", {0, 1, 5, 1, 1, 10})};
    const auto scores = evaluate(corpus, model);
    CHECK(scores.terms[0].cells[0].reason == Undefined::cohort_too_small);
    CHECK_FALSE(scores.patents[0].value.defined());
    CHECK(scores.patents[0].rank.rank == 0);
    CHECK(scores.patent_order == std::vector<std::uint32_t>{0});
}

TEST_CASE("evaluate: below the minimum coverage there is no value, and it is listed last") {
    const auto model = model_of(model_text(term_text("vendor_forward_citations", "0.6", "percentile") +
                                               term_text("claims", "0.4", "percentile"),
                                           1, "0.4"));
    Corpus corpus;
    corpus.as_of = test::day("2018-01-01");
    corpus.patents = {invention("CN1B", "2000-01-01"), invention("CN2B", "2000-01-01"),
                      invention("CN3B", "2030-01-01")};
    corpus.patents[1].n_claims = 4;
    corpus.patents[2].n_claims = 9;
    const auto scores = evaluate(corpus, model);
    CHECK(scores.patents[0].value.reason() == Undefined::no_data);
    CHECK(scores.patents[1].value.value() == 50);
    CHECK(scores.patents[1].coverage == 0.4);
    CHECK(scores.patents[2].value.reason() == Undefined::not_applicable);
    CHECK(scores.patent_order == std::vector<std::uint32_t>{1, 0, 2});
}

TEST_CASE("evaluate: zero by rule counts its weight but not as measured; other types are not applicable") {
    const auto model = model_of(model_text(
        term_text("remaining_life", "0.5", "share",
                  "full = 20\nundefined = \"zero\"\nzero_reasons = [\"not_in_force\"]\nlabel_zh = \"无\"\n"
                  "label_en = \"none\"\n") +
        term_text("claims", "0.25", "cap_p99") +
        term_text("scope", "0.25", "cap_p99", "types = [\"design\"]\n")));
    Corpus corpus;
    corpus.as_of = test::day("2010-01-01");
    corpus.patents = {invention("CN1B", "2000-01-01"), invention("CN2B", "2000-01-01")};
    corpus.patents[0].n_claims = corpus.patents[1].n_claims = 6;
    corpus.patents[1].status = LegalState::fee_lapsed;
    const auto scores = evaluate(corpus, model);
    CHECK(scores.patents[0].value.value() == Approx(100 * (0.5 * 0.5 + 0.25) / 0.75));
    CHECK(scores.patents[1].value.value() == Approx(100 * 0.25 / 0.75));
    CHECK(scores.patents[0].coverage == 0.75);
    CHECK(scores.patents[1].coverage == 0.25);
    CHECK(scores.terms[0].cells[1].state == TermState::zeroed);
    CHECK(scores.terms[2].cells[0].reason == Undefined::not_applicable);
}

TEST_CASE("evaluate: equal values share the smallest rank; the range comes from changed weights") {
    const auto model = model_of(model_text(term_text("claims", "0.5", "share", "full = 100\n") +
                                           term_text("vendor_family_size", "0.5", "share", "full = 100\n")));
    Corpus corpus;
    corpus.as_of = test::day("2010-01-01");
    const int figures[][2] = {{60, 40}, {40, 60}, {90, 90}, {10, 10}};
    for (int i = 0; i < 4; ++i) {
        corpus.patents.push_back(invention("CN" + std::to_string(i) + "B", "2000-01-01"));
        corpus.patents.back().n_claims = figures[i][0];
        corpus.patents.back().vendor_family_size = figures[i][1];
    }
    const auto scores = evaluate(corpus, model);
    CHECK(scores.patents[0].rank.rank == 2);
    CHECK(scores.patents[1].rank.rank == 2);
    CHECK(scores.patents[0].rank.low == 2);
    CHECK(scores.patents[0].rank.high == 3);
    CHECK(scores.patents[1].rank.high == 3);
    CHECK(scores.patents[0].rank.high_change == 2); // claims down
    CHECK(scores.patents[1].rank.high_change == 1); // claims up
    CHECK(scores.patents[2].rank.high == 1);
    CHECK(scores.patents[3].rank.rank == 4);
    CHECK(scores.patent_order == std::vector<std::uint32_t>{2, 0, 1, 3});
}

TEST_CASE("evaluate: families count once by the best active member, joint patents for each enterprise") {
    const auto model = model_of(model_text(term_text("claims", "1.0", "share", "full = 100\n")));
    Corpus corpus;
    corpus.as_of = test::day("2010-01-01");
    corpus.enterprises.resize(4);
    corpus.enterprises[0].name = "A";
    corpus.enterprises[1].name = "B";
    corpus.enterprises[2].name = "C";
    corpus.enterprises[3].name = "D";
    corpus.enterprises[0].park = corpus.enterprises[1].park = "P";
    const auto add = [&](const char* number, const char* family, int claims, LegalState status,
                         std::vector<std::uint32_t> owners) {
        auto p = invention(number, "2000-01-01");
        p.family = family;
        p.n_claims = claims;
        p.status = status;
        p.enterprises = std::move(owners);
        corpus.patents.push_back(std::move(p));
    };
    add("CN1B", "F1", 10, LegalState::granted, {0, 1});
    add("CN2B", "F1", 30, LegalState::granted, {0});
    add("CN3B", "F1", 90, LegalState::fee_lapsed, {0}); // dead: cannot represent
    add("CN4B", "F2", 50, LegalState::examination, {0, 0});
    add("CN5B", "F3", 80, LegalState::invalidated, {0, 2});
    add("CN6B", "F4", 70, LegalState::granted, {0});
    add("CN7B", "F5", 40, LegalState::unknown, {1});
    const auto scores = evaluate(corpus, model);

    const auto& a = scores.enterprises[0];
    CHECK(a.families.size() == 4);
    CHECK(a.active == 3);
    CHECK(a.counted == 3);
    CHECK(a.sum.value() == Approx(30 + 50 + 70));
    CHECK(a.top_mean.value() == Approx(60)); // the best two
    CHECK(a.coverage == 1);
    CHECK(a.rank.rank == 1);
    CHECK(corpus.patents[a.families[0].representative].number == "CN2B");

    const auto& b = scores.enterprises[1];
    CHECK(b.sum.value() == Approx(10));
    CHECK(b.unknown == 1);
    CHECK(b.coverage == 0.5);
    CHECK_FALSE(b.complete);
    CHECK(scores.enterprises[2].value.value() == 0); // all dead is known to be nothing
    CHECK_FALSE(scores.enterprises[3].value.defined());
    CHECK(scores.enterprise_order == std::vector<std::uint32_t>{0, 1, 2, 3});

    REQUIRE(scores.parks.size() == 1);
    CHECK(scores.parks[0].families.size() == 5);
    CHECK(scores.parks[0].sum.value() == Approx(30 + 50 + 70)); // the joint patent once
}

TEST_CASE("evaluate: the shipped model gives the same bits for any order of the patents") {
    const auto model = load_value_model(LONGMEN_SOURCE_DIR "/models", "longmen-first");
    std::mt19937 random{5};
    Corpus corpus;
    corpus.as_of = test::day("2022-06-30");
    corpus.enterprises.resize(3);
    const char* classes[] = {"D01H4/00", "F15B11/00", "A61K31/00", "H01L21/00"};
    for (int i = 0; i < 400; ++i) {
        auto p = invention("CN" + std::to_string(1000 + i) + "B", "2014-05-06", classes[random() % 4]);
        p.app_date = p.app_date->add_days(static_cast<int>(random() % 2000));
        p.n_claims = 1 + random() % 12;
        if (random() % 3 != 0) {
            p.vendor_forward_citations = random() % 6;
        }
        p.vendor_family_size = 1 + random() % 3;
        p.grant_date = p.app_date->add_days(300 + static_cast<int>(random() % 900));
        p.family = "F" + std::to_string(random() % 300);
        p.enterprises = {static_cast<std::uint32_t>(random() % 3)};
        corpus.patents.push_back(std::move(p));
    }
    auto shuffled = corpus;
    std::shuffle(shuffled.patents.begin(), shuffled.patents.end(), random);
    const auto a = evaluate(corpus, model);
    const auto b = evaluate(shuffled, model);
    REQUIRE(a.patent_order.size() == b.patent_order.size());
    for (std::size_t i = 0; i < a.patent_order.size(); ++i) {
        const auto& pa = a.patents[a.patent_order[i]];
        const auto& pb = b.patents[b.patent_order[i]];
        REQUIRE(corpus.patents[a.patent_order[i]].number == shuffled.patents[b.patent_order[i]].number);
        REQUIRE(pa.value.value() == pb.value.value());
        REQUIRE(pa.rank.rank == pb.rank.rank);
        REQUIRE(pa.rank.low == pb.rank.low);
        REQUIRE(pa.rank.high == pb.rank.high);
        REQUIRE(pa.rank.low <= pa.rank.rank);
        REQUIRE(pa.rank.rank <= pa.rank.high);
        REQUIRE(pa.complete == pb.complete);
    }
    for (std::size_t e = 0; e < 3; ++e) {
        CHECK(a.enterprises[e].sum.value() == b.enterprises[e].sum.value());
        CHECK(a.enterprises[e].rank.high == b.enterprises[e].rank.high);
    }
}

} // namespace test_evaluate
