// SPDX-License-Identifier: GPL-3.0-or-later
// Portfolio values with their parts, and what other ways to combine these would give.
#include <longmen/service/portfolio_index_output.hpp>

#include <longmen/service/columns.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr int file_digits = 4;
constexpr int screen_digits = 1;

Cell decimal(const Measured<double>& value, int digits = screen_digits) {
    return value.defined() ? Cell{Decimal{value.value(), file_digits, digits}} : Cell{};
}
Cell decimal(const std::optional<double>& value) {
    return value ? Cell{Decimal{*value, file_digits, screen_digits}} : Cell{};
}
Json or_null(const Measured<double>& value) {
    return value.defined() ? Json(value.value()) : Json(nullptr);
}
Json or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::vector<std::size_t> by_rank(const Assessed& assessed) {
    const auto& indices = assessed.portfolio.enterprises;
    std::vector<std::size_t> order(indices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return indices[i].rank - 1; }); // none comes last
    return order;
}

constexpr programme::PortfolioPart all_parts[] = {
    programme::PortfolioPart::value, programme::PortfolioPart::growth, programme::PortfolioPart::breadth};

} // namespace

Section portfolio_section(const Assessed& assessed, Lang lang) {
    const auto& portfolio = assessed.portfolio;
    const auto& rule = portfolio.rule;
    const bool zh = lang == Lang::zh;
    Section section;
    section.title = rule.title.in(lang);
    const auto year = portfolio.year ? fmt::format("{}", *portfolio.year) : std::string{"–"};
    section.lines.push_back(
        zh ? fmt::format("{}年末；价值、成长（近{}年年均）、宽度（IPC 小类数）各取参评企业中的百分位，按权重 "
                         "{:g}、{:g}、{:g} "
                         "作幂平均（指数 {:g}）。本项目缺省设定（{}），非官方标准",
                         year, rule.years, rule.weights[0], rule.weights[1], rule.weights[2], rule.power,
                         rule.date)
           : fmt::format(
                 "At the end of {}; value, growth (mean of {} years) and breadth (IPC subclasses), each a "
                 "percentile among the enterprises, weights {:g}, {:g}, {:g}, power mean ({:g}). Defaults of "
                 "this project ({}), no official standard",
                 year, rule.years, rule.weights[0], rule.weights[1], rule.weights[2], rule.power, rule.date));
    for (std::size_t a = 0; a < rule.alternatives.size(); ++a) {
        const auto& agreement = portfolio.agreement;
        const auto& tau =
            agreement.schemes > 0 ? agreement.kendall[a + 1] : Measured<double>{Undefined::no_data};
        section.lines.push_back(
            fmt::format("{}{}Kendall tau-b {}", rule.alternatives[a].title.in(lang),
                        zh ? "：排序一致性 " : ": agreement of order, ",
                        tau.defined() ? fmt::format("{:.3f}", tau.value()) : std::string{"–"}));
    }
    auto& table = section.table;
    table = table_with({{"rank", {"名次", "Rank"}},
                        {"enterprise", {"企业", "Enterprise"}},
                        {"portfolio_value", {"组合价值", "Portfolio value"}},
                        {"coverage", {"覆盖率", "Coverage"}}},
                       lang);
    for (const auto part : all_parts) {
        const std::string key{programme::portfolio_part_key(part)};
        const std::string text{programme::portfolio_part_text(part).in(lang)};
        table.columns.push_back({key, text});
        table.columns.push_back({key + "_percentile", text + (zh ? "百分位" : " percentile")});
    }
    for (std::size_t a = 0; a < rule.alternatives.size(); ++a) {
        table.columns.push_back({"rank_" + rule.alternatives[a].id,
                                 (zh ? "名次：" : "Rank, ") + rule.alternatives[a].title.in(lang)});
    }
    for (const auto i : by_rank(assessed)) {
        const auto& index = portfolio.enterprises[i];
        std::vector<Cell> row{index.rank == 0 ? Cell{} : count_cell(index.rank),
                              assessed.corpus.enterprises[index.enterprise].name, decimal(index.value),
                              Decimal{index.coverage, file_digits, 2}};
        for (const auto part : all_parts) {
            const auto& figure = index.parts[static_cast<std::size_t>(part)];
            row.push_back(decimal(figure.raw, part == programme::PortfolioPart::growth    ? 3
                                              : part == programme::PortfolioPart::breadth ? 0
                                                                                          : screen_digits));
            row.push_back(decimal(figure.percentile));
        }
        for (std::size_t a = 0; a < rule.alternatives.size(); ++a) {
            const auto rank = portfolio.agreement.ranks[a + 1][i];
            row.push_back(rank == 0 ? Cell{} : count_cell(rank));
        }
        table.rows.push_back(std::move(row));
    }
    return section;
}

nlohmann::ordered_json portfolio_json(const Assessed& assessed) {
    const auto& portfolio = assessed.portfolio;
    const auto& rule = portfolio.rule;
    Json json;
    json["rule"] = {{"id", rule.id},         {"version", rule.version}, {"checksum", rule.checksum},
                    {"source", rule.source}, {"date", rule.date},       {"power", rule.power},
                    {"years", rule.years}};
    for (const auto part : all_parts) {
        json["rule"]["weights"][std::string{programme::portfolio_part_key(part)}] =
            rule.weights[static_cast<std::size_t>(part)];
    }
    json["year"] = portfolio.year ? Json(*portfolio.year) : Json(nullptr);
    json["enterprises"] = Json::array();
    for (const auto i : by_rank(assessed)) {
        const auto& index = portfolio.enterprises[i];
        const auto& enterprise = assessed.corpus.enterprises[index.enterprise];
        Json one{{"name", enterprise.name},
                 {"uscc", enterprise.uscc},
                 {"rank", index.rank == 0 ? Json(nullptr) : Json(index.rank)},
                 {"value", or_null(index.value)},
                 {"coverage", index.coverage}};
        for (const auto part : all_parts) {
            const auto& figure = index.parts[static_cast<std::size_t>(part)];
            one["parts"][std::string{programme::portfolio_part_key(part)}] = {
                {"raw", or_null(figure.raw)},
                {"reason", figure.raw.defined() ? Json(nullptr) : Json(undefined_key(figure.raw.reason()))},
                {"percentile", or_null(figure.percentile)}};
        }
        for (std::size_t a = 0; a < rule.alternatives.size(); ++a) {
            one["alternatives"][rule.alternatives[a].id] = or_null(index.alternatives[a]);
        }
        json["enterprises"].push_back(std::move(one));
    }
    json["agreement"] = Json::array();
    for (std::size_t a = 0; a < rule.alternatives.size(); ++a) {
        const bool any = portfolio.agreement.schemes > 0;
        json["agreement"].push_back(
            {{"alternative", rule.alternatives[a].id},
             {"power", fmt::format("{}", rule.alternatives[a].power)},
             {"kendall", any ? or_null(portfolio.agreement.kendall[a + 1]) : Json(nullptr)},
             {"spearman", any ? or_null(portfolio.agreement.spearman[a + 1]) : Json(nullptr)}});
    }
    return json;
}

} // namespace longmen::service
