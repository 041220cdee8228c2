// SPDX-License-Identifier: GPL-3.0-or-later
// HTML as tags and text, fed in pieces and read as tolerantly as browsers do.
#pragma once

#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// One tag: `td`, its attributes as written, and whether it ends an element.
struct HtmlTag {
    std::string name; ///< lower case
    std::string_view attributes;
    bool end = false;

    /// Value of an attribute, without its quotes; empty when absent or without value.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    /// A whole number of 1 to `most`; 1 for anything else.
    [[nodiscard]] std::size_t count(std::string_view name, std::size_t most) const;
    /// True when the style of the tag hides it.
    [[nodiscard]] bool hidden() const;
};

/// Receives tags and decoded text in the order of the page.
class HtmlHandler {
public:
    virtual ~HtmlHandler() = default;
    virtual void tag(const HtmlTag& tag) = 0;
    virtual void text(std::string_view piece) = 0;
};

/// Comments, scripts, styles and titles are passed over. Memory stays constant.
class HtmlScanner {
    HtmlHandler& handler_;
    std::string buffer_;
    std::size_t begin_ = 0; ///< of what is not read yet
    std::string raw_end_;   ///< what ends the comment or script in hand: `-->`, `</script`; empty: none

    [[nodiscard]] std::string_view rest() const { return std::string_view{buffer_}.substr(begin_); }
    bool skip_raw();
    bool take_text(bool last);
    bool take_markup(bool last);
    void take_tag(std::string_view inside);
    void tell_text(std::string_view text);

public:
    explicit HtmlScanner(HtmlHandler& handler) : handler_{handler} {}
    void feed(std::string_view piece, bool last);
};

} // namespace longmen::ingest::detail
