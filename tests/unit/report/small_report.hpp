// SPDX-License-Identifier: GPL-3.0-or-later
// A corpus of two enterprises and a few patents, with all a report needs.
#pragma once

#include "support/terms.hpp"

#include <longmen/report/html.hpp>
#include <longmen/report/report_data.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace longmen::test {

inline std::string model_path(const std::string& name) {
    return std::string{LONGMEN_SOURCE_DIR} + "/models/" + name;
}

struct SmallReport {
    Corpus corpus;
    analysis::Rules rules = analysis::read_rules(Config::read(model_path("reports/analysis.toml")));
    scoring::ValueModel model = scoring::load_value_model(model_path(""), "longmen-first");
    scoring::Scores scores;
    programme::Programme programme =
        programme::read_programme(Config::read(model_path("programmes/jinzhong-2020.toml")));
    programme::Assessment assessment;

    SmallReport() {
        corpus.as_of = *Date::from_ymd(2022, 3, 31);
        corpus.generation = "1";
        for (const auto* name : {"甲公司", "乙<公司>"}) {
            Enterprise enterprise;
            enterprise.name = name;
            enterprise.park = "某园区";
            YearFigures year;
            year.year = 2021;
            year.sales_revenue = Money{100'000};
            year.main_revenue = Money{100'000};
            year.rd_expense = Money{5'000};
            year.conversion_revenue = Money{30'000};
            enterprise.figures.push_back(year);
            corpus.enterprises.push_back(enterprise);
        }
        constexpr int patents = 60;
        for (int i = 0; i < patents; ++i) {
            Patent patent;
            patent.number = "CN2" + std::to_string(10000000 + i) + "U";
            patent.family = patent.number;
            patent.office = "CN";
            patent.type = i % 3 == 0 ? PatentType::invention : PatentType::utility_model;
            patent.title = "一种阀 & 密封 " + std::to_string(i);
            patent.applicants = {i % 4 == 0 ? "甲公司" : "乙<公司>"};
            patent.enterprises = {i % 4 == 0 ? 0U : 1U};
            patent.ipc = {i % 2 == 0 ? "F16K31/06" : "A61B5/00"};
            patent.app_date = Date::from_ymd(2010 + i % 10, 5, 1);
            patent.status = i % 5 == 0 ? LegalState::fee_lapsed : LegalState::granted;
            patent.n_claims = i % 7 + 1;
            corpus.patents.push_back(with_term(std::move(patent)));
        }
        scores = scoring::evaluate(corpus, model);
        assessment = programme::assess(corpus, programme, {}, {corpus.as_of, {}, {}, {}});
    }

    [[nodiscard]] report::ReportData data(Lang lang) const {
        return {lang, corpus, rules, model, scores, programme, assessment, {}, {}, 0, 0, 0};
    }
};

/// All text of a document, as its page has it.
inline std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

} // namespace longmen::test
