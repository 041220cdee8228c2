// SPDX-License-Identifier: GPL-3.0-or-later
// Which facets are counted, as a person names them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search {

struct FacetChoice {
    std::string key;       ///< of a facet, see `facet_names`
    std::size_t rows = 10; ///< of the most frequent values
};

/// Keys of all facets there are, in their order.
[[nodiscard]] std::vector<std::string> facet_names();
/// What is counted when no names are given: year, applicant, ipc, status and county, ten rows each.
[[nodiscard]] std::vector<FacetChoice> usual_facets();
/// Names parted by commas, each with the rows wished after a colon: `applicant:20,ipc4,year`; keys, their
/// other names (`ipc4`, `region`) and Chinese ones; `all` for every one. Each once, in the order written.
/// UsageError for an unknown name, with those there are, and for a number of rows that is none.
[[nodiscard]] std::vector<FacetChoice> read_facets(std::string_view text);

} // namespace longmen::search
