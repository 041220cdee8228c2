// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a cell out of markup: blanks collapsed, paragraphs and line ends kept.
#pragma once

#include <longmen/ingest/limits.hpp>

#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// Gathers one cell. Runs of blanks and line ends count as one blank, none at the ends of a paragraph, as
/// OpenDocument and HTML have it.
class MarkupText {
    std::string text_;
    bool begun_ = false;         ///< a paragraph has begun
    bool line_begins_ = true;    ///< nothing written since the line began
    bool blank_pending_ = false; ///< written once more text follows
    bool cut_ = false;

    void add(std::string_view piece, const Limits& limits);

public:
    void clear() { *this = {}; }
    /// A paragraph begins: on a line of its own when there is text before it.
    void paragraph(const Limits& limits);
    void line_break(const Limits& limits);
    /// Text whose blanks are collapsed.
    void text(std::string_view piece, const Limits& limits);
    /// Text to be kept as it is: blanks that are meant, tabs.
    void literal(std::string_view piece, const Limits& limits);
    /// Without line ends behind the last text.
    [[nodiscard]] std::string_view view() const;
    [[nodiscard]] bool cut() const { return cut_; }
};

} // namespace longmen::ingest::detail
