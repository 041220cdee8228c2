// SPDX-License-Identifier: GPL-3.0-or-later
// What the elements of an office's documents mean, as data: items, their parts, and where each is kept.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/ingest/detail/doc_claims.hpp>
#include <longmen/ingest/detail/doc_tree.hpp>
#include <longmen/ingest/profile.hpp>
#include <longmen/record/field.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// What an item becomes.
enum class Make : std::uint8_t {
    publication, ///< the document itself: number, date; of a grant also the grant
    related,     ///< an earlier publication of the same application
    application,
    priority,
    parent,
    pct_application,
    pct_publication,
    member,     ///< a family member
    citation,   ///< a cited document
    literature, ///< cited literature
    title,
    abstract,
    claim,
    description,
    applicant,
    inventor,
    owner,
    agent,
    agency,
    ipc,
    cpc,
    type,     ///< type of patent, through `types`
    value,    ///< the one field that the rule names
    event,    ///< a legal event
    relative, ///< a member of an extended family, of which all are in the document
    count_
};

/// One column of the table that the documents make.
struct DocumentColumn {
    std::string heading; ///< path of the element
    Field field{};
};

/// One `[[item]]`: an element that is gathered whole.
struct DocumentRule {
    Make make{};
    std::vector<std::string> at;                           ///< paths of the element
    std::optional<Field> field;                            ///< of Make::value
    std::vector<std::pair<DocumentPart, std::string>> set; ///< parts that are the same for all
    std::vector<Field> fields;                             ///< filled by it
    std::size_t column = 0; ///< of its first field at its first path; fields of one path stand together
};

/// How documents are told apart and split.
enum class DocumentSyntax : std::uint8_t {
    xml,
    sgml,  ///< elements may lack their end
    tagged ///< lines that begin with a tag (green book)
};

/// One file of models/sources/documents.
struct DocumentProfile {
    std::string id;
    DocumentSyntax syntax{};
    std::string office;                        ///< of numbers without one
    std::vector<std::string> documents;        ///< paths of the elements that are one document each
    std::vector<std::string> grants;           ///< names of documents that are grants
    std::vector<std::string> marks;            ///< elements in a claim that point at another claim
    std::vector<std::string> breaks;           ///< elements that stand on lines of their own in a text
    std::vector<std::string> omit;             ///< elements in a text that are not kept: drawings
    std::vector<std::string> empty;            ///< SGML elements that have no end
    std::vector<std::string> nothing;          ///< texts that stand for an absent value
    std::vector<std::string> original_offices; ///< whose application numbers are taken in the original form
    DocumentClaims::Forms claims;
    std::string named_by;          ///< attribute that tells elements of one name apart, may be empty
    std::string separator;         ///< of several values in one element, may be empty
    bool number_from_path = false; ///< a document without any number has that of its folder, if proven
    std::vector<std::pair<std::string, std::string>> origins; ///< words to origins of citations
    std::vector<std::pair<std::string, std::string>> types;   ///< words to keys of PatentType
    std::vector<DocumentRule> rules;
    std::vector<DocumentColumn> columns;
    ElementTree tree; ///< roots are the elements named in `documents`
    Profile table;    ///< for the reader of rows

    [[nodiscard]] bool is_grant(std::string_view document) const;
};

/// DataError with file, line and the allowed names on anything unknown.
[[nodiscard]] DocumentProfile read_document_profile(const Config& config);

/// All profiles of `sources/documents` of a models folder, by id; empty when there is no such folder.
[[nodiscard]] std::vector<DocumentProfile> read_document_profiles(const std::string& models_folder);

} // namespace longmen::ingest::detail
