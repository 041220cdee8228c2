// SPDX-License-Identifier: GPL-3.0-or-later
// Assets besides patents, counted by kind and state, as a table.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/record/patent.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace longmen::service {

/// Assets of one kind by their state on a day; of trade secrets the items counted.
struct AssetTally {
    AssetKind kind{};
    std::array<std::int64_t, static_cast<std::size_t>(AssetState::count_)> by_state{};
};

/// Kinds on record, in the order of the enumeration.
[[nodiscard]] std::vector<AssetTally> tally_assets(const Corpus& corpus, const Date& as_of);
/// `kind valid pending expired ended unknown total`; kinds by name in `lang` when `named`, else by key.
[[nodiscard]] Table asset_table(const std::vector<AssetTally>& tallies, Lang lang, bool named);

} // namespace longmen::service
