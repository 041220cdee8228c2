// SPDX-License-Identifier: GPL-3.0-or-later
// A record as a document of the index.
#pragma once

#include <longmen/search/settings.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace longmen::search::detail {

/// Makes documents; used by one thread.
class DocumentMaker {
    const IndexSettings& settings_;
    bool stored_;
    Tokeniser tokeniser_;
    std::string term_;

    std::uint32_t add_text(Xapian::Document& document, std::string_view prefix, std::string_view text,
                           std::uint32_t from);
    void add_name(Xapian::Document& document, std::string_view prefix, std::string_view name);

public:
    /// `stored`: the text and what is counted go into the document, for an index that stands away from its
    /// workspace.
    DocumentMaker(const IndexSettings& settings, bool stored) : settings_(settings), stored_(stored) {}

    [[nodiscard]] Xapian::Document make(const store::TextRecord& record);
};

/// What shards count by, as values of the document.
void add_counted(Xapian::Document& document, const store::TextRecord& record);

/// Bytes of the texts of a record.
[[nodiscard]] std::size_t text_bytes(const store::TextRecord& record);

} // namespace longmen::search::detail
