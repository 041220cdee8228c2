// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of the models folder that indicators of documents rest on.
#pragma once

#include <longmen/indicators/market_sizes.hpp>
#include <longmen/indicators/text_rules.hpp>

#include <string>

namespace longmen::indicators {

struct ColumnModels {
    MarketSizes markets;
    TextRules texts;
};

/// `indicators/markets.toml` and `indicators/texts.toml` of a models folder. DataError when one cannot be
/// read.
[[nodiscard]] ColumnModels load_column_models(const std::string& models_folder);

} // namespace longmen::indicators
