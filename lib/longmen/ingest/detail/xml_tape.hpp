// SPDX-License-Identifier: GPL-3.0-or-later
// A whole XML document in memory, checked and noted element by element before any of it is told.
#pragma once

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
/// declared by the document, names beyond ASCII, attributes with named characters, documents of more than
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
    std::vector<Token> tokens_;
    std::vector<Open> open_;
    std::string made_;
    std::vector<XmlAttribute> attributes_; // of the element told

    [[nodiscard]] char here(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool is_at(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }
    void put(Kind kind, std::size_t begin, std::size_t size);
    [[nodiscard]] std::string_view view(Token token) const {
        const bool made = token.kind == Kind::made_value || token.kind == Kind::made_text;
        return {(made ? made_.data() : text_.data()) + token.begin, token.size};
    }
    bool pass_blanks();
    bool pass_behind(std::string_view mark);
    bool pass_name(std::size_t& prefix);

    bool misc();
    bool instruction();
    bool comment();
    bool doctype();
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
