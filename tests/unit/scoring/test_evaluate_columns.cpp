// SPDX-License-Identifier: GPL-3.0-or-later
// The same patents as records and as columns: the same values, ranks and order; types, grants and what lacks.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/base/undefined.hpp>
#include <longmen/record/columns.hpp>
#include <longmen/scoring/evaluate_columns.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace test_evaluate_columns {

using namespace longmen;
using namespace longmen::scoring;
using test::invention;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

Corpus park(int size) {
    Corpus corpus;
    corpus.as_of = test::day("2018-01-01");
    std::mt19937 random{3}; // NOLINT(cert-msc51-cpp): the same patents every time
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    for (int i = 0; i < size; ++i) {
        // Long numbers that differ behind their sixteenth letter, and short ones.
        auto p = invention((i % 2 == 0 ? "CN2010100000000000" : "CN") + std::to_string(1000 - i),
                           (std::to_string(2008 + below(4)) + "-05-01").c_str());
        if (i % 4 > 0) {
            p.n_claims = below(6);
        }
        p.grant_date = i % 3 == 0 ? std::optional<Date>{} : p.app_date->add_days(300 + 5000 * (i % 2));
        p.status = LegalState::pending;
        if (i % 5 == 0) {
            p.type = PatentType::utility_model;
        }
        p.ipc = {below(2) == 0 ? "H01M4/00" : "A01B1/00"};
        corpus.patents.push_back(std::move(p));
    }
    return corpus;
}

/// Of an indicator of records, by asking it of each.
indicators::Column column_of(const Corpus& corpus, const std::string& key) {
    const auto* const indicator = model_of(model_text(term_text(key, "1", "percentile"))).terms[0].record;
    REQUIRE(indicator != nullptr);
    indicators::Column column{key, Buffer<double>(corpus.patents.size()),
                              Buffer<std::uint8_t>(corpus.patents.size())};
    column.reasons = Buffer<std::uint8_t>(corpus.patents.size());
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        const auto value = indicator->compute(corpus.patents[i], corpus.as_of);
        column.values[i] = value.defined() ? value.value() : indicators::undefined_value;
        column.open[i] = value.defined() && !value.complete() ? 1 : 0;
        column.reasons[i] = value.defined() ? std::uint8_t{0} : static_cast<std::uint8_t>(value.reason());
    }
    return column;
}

struct Columns {
    std::vector<indicators::Column> columns;
    std::vector<std::int32_t> grants;
    Columns(const Corpus& corpus, std::initializer_list<const char*> keys) {
        for (const auto* const key : keys) {
            columns.push_back(column_of(corpus, key));
        }
        for (const auto& patent : corpus.patents) {
            grants.push_back(patent.grant_date ? patent.grant_date->days() : missing_measure);
        }
    }
    [[nodiscard]] Scores scored(const Corpus& corpus, const ValueModel& model, unsigned count,
                                bool ranks = true) const {
        Threads threads{count};
        Progress silent;
        return evaluate_columns(
            {corpus.as_of, place(corpus, model.fields), columns, grants,
             [&](std::size_t i) { return corpus.patents[i].number; },
             [&](std::size_t i) { return i == 0 ? PatentType::unknown : corpus.patents[i].type; }},
            model, {.ranks = ranks}, threads, silent);
    }
};

} // namespace

TEST_CASE("evaluate columns: as the same patents of records", "[scoring]") {
    const auto corpus = park(200);
    for (const auto* const head : {"", "only = \"granted\"\n"}) {
        const auto model =
            model_of(head + model_text(term_text("claims", "0.5", "percentile") +
                                           term_text("age", "0.2", "cap_p99", "", "less") +
                                           term_text("claims", "0.3", "cap_p99", "per = \"age\"\n"),
                                       8, "0.3"));
        const auto wanted = evaluate(corpus, model);
        const Columns columns{corpus, {"claims", "age"}};
        for (const unsigned count : {1U, 2U, 3U}) {
            const auto found = columns.scored(corpus, model, count);
            CHECK(found.scored == wanted.scored);
            CHECK(found.patent_order == wanted.patent_order);
            for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
                const auto& a = wanted.patents[i];
                const auto& b = found.patents[i];
                REQUIRE(a.value.defined() == b.value.defined());
                CHECK((a.value.defined() ? a.value.value() == b.value.value()
                                         : a.value.reason() == b.value.reason()));
                CHECK(a.coverage == b.coverage);
                CHECK(a.rank.rank == b.rank.rank);
                CHECK(a.rank.low == b.rank.low);
                CHECK(a.rank.high == b.rank.high);
                CHECK(a.rank.low_change == b.rank.low_change);
                CHECK(a.rank.high_change == b.rank.high_change);
            }
        }
        const auto bare = columns.scored(corpus, model, 2, false);
        CHECK(bare.patent_order.empty());
        CHECK(bare.scored == wanted.scored);
        CHECK(bare.patents[7].rank.rank == 0);
    }
}

TEST_CASE("evaluate columns: unknown types and lacking indicators are undefined", "[scoring]") {
    const auto corpus = park(40);
    const auto model =
        model_of(model_text(term_text("age", "0.6", "percentile", "types = [\"invention\"]\n") +
                            term_text("vendor_family_size", "0.4", "percentile")));
    const auto found = Columns{corpus, {"age"}}.scored(corpus, model, 1);
    CHECK(found.terms[0].cells[0].reason == Undefined::no_data); // its type is not told
    CHECK(found.terms[0].cells[5].reason == Undefined::not_applicable);
    CHECK(found.terms[0].cells[1].state == TermState::measured);
    CHECK(std::ranges::none_of(found.terms[1].cells, &TermCell::has_raw));
    CHECK(found.terms[1].cells[1].reason == Undefined::no_data);
    CHECK(found.patents[1].coverage == Approx(0.6));
    CHECK(all_keys(model) == std::vector<std::string>{"age", "vendor_family_size"});
}

} // namespace test_evaluate_columns
