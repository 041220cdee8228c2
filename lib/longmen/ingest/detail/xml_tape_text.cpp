// SPDX-License-Identifier: GPL-3.0-or-later
// Text between elements, and what may stand around the root.
#include <longmen/ingest/detail/characters.hpp>
#include <longmen/ingest/detail/xml_tape.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> own_characters{
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

/// What XML 1.0 takes for a character.
bool is_character(std::uint32_t code) {
    constexpr std::uint32_t last = 0x10FFFF;
    const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    return !control && !surrogate && code != 0xFFFE && code != 0xFFFF && code <= last;
}

} // namespace

bool XmlTape::data() {
    constexpr std::string_view opening = "<![CDATA[";
    const auto begin = at_ + opening.size();
    if (!pass_behind("]]>")) {
        return false;
    }
    const auto inside = text_.substr(begin, at_ - 3 - begin);
    if (inside.find('\r') != std::string_view::npos) {
        return false;
    }
    if (!inside.empty()) {
        put(Kind::text, begin, inside.size());
    }
    return true;
}

/// At an `&`. In a value the document's own rules for names would matter, so only the five of XML are taken.
bool XmlTape::reference(bool in_value) {
    ++at_;
    const auto made = made_.size();
    if (here() == '#') {
        if (!numbered_reference()) {
            return false;
        }
    } else {
        const auto name = word();
        if (name.empty() || !pass_mark(';')) {
            return false;
        }
        const auto* const own =
            std::ranges::find(own_characters, name, &std::pair<std::string_view, char>::first);
        if (own != own_characters.end()) {
            made_ += own->second;
        } else if (in_value || std::ranges::binary_search(pictures_, name)) {
            return false;
        } else if (const auto text = character_ ? character_(name) : std::string_view{}; !text.empty()) {
            made_ += text;
        } else {
            made_.append("&").append(name).append(";");
        }
    }
    if (!in_value) {
        put(Kind::made_text, made, made_.size() - made);
    }
    return true;
}

/// At the `#`.
bool XmlTape::numbered_reference() {
    ++at_;
    const bool hexadecimal = here() == 'x';
    at_ += hexadecimal ? 1 : 0;
    std::uint32_t code = 0;
    const char* begin = text_.data() + at_;
    const auto [end, error] =
        std::from_chars(begin, text_.data() + text_.size(), code, hexadecimal ? 16 : 10);
    at_ += static_cast<std::size_t>(end - begin);
    if (error != std::errc{} || !pass_mark(';') || !is_character(code)) {
        return false;
    }
    append_utf8(made_, code);
    return true;
}

// --- around the root
// -----------------------------------------------------------------------------------------

/// Behind the next `mark`.
bool XmlTape::pass_behind(std::string_view mark) {
    const auto found = text_.find(mark, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + mark.size();
    return found != std::string_view::npos;
}

/// Blanks, comments and instructions.
bool XmlTape::misc() {
    for (;;) {
        pass_blanks();
        if (is_at("<?")) {
            if (!instruction()) {
                return false;
            }
        } else if (is_at("<!--")) {
            if (!comment()) {
                return false;
            }
        } else {
            return true;
        }
    }
}

/// The declaration of XML itself is left to the other parser.
bool XmlTape::instruction() {
    at_ += 2;
    const auto target = word();
    const bool reserved = target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' &&
                          (target[2] | 0x20) == 'l';
    return !target.empty() && !reserved && (is_at("?>") || is_xml_blank(here())) && pass_behind("?>");
}

bool XmlTape::comment() {
    if (!is_at("<!--")) {
        return false;
    }
    at_ += 4;
    return pass_behind("--") && pass_mark('>');
}

/// One that declares nothing but pictures.
bool XmlTape::doctype() {
    constexpr std::string_view opening = "<!DOCTYPE";
    at_ += opening.size();
    if (!pass_blanks() || word().empty()) {
        return false;
    }
    if (pass_blanks() && here() != '[' && here() != '>' && !external_id()) {
        return false;
    }
    if (pass_mark('[')) {
        for (pass_blanks(); !pass_mark(']'); pass_blanks()) {
            if (!picture()) {
                return false;
            }
        }
        pass_blanks();
    }
    std::ranges::sort(pictures_);
    return pass_mark('>');
}

/// `<!ENTITY D1 SYSTEM "D1.TIF" NDATA TIF>`: a file that lies beside the document and is not looked at.
bool XmlTape::picture() {
    constexpr std::string_view opening = "<!ENTITY";
    constexpr std::string_view keyword = "NDATA";
    if (!is_at(opening)) {
        return false;
    }
    at_ += opening.size();
    pictures_.push_back(pass_blanks() ? word() : std::string_view{});
    if (pictures_.back().empty() || !pass_blanks() || !external_id() || !is_at(keyword) ||
        !is_xml_blank(text_[at_ - 1])) {
        return false;
    }
    at_ += keyword.size();
    if (!pass_blanks() || word().empty()) {
        return false;
    }
    pass_blanks();
    return pass_mark('>');
}

/// At `SYSTEM` or `PUBLIC`; behind the blanks that follow.
bool XmlTape::external_id() {
    const bool is_public = is_at("PUBLIC");
    if (!is_public && !is_at("SYSTEM")) {
        return false;
    }
    constexpr std::size_t keyword = 6;
    at_ += keyword;
    if (!pass_blanks() || (is_public && !(literal(true) && pass_blanks())) || !literal(false)) {
        return false;
    }
    pass_blanks();
    return true;
}

bool XmlTape::literal(bool public_id) {
    const char quote = here();
    if (quote != '"' && quote != '\'') {
        return false;
    }
    const auto begin = ++at_;
    if (!pass_behind({&quote, 1})) {
        return false;
    }
    constexpr std::string_view marks = " -()+,./:=?;!*#@$_%";
    const auto inside = text_.substr(begin, at_ - 1 - begin);
    return !public_id || std::ranges::all_of(inside, [&](char c) {
        return (c >= '0' && c <= '9') || (begins_xml_name(c) || marks.find(c) != std::string_view::npos);
    });
}

} // namespace longmen::ingest::detail
