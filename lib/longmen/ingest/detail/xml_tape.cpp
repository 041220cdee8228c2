// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of a document, one after another.
#include <longmen/ingest/detail/xml_tape.hpp>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 28;
constexpr std::size_t most_tokens = std::size_t{1} << 22;
constexpr std::size_t most_attributes = 64; // each is compared with those before it

} // namespace

bool XmlTape::read(std::string_view document) {
    tokens_.clear();
    open_.clear();
    made_.clear();
    pictures_.clear();
    text_ = document;
    at_ = 0;
    if (document.size() >= most_bytes || !is_xml_text(document) || !misc()) {
        return false;
    }
    if (is_at("<!DOCTYPE") && !(doctype() && misc())) {
        return false;
    }
    return here() == '<' && start_tag() && (open_.empty() || content()) && misc() && at_ == text_.size();
}

/// Text up to a mark, and the mark when it belongs to it.
inline bool XmlTape::text() {
    const auto begin = at_;
    at_ = find_first<XmlTextMark>(text_, at_);
    while (here() == ']') {
        if (is_at("]]>")) {
            return false;
        }
        at_ = find_first<XmlTextMark>(text_, at_ + 1);
    }
    if (at_ > begin) {
        put(Kind::text, begin, at_ - begin);
    }
    if (here() == '&') {
        return reference(false);
    }
    if (here() == '\r') {
        put(Kind::made_text, made_.size(), 1);
        made_ += '\n';
        at_ += here(1) == '\n' ? 2 : 1;
    }
    return at_ < text_.size();
}

/// From behind the start of the root to behind its end.
bool XmlTape::content() {
    while (tokens_.size() < most_tokens) {
        if (here() != '<') {
            if (!text()) {
                return false;
            }
            continue;
        }
        const char next = here(1);
        const bool taken = next == '/'          ? end_tag()
                           : next == '?'        ? instruction()
                           : next != '!'        ? start_tag()
                           : is_at("<![CDATA[") ? data()
                                                : comment();
        if (!taken) {
            return false;
        }
        if (open_.empty()) {
            return true;
        }
    }
    return false;
}

inline bool XmlTape::start_tag() {
    const auto begin = ++at_;
    std::size_t prefix = 0;
    if (!pass_name(prefix)) {
        return false;
    }
    const auto size = at_ - begin;
    put(Kind::start, begin + prefix, size - prefix);
    const auto first = tokens_.size();
    while (here() != '>') {
        const bool apart = pass_blanks();
        if (pass_mark('/')) {
            put(Kind::end, begin + prefix, size - prefix);
            return pass_mark('>');
        }
        if (here() != '>' && (!apart || !attribute(first))) {
            return false;
        }
    }
    ++at_;
    open_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size),
                     static_cast<std::uint32_t>(prefix)});
    return true;
}

/// `first`: token of the first attribute of the element.
inline bool XmlTape::attribute(std::size_t first) {
    const auto begin = at_;
    std::size_t prefix = 0;
    if (tokens_.size() - first > 2 * most_attributes || !pass_name(prefix)) {
        return false;
    }
    const auto name = text_.substr(begin + prefix, at_ - begin - prefix);
    for (auto i = first; i < tokens_.size(); i += 2) {
        if (view(tokens_[i]) == name) {
            return false; // also where only the prefixes differ
        }
    }
    put(Kind::name, begin + prefix, name.size());
    if (here() != '=' && (pass_blanks(), here() != '=')) {
        return false;
    }
    ++at_;
    if (here() != '"') {
        pass_blanks();
    }
    return value();
}

inline bool XmlTape::value() {
    const char quote = here();
    if (quote != '"' && quote != '\'') {
        return false;
    }
    const auto begin = ++at_;
    for (;; ++at_) {
        at_ = find_first<XmlValueMark>(text_, at_);
        const char c = here();
        if (c == quote) {
            put(Kind::value, begin, at_ - begin);
            ++at_;
            return true;
        }
        if (c != '"' && c != '\'') {
            return made_value(begin, quote);
        }
    }
}

/// A value with references or line ends.
bool XmlTape::made_value(std::size_t begin, char quote) {
    const auto made = made_.size();
    at_ = begin;
    for (;;) {
        const auto run = at_;
        at_ = find_first<XmlValueMark>(text_, at_);
        made_.append(text_, run, at_ - run);
        const char c = here();
        if (c == quote) {
            put(Kind::made_value, made, made_.size() - made);
            ++at_;
            return true;
        }
        if (c == '&') {
            if (!reference(true)) {
                return false;
            }
        } else if (c == '<' || at_ == text_.size()) {
            return false;
        } else {
            made_ += is_xml_blank(c) ? ' ' : c;
            at_ += c == '\r' && here(1) == '\n' ? 2 : 1;
        }
    }
}

inline bool XmlTape::end_tag() {
    at_ += 2;
    const auto [begin, size, prefix] = open_.back();
    if (text_.substr(at_, size) != text_.substr(begin, size)) {
        return false;
    }
    at_ += size;
    if (here() != '>' && (pass_blanks(), here() != '>')) {
        return false;
    }
    ++at_;
    put(Kind::end, begin + prefix, size - prefix);
    open_.pop_back();
    return true;
}

void XmlTape::tell(XmlHandler& handler) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const auto token = tokens_[i];
        switch (token.kind) {
        case Kind::start:
            attributes_.clear();
            while (i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::name) {
                attributes_.push_back({view(tokens_[i + 1]), view(tokens_[i + 2])});
                i += 2;
            }
            handler.start(view(token), XmlAttributes{attributes_});
            break;
        case Kind::end:
            handler.end(view(token));
            break;
        default:
            handler.text(view(token));
        }
    }
}

} // namespace longmen::ingest::detail
