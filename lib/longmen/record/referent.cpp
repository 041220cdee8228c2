// SPDX-License-Identifier: GPL-3.0-or-later
// Names of what may be known of a referent.
#include <longmen/record/referent.hpp>

#include <algorithm>

namespace longmen {
namespace {

constexpr std::array<std::string_view, referent_field_count> keys{
    "name",     "psn_name", "han_name", "doc_std_name", "sector",    "country",
    "province", "city",     "county",   "address",      "longitude", "latitude"};

} // namespace

std::string_view referent_field_key(ReferentField field) {
    return keys.at(static_cast<std::size_t>(field));
}

std::optional<ReferentField> referent_field_by_key(std::string_view key) {
    const auto found = std::ranges::find(keys, key);
    return found == keys.end() ? std::nullopt
                               : std::optional{static_cast<ReferentField>(found - keys.begin())};
}

} // namespace longmen
