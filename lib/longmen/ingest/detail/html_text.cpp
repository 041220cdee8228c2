// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a page into tags and text.
#include <longmen/ingest/detail/html_text.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/characters.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace longmen::ingest::detail {
namespace {

/// A longer tag is none: its sign was text. Longer text is handed on before it ends.
constexpr std::size_t longest_tag = std::size_t{1} << 16;
constexpr std::size_t longest_character = 12; // &CounterClockwise; is no part of tables

/// Elements whose inside is no text of the page.
constexpr std::array<std::string_view, 4> raw_elements{"script", "style", "title", "xml"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> characters{{{"amp", "&"},
                                                                                    {"lt", "<"},
                                                                                    {"gt", ">"},
                                                                                    {"quot", "\""},
                                                                                    {"apos", "'"},
                                                                                    {"nbsp", " "},
                                                                                    {"ensp", " "},
                                                                                    {"emsp", " "},
                                                                                    {"middot", "·"},
                                                                                    {"times", "×"},
                                                                                    {"ndash", "–"},
                                                                                    {"mdash", "—"},
                                                                                    {"ldquo", "“"},
                                                                                    {"rdquo", "”"}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool same_letters(std::string_view text, std::string_view lower_word) {
    return text.size() == lower_word.size() && std::ranges::equal(text, lower_word, {}, lower);
}

std::size_t find_letters(std::string_view text, std::string_view lower_word) {
    const auto found = std::ranges::search(text, lower_word, {}, lower);
    return found.empty() && !lower_word.empty() ? std::string_view::npos
                                                : static_cast<std::size_t>(found.begin() - text.begin());
}

/// What stands between `&` and `;`; empty for names not known here.
std::string character(std::string_view name) {
    for (const auto& [known, text] : characters) {
        if (name == known) {
            return std::string{text};
        }
    }
    const auto text = numbered_character(name);
    return text == "\u00a0" ? " " : text;
}

bool begins_tag(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || c == '/' || c == '!' || c == '?';
}

/// Where the tag at the beginning ends: at a `>` outside quotes, else at the end of the text or of patience.
std::size_t end_of_tag(std::string_view text) {
    char quote = 0;
    std::size_t end = 1;
    for (; end < std::min(text.size(), longest_tag) && (quote != 0 || text[end] != '>'); ++end) {
        const char c = text[end];
        if (quote != 0) {
            quote = c == quote ? char{0} : quote;
        } else if ((c == '"' || c == '\'') && text[end - 1] == '=') {
            quote = c;
        }
    }
    return end;
}

} // namespace

std::string_view HtmlTag::attribute(std::string_view wanted) const {
    constexpr std::string_view blanks = " \t\r\n";
    auto rest = attributes;
    while (!rest.empty()) {
        rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
        const auto key = rest.substr(0, rest.find_first_of(" \t\r\n="));
        rest.remove_prefix(key.size());
        const auto equals = rest.find_first_not_of(blanks);
        std::string_view value;
        if (equals != std::string_view::npos && rest[equals] == '=') {
            rest.remove_prefix(std::min(rest.find_first_not_of(blanks, equals + 1), rest.size()));
            const std::size_t quote = rest.starts_with('"') || rest.starts_with('\'') ? 1 : 0;
            const auto last = quote != 0 ? rest.find(rest.front(), 1) : rest.find_first_of(blanks);
            value = rest.substr(quote, std::min(last, rest.size()) - quote);
            rest.remove_prefix(std::min(rest.size(), quote + value.size() + quote));
        }
        if (same_letters(key, wanted)) {
            return value;
        }
    }
    return {};
}

std::size_t HtmlTag::count(std::string_view wanted, std::size_t most) const {
    return std::clamp<std::size_t>(to_size(attribute(wanted), 1), 1, most);
}

bool HtmlTag::hidden() const {
    auto style = std::string{attribute("style")};
    std::erase_if(style, is_blank);
    return find_letters(style, "display:none") != std::string_view::npos;
}

/// Passes over a comment or script; false while its end has not come.
bool HtmlScanner::skip_raw() {
    const auto end = find_letters(rest(), raw_end_);
    if (end == std::string_view::npos) {
        begin_ = buffer_.size() - std::min(rest().size(), raw_end_.size() - 1);
        return false;
    }
    begin_ += raw_end_ == "-->" ? end + raw_end_.size() : end;
    raw_end_.clear();
    return true;
}

void HtmlScanner::tell_text(std::string_view text) {
    while (!text.empty()) {
        const auto mark = text.find('&');
        if (mark != 0) {
            handler_.text(text.substr(0, mark));
            text.remove_prefix(std::min(mark, text.size()));
            continue;
        }
        const auto end = text.substr(0, longest_character).find(';');
        const auto decoded =
            end == std::string_view::npos ? std::string{} : character(text.substr(1, end - 1));
        handler_.text(decoded.empty() ? text.substr(0, 1) : std::string_view{decoded});
        text.remove_prefix(decoded.empty() ? 1 : end + 1);
    }
}

/// Text up to the next tag; false when more must come first.
bool HtmlScanner::take_text(bool last) {
    auto text = rest().substr(0, rest().find('<'));
    if (text.size() == rest().size()) {
        const auto mark = text.rfind('&');
        if (!last && mark != std::string_view::npos && text.size() - mark < longest_character) {
            text = text.substr(0, mark); // a character may go on in the next piece
        }
    }
    tell_text(text);
    begin_ += text.size();
    return rest().starts_with('<');
}

void HtmlScanner::take_tag(std::string_view inside) {
    HtmlTag tag;
    tag.end = inside.starts_with('/');
    inside.remove_prefix(tag.end ? 1 : 0);
    const auto name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
    std::ranges::transform(name, std::back_inserter(tag.name), lower);
    tag.attributes = inside.substr(name.size());
    if (!tag.end && std::ranges::find(raw_elements, tag.name) != raw_elements.end() &&
        !inside.ends_with('/')) {
        raw_end_ = "</" + tag.name;
        return;
    }
    handler_.tag(tag);
}

/// The markup at the beginning of the rest; false when more must come first.
bool HtmlScanner::take_markup(bool last) {
    const auto text = rest();
    constexpr std::string_view comment = "<!--";
    if (text.size() < comment.size() && !last) {
        return false;
    }
    if (text.starts_with(comment)) {
        raw_end_ = "-->";
        begin_ += comment.size();
        return true;
    }
    if (text.size() == 1 || !begins_tag(text[1])) { // 3 < 4
        handler_.text("<");
        ++begin_;
        return true;
    }
    const auto end = end_of_tag(text);
    if (end == text.size() && end < longest_tag && !last) {
        return false;
    }
    if (end == text.size() || text[end] != '>') {
        handler_.text(text.substr(0, end));
        begin_ += end;
        return true;
    }
    begin_ += end + 1;
    if (text[1] != '!' && text[1] != '?') {
        take_tag(text.substr(1, end - 1));
    }
    return true;
}

void HtmlScanner::feed(std::string_view piece, bool last) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    buffer_ += piece;
    while (begin_ < buffer_.size()) {
        const bool goes_on = !raw_end_.empty() ? skip_raw() : take_text(last) && take_markup(last);
        if (!goes_on) {
            return;
        }
    }
}

} // namespace longmen::ingest::detail
