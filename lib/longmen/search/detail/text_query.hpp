// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions on the words of texts and names.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/search/detail/index_words.hpp>
#include <longmen/search/detail/near_servers.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/settings.hpp>
#include <longmen/search/tokens.hpp>

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

struct TextField {
    std::string_view prefix;
    double weight = 1;
};

/// Words that stand in a row, without punctuation between them.
using Row = std::vector<Token>;

/// UsageError for words that hold nothing to be searched, patterns that stand for too many words, and what
/// cannot be near anything.
class TextQueries {
    IndexWords& vocabulary_;
    const Settings& settings_;
    const Xapian::Database* servers_;
    ReadRecords read_;
    Tokeniser tokeniser_;
    std::vector<std::string>& words_;
    bool negated_ = false;

    using Phrases = std::vector<std::vector<std::string>>;

    [[nodiscard]] std::vector<TextField> text_fields(QueryField field) const;
    [[nodiscard]] std::vector<TextField> name_fields(QueryField field) const;
    [[nodiscard]] std::vector<Token> tokens_of(const QueryNode& node);
    [[nodiscard]] std::vector<std::vector<std::string>> phrases(const Row& row, std::string_view prefix,
                                                                bool exactly);
    void remember(const Phrases& phrases, std::string_view prefix);
    [[nodiscard]] Xapian::Query in_a_row(const Row& row, std::string_view prefix);
    [[nodiscard]] Xapian::Query row_in_field(const Row& row, const TextField& field, bool exactly);
    [[nodiscard]] Xapian::Query row_in_names(const Row& row, const TextField& field);
    [[nodiscard]] std::vector<std::string> expanded(const QueryNode& node, std::string_view prefix);
    [[nodiscard]] Xapian::Query wildcard(const QueryNode& node);
    void alternatives(const QueryNode& node, std::string_view prefix, Phrases& phrases_of_part);
    [[nodiscard]] static QueryField field_of(const QueryNode& node);
    void note_rows(const QueryNode& node);

public:
    /// `words`: what a snippet shows is added here. `servers`: the shards, when some lie on servers, else
    /// null.
    TextQueries(IndexWords& vocabulary, const Settings& settings, const Xapian::Database* servers,
                std::vector<std::string>& words)
        : vocabulary_(vocabulary), settings_(settings), servers_(servers), words_(words) {}

    /// Words that must not be there are not shown.
    void set_negated(bool negated) { negated_ = negated; }
    [[nodiscard]] bool negated() const { return negated_; }
    [[nodiscard]] Xapian::Query words(const QueryNode& node);
    [[nodiscard]] Xapian::Query near(const QueryNode& node);
};

} // namespace longmen::search::detail
