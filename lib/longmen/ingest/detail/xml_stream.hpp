// SPDX-License-Identifier: GPL-3.0-or-later
// XML through expat, in pieces: elements and text to a handler, nothing loaded from outside.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/ingest/detail/xml_handler.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// One parser, used for one document after another. External entities are never loaded; text is taken as
/// UTF-8 whatever a declaration says. What a handler throws comes out of `parse`.
class XmlStream {
    struct State;
    std::unique_ptr<State> state_;

public:
    /// What to do with document types. Where they are allowed, entities made of other entities, or longer
    /// than a few characters, are refused (`ForbiddenEntity`), so that nothing can be blown up.
    struct Doctypes {
        bool allowed = false;
        Sentence refusal; ///< thrown as DataError where they are not
        /// Text of an entity that the document does not declare; nothing leaves it as written.
        std::function<std::string_view(std::string_view name)> character;
    };
    /// An entity declaration that could grow without bounds.
    struct ForbiddenEntity {
        std::string name;
    };

    explicit XmlStream(Doctypes doctypes);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Makes ready for a new document; `declared_encoding`: the XML declaration names the encoding, else the
    /// text is UTF-8.
    void begin(XmlHandler& handler, bool declared_encoding);
    /// Memory for the next piece, null when there is none.
    [[nodiscard]] void* buffer(std::size_t size);
    /// Parses what was put into `buffer`; false when it is no well-formed XML.
    bool parse_buffer(std::size_t size, bool last);
    bool parse(std::string_view piece, bool last);

    /// Of the failure: the parser's word for it, and where it is.
    [[nodiscard]] const char* error() const;
    [[nodiscard]] std::uint64_t error_line() const;
    [[nodiscard]] std::size_t error_byte() const;
};

} // namespace longmen::ingest::detail
