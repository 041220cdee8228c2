// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the parser of a document.
#include <longmen/ingest/detail/xml_document.hpp>

namespace longmen::ingest::detail {

bool XmlDocuments::parse(std::string_view document, XmlHandler& handler) {
    if (tape_.read(document)) {
        tape_.tell(handler);
        return true;
    }
    stream_.begin(handler, false);
    return stream_.parse(document, true);
}

} // namespace longmen::ingest::detail
