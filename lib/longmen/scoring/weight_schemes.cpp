// SPDX-License-Identifier: GPL-3.0-or-later
// Terms of patents as a table, weighed in every way there is.
#include <longmen/scoring/weight_schemes.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/scoring/data_weights.hpp>
#include <longmen/scoring/detail/weighing.hpp>
#include <longmen/scoring/topsis.hpp>

#include <cmath>
#include <limits>

namespace longmen::scoring {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Normalised values of the patents that have one; undefined where a term is left out.
NumberTable terms_of(const ValueModel& model, const Scores& scores) {
    NumberTable table;
    table.columns = model.terms.size();
    for (std::size_t i = 0; i < scores.patents.size(); ++i) {
        if (!scores.patents[i].value.defined()) {
            continue;
        }
        ++table.rows;
        for (const auto& term : scores.terms) {
            const auto& cell = term.cells[i];
            table.cells.push_back(cell.state == TermState::dropped ? none : cell.normalised);
        }
    }
    return table;
}

/// Weighted means of the rows; undefined where no term with a weight is.
std::vector<double> means(const ValueModel& model, const NumberTable& table,
                          const std::vector<double>& weights) {
    std::vector<double> result(table.rows, none);
    for (std::size_t row = 0; row < table.rows; ++row) {
        bool any = false;
        const auto term = [&](std::size_t t) {
            const double cell = table.at(row, t);
            const bool used = !std::isnan(cell) && weights[t] > 0;
            any = any || used;
            return detail::UsedTerm{cell, used};
        };
        const double value = detail::aggregate(model, weights, term);
        if (any) {
            result[row] = value;
        }
    }
    return result;
}

} // namespace

WeightSchemes weight_schemes(const ValueModel& model, const Scores& scores, const NumberTable* judgements) {
    if (!additive(model.aggregation)) {
        throw UsageError(sentence(
            "模型 {} 的价值分不是加权平均，没有可比的权重",
            "model {}: its value is no weighted mean, so there are no weights to compare", model.id));
    }
    const auto table = terms_of(model, scores);
    if (table.rows == 0) {
        throw DataError(
            sentence("按模型 {} 没有一件专利有价值分", "by model {} no patent has a value", model.id));
    }
    WeightSchemes result;
    result.patents = table.rows;
    std::vector<double> given;
    for (const auto& term : model.terms) {
        result.terms.push_back(term.name());
        given.push_back(term.weight);
    }
    const auto n = given.size();
    const std::vector<Direction> more(n, Direction::more);

    // --- schemes -------------------------------------------------------------------------------------------
    result.schemes.push_back({"given", {"模型所定", "as in the model"}, given});
    result.schemes.push_back(
        {"equal", {"等权", "equal"}, std::vector<double>(n, 1 / static_cast<double>(n))});
    result.schemes.push_back({"entropy", {"熵权法", "entropy"}, entropy_weights(table).weights});
    result.schemes.push_back({"critic", {"CRITIC 法", "CRITIC"}, critic_weights(table, more).weights});
    if (judgements != nullptr) {
        if (judgements->rows != n) {
            throw UsageError(sentence("两两比较表有 {} 项，模型有 {} 项",
                                      "the table of judgements has {} terms, the model {}", judgements->rows,
                                      n));
        }
        result.pairwise = pairwise_weights(*judgements);
        result.disturbances = judgement_disturbances(*judgements);
        result.schemes.push_back(
            {"pairwise", {"层次分析法", "pairwise judgements (AHP)"}, result.pairwise->weights});
    }

    // --- what they would change ----------------------------------------------------------------------------
    std::vector<std::vector<double>> columns;
    for (const auto& scheme : result.schemes) {
        if (scheme.weights.defined()) {
            result.compared.push_back(scheme.key);
            columns.push_back(means(model, table, scheme.weights.value()));
        }
    }
    result.compared.emplace_back("topsis");
    auto& last = columns.emplace_back();
    for (const auto& candidate : topsis(table, given, more).candidates) {
        last.push_back(candidate.closeness.defined() ? candidate.closeness.value() : none);
    }
    NumberTable ranked;
    ranked.rows = table.rows;
    ranked.columns = columns.size();
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (const auto& column : columns) {
            ranked.cells.push_back(column[row]);
        }
    }
    result.agreement = scheme_agreement(ranked);
    return result;
}

} // namespace longmen::scoring
