// SPDX-License-Identifier: GPL-3.0-or-later
// All pairs of records whose texts are nearly the same, and the clusters they make.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/search/near_duplicates.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct NearDuplicatesRequest {
    std::string models_folder;
    std::optional<double> threshold;     ///< else that of the model
    std::optional<std::size_t> shortest; ///< likewise
};

/// Records by number; texts by position in the corpus.
struct NearDuplicateTexts {
    Corpus corpus; ///< without abstracts
    search::NearDuplicates found;
    std::vector<std::uint32_t> sizes;    ///< shingles of each text
    std::vector<std::uint32_t> clusters; ///< of each text the first one of its cluster
    std::size_t clusters_of_several = 0, texts_in_clusters = 0;
    search::DuplicateOptions options;
    std::vector<search::NearPair> pairs; ///< all; none when they are more than the model allows
    std::vector<std::vector<std::uint32_t>>
        applicants; ///< of each record, numbered as they are counted, ascending
    [[nodiscard]] bool too_many() const { return found.all_pairs > options.most_pairs; }
};

/// Title and abstract, in English where there are no others. UsageError: a threshold out of range.
[[nodiscard]] NearDuplicateTexts near_duplicate_texts(const store::Workspace& workspace,
                                                      const NearDuplicatesRequest& request, Threads& threads,
                                                      Progress& progress);

/// `number other similarity same_family same_applicant`: the smaller number first, by numbers. same_family is
/// `simple`, `extended` or `no`; same_applicant `yes`, `no`, or undefined where one has none. The first
/// `limit` pairs, 0 for all. UsageError when there are too many: `--clusters` tells the same in a line for
/// each record.
[[nodiscard]] Table near_pair_table(const NearDuplicateTexts& texts, Lang lang, std::size_t limit);
/// `cluster members number same_text_as title applicant date family`: clusters of two and more, the larger
/// first, then by number; a cluster is named by its smallest member. The first `limit` rows, 0 for all.
[[nodiscard]] Table near_cluster_table(const NearDuplicateTexts& texts, Lang lang, std::size_t limit);
/// What was compared, how, and how much was found.
[[nodiscard]] std::vector<std::string> near_duplicate_lines(const NearDuplicateTexts& texts, Lang lang);
/// `threshold shortest texts compared too_short empty pairs_in_all clusters_in_all`, then `pairs[]` or
/// `clusters[]` as in the tables.
[[nodiscard]] std::string near_duplicate_json(const NearDuplicateTexts& texts, bool clusters);

} // namespace longmen::service
