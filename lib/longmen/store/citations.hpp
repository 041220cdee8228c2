// SPDX-License-Identifier: GPL-3.0-or-later
// Citations between records, and to documents that are no record here.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace longmen::store {

/// One citation, told by the citing record, by the cited one, or by both.
struct CitationLink {
    std::int64_t citing = 0; ///< patent id; 0: a document that is no record
    std::int64_t cited = 0;  ///< likewise; never both 0
    std::string stub;        ///< key of the document that is no record; spellings of one document agree
    std::string category, origin;
};

/// Every citation once, by citing then cited record then stub. Documents are found by any number of a record,
/// whatever their kind code; a record that cites itself is left out. Memory O(citations).
[[nodiscard]] std::vector<CitationLink> load_citations(const Workspace& workspace);

/// The key of a document that is no record as people read it: that of a publication without what marks it as
/// one; other keys as they are, so that none meets another.
[[nodiscard]] std::string shown_stub(const std::string& key);

struct CitationCounts {
    std::size_t links = 0;  ///< citations in all
    std::size_t inside = 0; ///< both ends are records
    std::size_t stubs = 0;  ///< different documents that are no record
    std::size_t self = 0;   ///< items left out because a record names itself
};
[[nodiscard]] CitationCounts count_citations(const Workspace& workspace);

/// How many references a record lists that are no patents, by Patent::id; records without such a list are
/// left out: whether they cite none is not known.
[[nodiscard]] std::unordered_map<std::int64_t, std::int64_t>
load_literature_counts(const Workspace& workspace);

} // namespace longmen::store
