// SPDX-License-Identifier: GPL-3.0-or-later
// Communities of citing documents, named by the classes they work in.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/service/class_titles.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstdint>

namespace longmen::service {

struct CitationCommunities {
    Table
        table; ///< `community documents classes applicants most_cited first_year last_year`, the larger first
    double modularity = 0;
    std::uint64_t documents = 0; ///< with a citation inside the data
};

/// Leiden communities of the citation graph without direction; documents without citations are left out, as
/// are communities of fewer than `least` documents from the table. Classes and applicants: the three most
/// frequent by documents, ties by name, classes with their titles where known; most cited: by documents of
/// the same community, ties by number.
[[nodiscard]] CitationCommunities citation_communities(const store::Snapshot& snapshot, std::uint32_t seed,
                                                       std::uint64_t least, Threads& threads, Lang lang,
                                                       const ClassTitles& titles = {});

} // namespace longmen::service
