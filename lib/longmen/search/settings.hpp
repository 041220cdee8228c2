// SPDX-License-Identifier: GPL-3.0-or-later
// How results are ranked, from a model file.
#pragma once

#include <longmen/base/config.hpp>

namespace longmen::search {

/// models/search/default.toml. Weights of fields are whole: how often a word there counts.
struct Settings {
    double k1 = 0, b = 0;
    unsigned title = 0, abstract = 0, claims = 0, applicants = 0, inventors = 0;
    std::string checksum; ///< of the file: an index made with other weights is made anew
};

/// DataError with file, line and the allowed names on an unknown key or a value out of range.
[[nodiscard]] Settings read_settings(const Config& config);

} // namespace longmen::search
