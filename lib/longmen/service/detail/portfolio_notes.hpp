// SPDX-License-Identifier: GPL-3.0-or-later
// What the views of a portfolio say about themselves, in words and as the head of JSON.
#pragma once

#include <longmen/service/portfolio.hpp>

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace longmen::service::detail {

/// Unit, as-of date and rules of a view; the first names the unit.
[[nodiscard]] std::vector<Sentence> notes_on(const PortfolioBasis& basis, const PortfolioViews& views,
                                             PortfolioView view);
/// `as_of until model version model_checksum baseline rules{} reduction payments`.
[[nodiscard]] nlohmann::ordered_json basis_json(const PortfolioBasis& basis);

} // namespace longmen::service::detail
