// SPDX-License-Identifier: GPL-3.0-or-later
// What the support for Madrid registrations asks for: how many of an owner, extended to how many countries.
#pragma once

#include <longmen/record/patent.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace longmen::programme {

struct MadridStanding {
    std::string owner; ///< the enterprise's name where it is one of the corpus, else as first written
    std::optional<std::uint32_t> enterprise;
    std::size_t applications = 0;       ///< applied for by `as_of`, in force or not
    std::vector<std::string> countries; ///< designated in any of them, each once, sorted
    std::size_t without_countries = 0;  ///< applications whose countries are not on record
    std::vector<std::string> sources;   ///< `file:row` of each, for evidence
};

/// By owner's key. An application without any date counts; one filed or registered after `as_of` does not.
[[nodiscard]] std::vector<MadridStanding> madrid_standings(const Corpus& corpus, const Date& as_of);

} // namespace longmen::programme
