// SPDX-License-Identifier: GPL-3.0-or-later
// How many words fill one place in names that are otherwise the same.
#pragma once

#include <longmen/resolve/detail/org_units.hpp>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace longmen::resolve::detail {

/// A name without one of its plain words, weak words and legal form left out: `Shanghai ... Port Machinery`.
/// Where only two words ever fill the gap, they are more likely one word misspelt than two firms; where many
/// do (`Shenzhen ... Technology`), nothing follows. Counted are names with two or more words left that say
/// what the firm does, or one and a place.
class Skeletons {
    static constexpr std::size_t most_fillers = 4;
    struct Fillers {
        std::array<std::uint64_t, most_fillers> words{}; ///< ids
        std::size_t count = 0;                           ///< `most_fillers` means so many or more
    };
    std::unordered_map<std::uint64_t, Fillers> fillers_;

    void note(std::uint64_t key, std::uint64_t filler);

public:
    explicit Skeletons(const std::vector<Unit>& units);

    /// The word stands in a gap that no more than `most` words fill, itself among them.
    [[nodiscard]] bool few_fill(const Unit& unit, const Word& word, std::size_t most) const;
    /// Keys of the skeletons of a unit in which few words stand, that without all its plain words among them.
    [[nodiscard]] std::vector<std::uint64_t> rare_keys(const Unit& unit) const;
};

} // namespace longmen::resolve::detail
