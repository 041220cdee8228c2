// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tables.
#include <longmen/indicators/column_models.hpp>

namespace longmen::indicators {

ColumnModels load_column_models(const std::string& models_folder) {
    return {MarketSizes::read(Config::read(models_folder + "/indicators/markets.toml")),
            TextRules::read(Config::read(models_folder + "/indicators/texts.toml"))};
}

} // namespace longmen::indicators
