// SPDX-License-Identifier: GPL-3.0-or-later
// What an enterprise or a park owns, seen from several sides: values, ages, costs, fields, what to look at.
#pragma once

#include <longmen/analysis/portfolio_ages.hpp>
#include <longmen/analysis/portfolio_candidates.hpp>
#include <longmen/analysis/portfolio_concentration.hpp>
#include <longmen/analysis/portfolio_costs.hpp>
#include <longmen/analysis/portfolio_fields.hpp>
#include <longmen/analysis/portfolio_values.hpp>
#include <longmen/service/fees.hpp>
#include <longmen/service/score.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

struct PortfolioRequest {
    ScoreRequest score;
    std::string reduction{};         ///< of fees, as FeesRequest has it
    int years = FeesRequest{}.years; ///< of fees ahead, 1-30
};

/// A workspace scored, with its fees and uses: what the portfolios of all its owners are made from.
struct PortfolioBasis {
    Scored scored;
    FeeList fee_list; ///< without its corpus, which is that of `scored`
    analysis::Rules rules;
    analysis::PortfolioRules portfolio_rules;
    analysis::FamilyStandings standings;
    analysis::FeesTold fees;
    std::vector<analysis::PatentUse> uses;

    [[nodiscard]] analysis::PortfolioInputs inputs() const {
        return {scored.corpus, scored.model, scored.scores, standings, fees, uses};
    }
};

/// Errors as score_workspace and list_fees.
[[nodiscard]] PortfolioBasis portfolio_basis(const store::Workspace& workspace,
                                             const PortfolioRequest& request, Progress& progress);

/// All views of one owner.
struct PortfolioViews {
    bool park = false;
    const scoring::PartyScore* party = nullptr; ///< lives as long as the basis
    std::string uscc;
    analysis::Portfolio portfolio;
    analysis::ValueDistribution values;
    std::vector<analysis::HolderShares> holders; ///< families, fields, inventors, applicants
    analysis::FamilyLadder ages, ends;
    analysis::PortfolioCosts costs;
    analysis::PortfolioFields fields;
    analysis::Candidates candidates;
};

/// `who` is an enterprise by code or any name, else a park. UsageError naming the parks when it is neither.
[[nodiscard]] PortfolioViews portfolio_views(const store::Workspace& workspace, const PortfolioBasis& basis,
                                             const std::string& who);

enum class PortfolioView : std::uint8_t {
    values,
    top,
    concentration,
    holders,
    ages,
    ends,
    costs,
    gaps,
    fields,
    candidates,
    conditions,
    families,
    count_
};
[[nodiscard]] std::string_view portfolio_view_key(PortfolioView view);
/// Nothing when no view has the key.
[[nodiscard]] std::optional<PortfolioView> portfolio_view_by_key(std::string_view key);
[[nodiscard]] std::vector<std::string> portfolio_view_keys();

/// Rows of the view `top` where nobody says how many.
inline constexpr std::size_t best_families = 20;

/// `top` rows of the views that list families, fields or holders, 0 for all.
[[nodiscard]] Table portfolio_table(const PortfolioBasis& basis, const PortfolioViews& views,
                                    PortfolioView view, Lang lang, std::size_t top);
/// The view with its title and what it rests on.
[[nodiscard]] Section portfolio_section(const PortfolioBasis& basis, const PortfolioViews& views,
                                        PortfolioView view, Lang lang, std::size_t top);
/// Who, by which model, as of when, and the main figures.
[[nodiscard]] Section portfolio_head(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang);
/// `as_of until model version model_checksum baseline rules{} reduction payments kind name uscc totals{}
/// views{view: rows[]} notes{view: sentences[]}`, of the views asked for; all rows, of `top` the best
/// families.
[[nodiscard]] std::string portfolio_json(const PortfolioBasis& basis, const PortfolioViews& views,
                                         const std::vector<PortfolioView>& shown);
/// One HTML page with charts.
[[nodiscard]] std::string portfolio_page(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang);

/// One row for each enterprise, by rank: `enterprise uscc families active value rank in_top in_top_share
/// first10_share median_age ending_soon fee_next_cny fees_unknown candidates to_look_at`. `top` rows, 0 for
/// all.
[[nodiscard]] Table portfolio_overview(const PortfolioBasis& basis, Lang lang, std::size_t top);
/// `as_of until model version model_checksum baseline rules{} reduction payments kind rows[]`.
[[nodiscard]] std::string portfolio_overview_json(const PortfolioBasis& basis);
/// What all figures rest on: model, date, fees, payments; one sentence each.
[[nodiscard]] std::vector<std::string> portfolio_statement(const PortfolioBasis& basis, Lang lang);

} // namespace longmen::service
