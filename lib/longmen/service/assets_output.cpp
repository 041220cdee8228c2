// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of assets.
#include <longmen/service/assets_output.hpp>

#include <longmen/service/columns.hpp>

#include <numeric>

namespace longmen::service {

std::vector<AssetTally> tally_assets(const Corpus& corpus, const Date& as_of) {
    std::vector<AssetTally> tallies; // assets come by kind
    for (const auto& asset : corpus.assets) {
        if (tallies.empty() || tallies.back().kind != asset.kind) {
            tallies.push_back({asset.kind, {}});
        }
        tallies.back().by_state.at(static_cast<std::size_t>(asset_state_on(asset, as_of))) += asset.count;
    }
    return tallies;
}

Table asset_table(const std::vector<AssetTally>& tallies, Lang lang, bool named) {
    auto table = table_with({{"kind", {"类别", "Kind"}},
                             {"valid", asset_state_text(AssetState::valid)},
                             {"pending", asset_state_text(AssetState::pending)},
                             {"expired", asset_state_text(AssetState::expired)},
                             {"ended", asset_state_text(AssetState::ended)},
                             {"unknown", asset_state_text(AssetState::unknown)},
                             {"total", {"合计", "Total"}}},
                            lang);
    for (const auto& tally : tallies) {
        const auto of = [&](AssetState state) { return tally.by_state.at(static_cast<std::size_t>(state)); };
        table.rows.push_back(
            {std::string{named ? asset_kind_text(tally.kind).in(lang) : asset_kind_key(tally.kind)},
             of(AssetState::valid), of(AssetState::pending), of(AssetState::expired), of(AssetState::ended),
             of(AssetState::unknown),
             std::accumulate(tally.by_state.begin(), tally.by_state.end(), std::int64_t{0})});
    }
    return table;
}

} // namespace longmen::service
