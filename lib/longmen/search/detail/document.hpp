// SPDX-License-Identifier: GPL-3.0-or-later
// A record as a document of the index.
#pragma once

#include <longmen/search/settings.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

/// Positions between two texts of one field: no neighbourhood reaches over it.
inline constexpr std::uint32_t field_gap = 1000;
/// Position of the first word. Xapian (1.4) loses one of two positions that are 0 and 1.
inline constexpr std::uint32_t first_position = 1;
/// The texts of a record that lie under a prefix of words, one behind the other.
[[nodiscard]] std::vector<std::string_view> texts_under(const store::TextRecord& record,
                                                        std::string_view prefix);

/// Makes documents; used by one thread.
class DocumentMaker {
    const IndexSettings& settings_;
    Tokeniser tokeniser_;
    std::string term_;

    std::uint32_t add_text(Xapian::Document& document, std::string_view prefix, std::string_view text,
                           std::uint32_t from);
    void add_name(Xapian::Document& document, std::string_view prefix, std::string_view name);

public:
    explicit DocumentMaker(const IndexSettings& settings) : settings_(settings) {}

    [[nodiscard]] Xapian::Document make(const store::TextRecord& record);
};

/// What shards count by, as values of the document.
void add_counted(Xapian::Document& document, const store::TextRecord& record);

/// Bytes of the texts of a record.
[[nodiscard]] std::size_t text_bytes(const store::TextRecord& record);

} // namespace longmen::search::detail
