// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a document, put together to one row of patents and its events.
#pragma once

#include <longmen/ingest/detail/doc_claims.hpp>
#include <longmen/ingest/detail/doc_reader.hpp>
#include <longmen/ingest/detail/doc_sink.hpp>
#include <longmen/ingest/detail/row_reader.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// Rows of one profile. Single values go as cells under the paths of their elements through the reader that
/// tables of patents have, so that numbers, dates and classes come out alike; what no cell can hold is added
/// behind it.
class DocumentRecords final : public DocumentItems {
    const DocumentProfile& profile_;
    std::unique_ptr<DocumentSink> sink_;
    TableContext context_;
    std::unique_ptr<RowReader> reader_;

    struct Translated {
        std::string lang, text;
        std::size_t column = 0; ///< of the field in the original language; the English one is next
    };
    std::uint64_t row_ = 0;
    std::string member_; ///< file inside an archive
    std::string document_;
    bool grant_ = false;
    std::vector<std::string> cells_;
    std::vector<std::pair<Field, DocumentList>> lists_;
    std::vector<Translated> titles_, abstracts_;
    DocumentList corporate_, personal_, owners_; ///< who may be the applicants, in this order of preference
    std::vector<std::pair<std::string, DistinctMembers>> extras_; ///< path and values
    std::vector<EventRow> events_;
    std::string priority_date_;
    std::size_t priority_column_ = 0;
    std::optional<std::size_t> related_column_, publication_column_;
    std::string ipc_main_;
    std::size_t ipc_main_column_ = 0, ipc_main_rule_ = 0;
    std::string description_;
    std::size_t description_column_ = 0;
    DocumentList standard_inventors_; ///< taken where the office's own spelling is not given
    DocumentClaims claims_;
    std::size_t claims_column_ = 0;
    std::unordered_map<std::string, std::size_t> extra_places_;

    [[nodiscard]] std::size_t column_of(const DocumentRule& rule, std::size_t path, Field field) const;
    void set(const DocumentRule& rule, std::size_t path, Field field, std::string_view value);
    void add(const DocumentRule& rule, std::size_t path, Field field, std::string value);
    [[nodiscard]] std::string application_number(const DocumentParts& parts) const;
    [[nodiscard]] std::string number_text(const DocumentParts& parts) const;
    void take_publication(const DocumentRule& rule, std::size_t path, const DocumentParts& parts);
    void take_priority(const DocumentRule& rule, std::size_t path, const DocumentParts& parts);
    void take_party(const DocumentRule& rule, std::size_t path, const DocumentParts& parts);
    void take_citation(const DocumentRule& rule, std::size_t path, const DocumentParts& parts);
    void take_class(const DocumentRule& rule, std::size_t path, const DocumentParts& parts);
    void take_event(const DocumentParts& parts);
    void take_value(const DocumentRule& rule, std::size_t path, const std::string& text);
    [[nodiscard]] std::vector<std::string> members_of(const std::string& text) const;
    void settle_languages(std::vector<Translated>& texts);
    void settle_publications();
    void settle_applicants();
    void settle_number();

public:
    DocumentRecords(const std::string& path, const DocumentProfile& profile,
                    const StatusVocabulary& vocabulary, TableSink& sink);
    ~DocumentRecords() override;
    DocumentRecords(const DocumentRecords&) = delete;
    DocumentRecords& operator=(const DocumentRecords&) = delete;

    /// What the next records are: the file they lie in, the name of their element.
    void place(const std::string& member, std::string_view document);
    void begin_document() override { sink_->begin_document(); }
    void begin_record() override;
    void item(const DocumentRule& rule, std::size_t path, DocumentParts& parts, bool marked) override;
    void extra(const std::string& path, std::string_view value) override;
    void end_record() override;
    void end_document() override { sink_->end_document(); }
    /// A document that did not go in.
    void reject(DiagnosticCode code, std::string where, std::string_view value, std::string detail = {});

    /// Ordinal of the last document.
    [[nodiscard]] std::uint64_t row() const { return row_; }
    void count_from(std::uint64_t row) { row_ = row; }
    /// Paths that gave values, with their fields, in the order in which columns are counted.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> columns() const { return sink_->used(); }
    [[nodiscard]] std::vector<std::string> unknown() const { return sink_->unknown(); }
};

} // namespace longmen::ingest::detail
