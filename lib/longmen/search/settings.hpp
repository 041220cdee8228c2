// SPDX-License-Identifier: GPL-3.0-or-later
// How the index is made and how results are ranked, from model files.
#pragma once

#include <longmen/base/config.hpp>

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace longmen::search {

/// models/search/index.toml.
struct IndexSettings {
    std::unordered_set<std::string> paired; ///< characters of which two side by side are a term
    std::size_t piece = 0;                  ///< records of one piece of a new index
    std::size_t bytes = 0;                  ///< of text between two writes of a piece
    std::string checksum;                   ///< of the file: an index made with other settings is made anew
};

/// models/search/default.toml, and how the index is made. A word in a field counts `title`, `abstract`, ...
/// times what BM25 gives it there.
struct Settings {
    /// What fills a page when fewer records hold all words than asked for.
    struct Closest {
        double k1 = 0, b_title = 0, b_body = 0;
        double title = 0;           ///< times a word in the title counts
        double character = 0;       ///< weight of one character beside that of two side by side
        double neighbours = 0;      ///< weight of two neighbouring words beside that of a word
        double in_title = 0;        ///< see `score`
        double whole_title = 0;     ///< see `score`
        double common = 0;          ///< share of the records above which a word does not choose candidates
        std::size_t candidates = 0; ///< records whose texts are read
        std::size_t kept = 0;       ///< first hits that stand as the words alone put them
        std::size_t feedback_records = 0; ///< nearest records whose terms are added for the rest
        std::size_t feedback_terms = 0;
        double feedback_weight = 0, feedback_title = 0;
        std::size_t most = 0;            ///< closest records of one query, at most
        std::size_t topic_words = 0;     ///< above: a text that describes a topic
        std::vector<std::string> asking; ///< words of such a text that ask, instead of telling
    };
    /// What the order `fresh` adds: score + `weight` x the best score of the query x 2^(-age / half-life).
    struct Fresh {
        double weight = 0;          ///< share of the best score
        double half_life_years = 0; ///< of the age from filing, else publication, to the data date
    };
    double k1 = 0, b = 0;
    double title = 0, abstract = 0, claims = 0, description = 0, applicants = 0, inventors = 0;
    Closest closest;
    Fresh fresh;
    IndexSettings index;
};

/// DataError with file, line and the allowed names on an unknown key or a value out of range.
[[nodiscard]] Settings read_settings(const Config& ranking, const Config& index);
/// Both from the folder of the models.
[[nodiscard]] Settings load_settings(const std::string& models_folder);

} // namespace longmen::search
