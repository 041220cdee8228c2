// SPDX-License-Identifier: GPL-3.0-or-later
// How the index is made and how results are ranked, from model files.
#pragma once

#include <longmen/base/config.hpp>

#include <cstddef>
#include <string>
#include <unordered_set>

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
    double k1 = 0, b = 0;
    double title = 0, abstract = 0, claims = 0, description = 0, applicants = 0, inventors = 0;
    IndexSettings index;
};

/// DataError with file, line and the allowed names on an unknown key or a value out of range.
[[nodiscard]] Settings read_settings(const Config& ranking, const Config& index);
/// Both from the folder of the models.
[[nodiscard]] Settings load_settings(const std::string& models_folder);

} // namespace longmen::search
