// SPDX-License-Identifier: GPL-3.0-or-later
// Names made ready to be compared: weighted words, and pairs from blocks.
#pragma once

#include <longmen/resolve/detail/org_clusters.hpp>
#include <longmen/resolve/detail/org_tables.hpp>
#include <longmen/resolve/organisation_name.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

constexpr std::size_t fewest_letters = 8; ///< shorter texts are not compared with a letter left out

constexpr std::size_t fewest_exchanged = 6; ///< shorter texts are not compared with letters exchanged

struct Word {
    std::uint32_t id = 0;
    std::string_view text;
    WordClass word_class{};
    bool group = false;   ///< says that a firm is a group, and may be missing
    bool telling = false; ///< says what a firm does, or stands in no vocabulary and is no Chinese name
    double weight = 0;
};

struct Unit {
    Rank rank = 0;
    const OrganisationName* name = nullptr;
    std::vector<Word> words; ///< sorted by id
    std::string joined;      ///< words that are not weak, in order
    double weight = 0;
};

class Skeletons;

/// Names in Latin letters. Views point into the names, which must outlive it.
class Units {
    struct KnownPlaces {
        const std::vector<std::string>* places = nullptr; ///< of some name of these words
        bool settled = true;                              ///< no other place, none in brackets
    };
    const SimilarityRule& rule_;
    std::vector<Unit> units_;
    std::vector<std::uint32_t> names_with_;                       ///< by word id
    std::vector<KnownPlaces> places_of_word_;                     ///< the same
    std::unordered_map<std::string_view, KnownPlaces> places_of_; ///< by joined

public:
    Units(const std::vector<OrganisationName>& names, const std::vector<Rank>& ranks,
          const OrgTables& tables);

    [[nodiscard]] const std::vector<Unit>& all() const { return units_; }
    /// No more than so many names have the word.
    [[nodiscard]] bool only_in(const Word& word, std::size_t names) const {
        return names_with_[word.id] <= names;
    }
    /// Very few names have the word, or few and all in one place.
    [[nodiscard]] bool one_owner(const Word& word) const;
    /// All names of these words know one place only, in front or behind the legal form.
    [[nodiscard]] bool one_place(const Unit& unit) const {
        return places_of_.find(unit.joined)->second.settled;
    }
    /// Positions in `all` of names that share a rare word, their text but for a letter, or a skeleton that
    /// few words fill; each pair once.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>>
    candidates(const Skeletons& skeletons) const;

private:
    struct Block;
    /// `apart`: a place in brackets, or amid the name, does not settle.
    static void note_places(KnownPlaces& known, const OrganisationName& name, bool apart);
    [[nodiscard]] double class_weight(WordClass word_class) const;
    [[nodiscard]] std::vector<Block> all_blocks(const Skeletons& skeletons) const;
};

} // namespace longmen::resolve::detail
