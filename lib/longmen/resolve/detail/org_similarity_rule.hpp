// SPDX-License-Identifier: GPL-3.0-or-later
// Weights and limits of the similarity of names, as the vocabulary gives them.
#pragma once

#include <longmen/base/config.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace longmen::resolve::detail {

/// Weights and limits of the similarity; see organisations.hpp for what they do.
struct SimilarityRule {
    double plain_weight = 0;
    double trade_weight = 0;
    double weak_weight = 0;
    double minimum = 0;
    double minimum_support = 0;
    double firm_support =
        0; ///< from here on two plain words may have slips, and a stray letter does not count
    double missing_place = 0;                ///< factor where one name goes without its place
    std::size_t slip_length = 0;             ///< shortest word in which one letter may differ
    std::size_t two_slips_length = 0;        ///< shortest word in which two may
    std::size_t prefix_length = 0;           ///< shortest abbreviation that is a beginning
    std::size_t lone_word_length = 0;        ///< shortest word that carries a name alone
    std::size_t rare_word_names = 0;         ///< a word in at most so many names is a block
    std::size_t largest_block = 0;           ///< blocks of more names are passed over
    std::size_t person_words = 0;            ///< fewest words of a person's name with a slip
    std::size_t person_namesakes = 0;        ///< most names with a surname whose bearers may be one
    std::size_t person_shortest_surname = 0; ///< in letters, of such a surname
    std::size_t person_slip_surname = 0;     ///< shortest surname in which one letter may differ
    std::size_t person_same_ending = 0;      ///< its last letters, which must agree
    std::size_t long_reading_length =
        0; ///< shortest word of Chinese syllables that may be a slip where only two words fill a gap
    std::size_t joined_length = 0;     ///< so many letters run together for each letter that may differ
    std::size_t sound_consonants = 0;  ///< fewest consonants by which two words sound alike
    std::size_t slip_fillers = 0;      ///< most words in the gap of a skeleton that may be one misspelt word
    std::size_t sound_fillers = 0;     ///< the same for words that sound alike
    std::size_t sure_word_length = 0;  ///< shortest word that leaves little doubt when one firm alone has it
    std::size_t short_slip_length = 0; ///< shortest misspelt word of the vocabulary beside a very rare word
    double near_share = 0;             ///< of trade words of one sense, and of a word and its consonants
    double sound_share = 0;            ///< of words that sound alike
    std::size_t sure_word_names =
        0; ///< a word in at most so many names lets two Chinese readings pass as a slip
    std::size_t vocabulary_slip_length =
        0;                             ///< shortest word that is read as a misspelt one of the vocabulary
    std::size_t place_slip_length = 0; ///< the same for places of China
    std::size_t form_slip_length = 0;  ///< the same for legal forms
    std::size_t sure_vocabulary_length = 0; ///< shortest misspelt word that shows a name to be no person's
    std::size_t person_slip_length = 0;     ///< shortest word of it in which one letter may differ
};

/// DataError when a key is missing, unknown, or out of range.
[[nodiscard]] SimilarityRule read_similarity_rule(const ConfigNode& node);

} // namespace longmen::resolve::detail
