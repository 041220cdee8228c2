// SPDX-License-Identifier: GPL-3.0-or-later
// The records most like one, or like a text: by text, classes and citations, with reasons.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/search/similar_rules.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace longmen::service {

struct SimilarRequest {
    std::string models_folder;
    std::string what;       ///< a number of a record, else a text file
    std::size_t limit = 20; ///< hits
};

/// Why a record is here. A place of 0: not on the list of this signal.
struct LikenessReasons {
    double text_place = 0, text = 0;           ///< place from 1, equal values sharing their mean place; BM25
    std::vector<std::string> words;            ///< telling words of the one that the record has too
    double classes_place = 0, classes = 0;     ///< weighted share of classes in common, 0 to 1
    std::vector<std::string> shared_classes;   ///< each at its deepest level
    double citations_place = 0, citations = 0; ///< weighted sum of the three below
    bool cites = false, cited = false;         ///< the one cites the record; is cited by it
    std::uint32_t both_cite = 0, both_cited = 0;
    double coupling = 0, co_citation = 0;      ///< cosines
    std::vector<std::string> shared_citations; ///< documents both cite, or that cite both
};

enum class Kinship : std::uint8_t { none, simple, extended };

struct SimilarHit {
    std::int64_t id = 0;
    std::string number, title, date;
    std::vector<std::string> applicants;
    Kinship kinship = Kinship::none; ///< member of the own simple or extended family
    double value = 0;                ///< fused
    LikenessReasons reasons;
};

struct SimilarRecords {
    bool is_file = false;
    std::string number, title; ///< of the record; of a file its name, and no title
    std::string as_of;         ///< data date of the workspace
    std::size_t records = 0;   ///< that were looked at, itself not counted
    std::size_t with_text = 0, with_classes = 0, with_citations = 0; ///< of these
    /// What cannot be told, one sentence each.
    std::vector<Sentence> missing;
    std::vector<SimilarHit> hits; ///< without its own family
    std::vector<SimilarHit>
        family;            ///< the other members of its extended family, those of the simple one first
    std::size_t total = 0; ///< records on any list, without its own family
};

/// UsageError: neither a record nor a file, a file that is no UTF-8 text or too long, or nothing to go by.
/// The same for any number of threads.
[[nodiscard]] SimilarRecords similar_records(const store::Workspace& workspace, const SimilarRequest& request,
                                             Threads& threads, Progress& progress);

/// `rank number title applicant date family value text_place text words classes_place classes shared_classes
/// citations_place citations cites cited both_cite coupling both_cited co_citation shared_citations`: members
/// of the own family behind the hits, without a rank; lists joined by `; `.
[[nodiscard]] Table similar_table(const SimilarRecords& found, Lang lang);
[[nodiscard]] std::vector<Section> similar_sections(const SimilarRecords& found, Lang lang);
/// `query{} as_of records missing[] total hits[] family[]`.
[[nodiscard]] std::string similar_json(const SimilarRecords& found);

} // namespace longmen::service
