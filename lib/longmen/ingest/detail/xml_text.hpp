// SPDX-License-Identifier: GPL-3.0-or-later
// One XML document out of decoded text.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/ingest/detail/text_source.hpp>
#include <longmen/ingest/detail/xml_stream.hpp>

#include <string>

namespace longmen::ingest::detail {

/// Parses `piece`, the first text of the file, and all that follows. DataError naming the file where it is
/// no well-formed XML or declares a document type.
void parse_xml_text(const std::string& path, TextSource& text, std::string piece, XmlHandler& handler,
                    Progress& progress);

} // namespace longmen::ingest::detail
