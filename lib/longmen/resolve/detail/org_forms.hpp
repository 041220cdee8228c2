// SPDX-License-Identifier: GPL-3.0-or-later
// Taking legal forms and places out of a name in Latin letters.
#pragma once

#include <longmen/resolve/detail/org_canonical.hpp>
#include <longmen/resolve/detail/org_words.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace longmen::resolve::detail {

struct FormsAndPlaces {
    const LegalForm* form = nullptr; ///< the last that says more than "company"
    std::vector<PlaceName> places;
    std::vector<std::uint32_t> segments; ///< of each place, counted by commas
    bool bracketed = false;              ///< some place stands in brackets
    bool apart = false;                  ///< all stand in front or behind the form, none in brackets
    std::string front;                   ///< the last place before any other word, as written
    std::size_t front_index = 0;         ///< its position in `places`
};

/// What remains stays in `words`.
[[nodiscard]] FormsAndPlaces take_forms_and_places(std::vector<RawWord>& words, const OrgTables& tables);

} // namespace longmen::resolve::detail
