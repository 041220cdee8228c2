// SPDX-License-Identifier: GPL-3.0-or-later
// One item of a list of cited or citing documents.
#pragma once

#include <string>
#include <string_view>

namespace longmen {

/// Who brought a citation in, where the source says so.
inline constexpr std::string_view citation_origins[]{"applicant",  "examiner",    "search",
                                                     "opposition", "third_party", "other"};

struct Citation {
    std::string number;   ///< canonical where it is a number, else as written
    std::string category; ///< letters of the search report: X, Y, A, D, ...; may be empty
    std::string origin;   ///< of citation_origins; may be empty
};

/// Canonical text of an item: `NUMBER`, or `NUMBER<TAB>CATEGORY<TAB>ORIGIN` where either is known.
[[nodiscard]] std::string citation_text(const Citation& citation);
/// The reverse; a missing part is empty.
[[nodiscard]] Citation parse_citation(std::string_view item);

} // namespace longmen
