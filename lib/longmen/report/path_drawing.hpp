// SPDX-License-Identifier: GPL-3.0-or-later
// A main path drawn: documents by time from left to right, citations as curves from the cited to the citing.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace longmen::report {

struct DrawnDocument {
    std::string number;
    std::optional<int> day; ///< days since 1970-01-01; without one it stands left of all
    std::size_t part = 1;   ///< documents that hang together are drawn in one band, from 1
};

struct DrawnCitation {
    std::size_t cited = 0, citing = 0; ///< positions of documents
};

/// An SVG picture of its own: years along the bottom, a band for each part, no label over another. Same
/// input, same bytes.
[[nodiscard]] std::string draw_path(const std::vector<DrawnDocument>& documents,
                                    const std::vector<DrawnCitation>& citations, Lang lang);

} // namespace longmen::report
