// SPDX-License-Identifier: GPL-3.0-or-later
// Small enterprises for the tests of assessments.
#pragma once

#include <longmen/programme/assess.hpp>

#include <optional>
#include <string>

namespace longmen::test {

inline std::optional<Money> yuan(std::optional<std::int64_t> amount) {
    return amount ? std::optional{Money{*amount * 100}} : std::nullopt;
}

/// Figures in whole yuan.
inline YearFigures figures(int year, std::optional<std::int64_t> sales, std::optional<std::int64_t> rd,
                           std::optional<std::int64_t> main_revenue, std::optional<std::int64_t> conversion) {
    YearFigures result;
    result.year = year;
    result.sales_revenue = yuan(sales);
    result.rd_expense = yuan(rd);
    result.main_revenue = yuan(main_revenue);
    result.conversion_revenue = yuan(conversion);
    result.source = "figures.csv row " + std::to_string(year - 2000);
    return result;
}

inline Enterprise enterprise(std::string name, std::vector<YearFigures> figures, std::string uscc = "") {
    Enterprise result;
    result.name = std::move(name);
    result.uscc = std::move(uscc);
    result.figures = std::move(figures);
    return result;
}

inline Corpus corpus(std::vector<Enterprise> enterprises) {
    Corpus result;
    result.enterprises = std::move(enterprises);
    result.as_of = *Date::from_iso("2022-12-31");
    return result;
}

inline const programme::Programme& jinzhong() {
    static const auto programme =
        programme::read_programme(Config::read(LONGMEN_SOURCE_DIR "/models/programmes/jinzhong-2020.toml"));
    return programme;
}

inline programme::AssessOptions as_of(std::string_view date) {
    programme::AssessOptions options;
    options.as_of = *Date::from_iso(date);
    return options;
}

} // namespace longmen::test
