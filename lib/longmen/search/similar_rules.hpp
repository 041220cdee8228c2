// SPDX-License-Identifier: GPL-3.0-or-later
// How records alike are looked for, from a model file.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/search/near_duplicates.hpp>
#include <longmen/search/nearest_texts.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace longmen::search {

/// models/search/similar.toml.
struct SimilarRules {
    DuplicateOptions duplicates;
    struct Fusion {
        double k = 0;
        double text = 0, classes = 0, citations = 0; ///< weights; 0 leaves a signal out
    } fusion;
    TextRules text;
    std::size_t words = 0;      ///< telling words shown with a hit
    std::size_t most_bytes = 0; ///< of a text file
    struct Citations {
        double direct = 0, coupling = 0, co_citation = 0;
        std::size_t hub = 0;
    } citations;
    std::string checksum;

    /// DataError with file and line: an unknown key, a value out of range.
    [[nodiscard]] static SimilarRules read(const Config& config);
};

/// `0.8` as 8000; UsageError for what is no number from 0.0001 to 1.
[[nodiscard]] std::uint32_t threshold_of(double similarity);

} // namespace longmen::search
