// SPDX-License-Identifier: GPL-3.0-or-later
// XML documents that lie whole in memory, one after another.
#pragma once

#include <longmen/ingest/detail/xml_stream.hpp>
#include <longmen/ingest/detail/xml_tape.hpp>

namespace longmen::ingest::detail {

/// Reads each document in its own way where it can, and through expat where it declares entities, is broken,
/// or is otherwise out of the ordinary: what both take they tell alike, and what is wrong with a document
/// expat says.
class XmlDocuments {
    XmlTape tape_;
    XmlStream stream_;

public:
    /// `character`: see XmlStream::Doctypes.
    explicit XmlDocuments(const NamedCharacter& character)
        : tape_{character}, stream_{{.allowed = true, .refusal = {}, .character = character}} {}
    /// Text is taken as UTF-8. False when it is no well-formed XML; the handler may have been told its
    /// beginning. ForbiddenEntity as XmlStream; what the handler throws comes out.
    bool parse(std::string_view document, XmlHandler& handler);

    /// Of the failure: where it is.
    [[nodiscard]] std::uint64_t error_line() const { return stream_.error_line(); }
    [[nodiscard]] std::size_t error_byte() const { return stream_.error_byte(); }
};

} // namespace longmen::ingest::detail
