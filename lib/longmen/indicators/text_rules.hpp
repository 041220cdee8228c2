// SPDX-License-Identifier: GPL-3.0-or-later
// How titles and abstracts are compared.
#pragma once

#include <longmen/base/config.hpp>

#include <cstdint>
#include <string>

namespace longmen::indicators {

/// The table of models/indicators/texts.toml.
struct TextRules {
    double floor = 0;       ///< similarity below it is none
    double most_common = 1; ///< a term that more than this share of the earlier documents have weighs nothing
    int years_back = 0;
    int first_years = 0;              ///< of the data, in which nothing is new
    std::uint32_t most_documents = 0; ///< with a text, that are compared
    std::string checksum;

    /// DataError with file and line: unknown key, a value out of range.
    [[nodiscard]] static TextRules read(const Config& config);
};

} // namespace longmen::indicators
