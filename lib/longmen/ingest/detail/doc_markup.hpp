// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that are no XML, as the elements they stand for: SGML, tagged lines, JSON.
#pragma once

#include <longmen/ingest/detail/characters.hpp>
#include <longmen/ingest/detail/doc_source.hpp>
#include <longmen/ingest/detail/xml_handler.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// SGML as weekly issues have it: elements named in `empty` have no end, others may lack it; an end closes
/// what is open inside. Entities become their characters, unknown ones stay as written.
void parse_sgml(std::string_view document, const std::vector<std::string>& empty,
                const Characters& characters, XmlHandler& handler);

/// A document of the green book (1976-2001): sections of four letters hold fields of three; a claim becomes
/// an element `CLM` around its number and paragraphs.
void parse_tagged(std::string_view document, XmlHandler& handler);

/// A JSON object as XML was turned to it: members are elements, `@x` attributes, `$` text, arrays repeat.
/// `begin` and `finish` are called around each element whose path is a document. False when it is no JSON.
struct JsonDocuments {
    std::function<XmlHandler&(const DocumentProfile& profile, std::string_view name)> begin;
    std::function<void()> finish;
    std::function<void(std::string_view name)> unknown; ///< an object without any document
};
bool parse_json(std::string_view text, const DocumentProfiles& profiles, const JsonDocuments& documents);

} // namespace longmen::ingest::detail
