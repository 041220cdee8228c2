// SPDX-License-Identifier: GPL-3.0-or-later
// Which terms the texts of documents have.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/record/columns.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace longmen::indicators {

struct DocumentText {
    std::string_view title, abstract;
};

/// Terms are the shingles of search::Shingler, numbered in the order in which they first occur.
struct TextTerms {
    OwnedLists of;               ///< terms of each document, ascending, each once
    Buffer<std::uint32_t> count; ///< how often, beside `of.items`
    OwnedLists in;               ///< documents of each term, ascending
    Buffer<std::uint32_t> place; ///< where in `of.items` the pair stands, beside `in.items`

    [[nodiscard]] std::size_t documents() const { return of.view().size(); }
    [[nodiscard]] std::size_t terms() const { return in.view().size(); }
    [[nodiscard]] bool has_text(std::size_t document) const { return of.view().count(document) > 0; }
};

/// The same for any number of threads.
[[nodiscard]] TextTerms text_terms(std::span<const DocumentText> texts, Threads& threads);

} // namespace longmen::indicators
