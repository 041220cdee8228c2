// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any assessment: money in another unit decides nothing.
#include "support/property.hpp"

#include <longmen/programme/assess.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace test_properties {

using namespace longmen;
using namespace longmen::programme;

namespace {

Corpus drawn_enterprises() {
    Corpus corpus;
    corpus.as_of = *Date::from_iso("2022-12-31");
    const int n = *rc::gen::inRange(1, 12);
    for (int e = 0; e < n; ++e) {
        Enterprise enterprise;
        enterprise.name = fmt::format("企业{:02}", e);
        for (int year = 2020; year <= 2022; ++year) {
            YearFigures figures;
            figures.year = year;
            const auto money = [](int most) -> std::optional<Money> {
                const int fen = *rc::gen::inRange(-1, most);
                return fen < 0 ? std::nullopt : std::optional{Money{fen}};
            };
            figures.sales_revenue = money(1'000'000);
            figures.main_revenue = money(900'000);
            figures.rd_expense = money(90'000);
            figures.conversion_revenue = money(500'000);
            enterprise.figures.push_back(std::move(figures));
        }
        corpus.enterprises.push_back(std::move(enterprise));
    }
    return corpus;
}

void scale(Corpus& corpus, std::int64_t by) {
    for (auto& enterprise : corpus.enterprises) {
        for (auto& figures : enterprise.figures) {
            for (auto* money : {&figures.sales_revenue, &figures.main_revenue, &figures.rd_expense,
                                &figures.conversion_revenue}) {
                if (*money) {
                    (*money)->fen *= by;
                }
            }
        }
    }
}

} // namespace

TEST_CASE("properties: all money times the same decides the same") {
    const auto programme =
        read_programme(Config::read(LONGMEN_SOURCE_DIR "/models/programmes/jinzhong-2020.toml"));
    test::holds("money", [&] {
        auto corpus = drawn_enterprises();
        const auto factor = *rc::gen::inRange(2, 10'000);
        const AssessOptions options{corpus.as_of, {}, {}, {}};
        const auto before = assess(corpus, programme, {}, options);
        scale(corpus, factor);
        const auto after = assess(corpus, programme, {}, options);
        RC_ASSERT(before.enterprises.size() == after.enterprises.size());
        for (std::size_t i = 0; i < before.enterprises.size(); ++i) {
            const auto& a = before.enterprises[i];
            const auto& b = after.enterprises[i];
            RC_ASSERT(a.name == b.name);
            RC_ASSERT(a.verdict == b.verdict);
            RC_ASSERT(a.rank == b.rank);
            for (std::size_t c = 0; c < a.criteria.size(); ++c) {
                RC_ASSERT(a.criteria[c].state == b.criteria[c].state);
            }
        }
    });
}

} // namespace test_properties
