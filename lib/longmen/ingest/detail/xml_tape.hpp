// SPDX-License-Identifier: GPL-3.0-or-later
// A whole XML document in memory, checked and noted element by element before any of it is told.
#pragma once

#include <longmen/ingest/detail/xml_bytes.hpp>
#include <longmen/ingest/detail/xml_handler.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// Text of a named character that the document does not declare; nothing leaves it as written.
using NamedCharacter = std::function<std::string_view(std::string_view name)>;

/// Takes what documents are made of nearly always, and nothing that is not well-formed XML in UTF-8. Entities
/// with a text of their own, names beyond ASCII, attributes with named characters, documents of more than
/// four million tokens and everything that is wrong are refused without a reason: another parser tells that.
///
/// Text stays where it is; only references, line ends and such are put together aside. The document must
/// outlive the tape.
class XmlTape {
    enum class Kind : std::uint8_t { start, name, value, made_value, text, made_text, end };
    struct Token {
        std::uint32_t begin; ///< in the document, of what is made in `made_`
        std::uint32_t size;
        Kind kind;
    };
    struct Open {
        std::uint32_t begin, size; ///< of the name as written
        std::uint32_t prefix;      ///< bytes of it
    };
    NamedCharacter character_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string_view> pictures_; ///< names of those that the document declares
    std::vector<Token> tokens_;
    std::vector<Open> open_;
    std::string made_;
    std::vector<XmlAttribute> attributes_; // of the element told

    [[nodiscard]] char here(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool is_at(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }
    void put(Kind kind, std::size_t begin, std::size_t size) {
        tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size), kind});
    }
    [[nodiscard]] std::string_view view(Token token) const {
        const bool made = token.kind == Kind::made_value || token.kind == Kind::made_text;
        return {(made ? made_.data() : text_.data()) + token.begin, token.size};
    }
    /// True when there was one.
    bool pass_blanks() {
        const auto begin = at_;
        while (is_xml_blank(here())) {
            ++at_;
        }
        return at_ > begin;
    }
    /// Behind a name; `prefix` is how much of it is that of a namespace.
    [[gnu::always_inline]] bool pass_name(std::size_t& prefix) {
        if (!begins_xml_name(here())) {
            return false;
        }
        const auto [end, local] = xml_name_at(text_, at_);
        prefix = local - at_;
        at_ = end;
        return static_cast<unsigned char>(here()) < 0x80;
    }
    /// Behind a name, which it returns; empty when there is none.
    std::string_view word() {
        const auto begin = at_;
        std::size_t prefix = 0;
        return pass_name(prefix) ? text_.substr(begin, at_ - begin) : std::string_view{};
    }
    bool pass_mark(char mark) {
        const bool passed = here() == mark;
        at_ += passed ? 1 : 0;
        return passed;
    }
    bool pass_behind(std::string_view mark);

    bool misc();
    bool instruction();
    bool comment();
    bool doctype();
    bool picture();
    bool external_id();
    bool literal(bool public_id);

    bool content();
    bool text();
    bool data();
    bool reference(bool in_value);
    bool numbered_reference();
    bool start_tag();
    bool attribute(std::size_t first);
    bool value();
    bool made_value(std::size_t begin, char quote);
    bool end_tag();

public:
    explicit XmlTape(NamedCharacter character) : character_{std::move(character)} {}
    /// True when the document was taken.
    [[nodiscard]] bool read(std::string_view document);
    /// Tells what was read, in the order of the document.
    void tell(XmlHandler& handler);
};

} // namespace longmen::ingest::detail
