// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks by scheme, correlations of schemes, extremes of candidates.
#include <longmen/scoring/scheme_agreement.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/stats/kendall.hpp>
#include <longmen/stats/ranks.hpp>
#include <longmen/stats/spearman.hpp>

#include <cmath>

namespace longmen::scoring {
namespace {

std::vector<std::size_t> scored_by_all(const NumberTable& scores) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < scores.rows; ++row) {
        bool all = true;
        for (std::size_t scheme = 0; scheme < scores.columns; ++scheme) {
            all = all && !std::isnan(scores.at(row, scheme));
        }
        if (all) {
            rows.push_back(row);
        }
    }
    return rows;
}

RankOverSchemes extremes(const SchemeAgreement& result, std::size_t row) {
    RankOverSchemes found{result.ranks[0][row], result.ranks[0][row], 0, 0};
    for (std::size_t scheme = 1; scheme < result.schemes; ++scheme) {
        const std::uint32_t rank = result.ranks[scheme][row];
        if (rank < found.least) {
            found.least = rank;
            found.least_scheme = scheme;
        }
        if (rank > found.greatest) {
            found.greatest = rank;
            found.greatest_scheme = scheme;
        }
    }
    return found;
}

} // namespace

SchemeAgreement scheme_agreement(const NumberTable& scores) {
    check_finite(scores);
    if (scores.columns == 0) {
        throw UsageError(Sentence{"没有可比较的权重方案", "there are no weighting schemes to compare"});
    }
    const auto rows = scored_by_all(scores);
    SchemeAgreement result;
    result.schemes = scores.columns;
    result.compared = rows.size();
    result.candidates.resize(scores.rows);
    std::vector<std::vector<double>> columns(scores.columns);
    for (std::size_t scheme = 0; scheme < scores.columns; ++scheme) {
        for (const std::size_t row : rows) {
            columns[scheme].push_back(scores.at(row, scheme));
        }
        const auto ranks = stats::ranks_descending(columns[scheme]);
        result.ranks.emplace_back(scores.rows, 0);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            result.ranks[scheme][rows[i]] = ranks[i];
        }
    }
    for (const auto& left : columns) {
        for (const auto& right : columns) {
            result.spearman.push_back(stats::spearman(left, right));
            const auto tau = stats::kendall_tau(left, right);
            result.kendall.push_back(tau.defined() ? Measured<double>{tau.value().tau} : tau.reason());
        }
    }
    for (const std::size_t row : rows) {
        result.candidates[row] = extremes(result, row);
    }
    return result;
}

} // namespace longmen::scoring
