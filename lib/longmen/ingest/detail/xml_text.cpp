// SPDX-License-Identifier: GPL-3.0-or-later
// Decoded text into the XML parser.
#include <longmen/ingest/detail/xml_text.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

namespace longmen::ingest::detail {

void parse_xml_text(const std::string& path, TextSource& text, std::string piece, XmlHandler& handler,
                    Progress& progress) {
    XmlStream xml{{.allowed = false,
                   .refusal = sentence("{}：声明了文档类型，表格文件不会如此",
                                       "{}: declares a document type, which no spreadsheet file has", path),
                   .character = {}}};
    xml.begin(handler, false);
    std::string_view rest = piece;
    rest.remove_prefix(rest.find_first_not_of(" \t\r\n")); // a declaration must stand first
    for (bool more = true; more;) {
        const bool sound = xml.parse(rest, false);
        more = sound && text.next(piece);
        rest = piece;
        if (!sound || (!more && !xml.parse("", true))) {
            throw DataError(
                path, xml.error_line(),
                sentence("不是有效的 XML（{}）；文件可能损坏或不完整，请重新复制或导出",
                         "no valid XML ({}); the file may be damaged or cut off: copy or export it "
                         "again",
                         xml.error()));
        }
        progress.at(text.consumed());
    }
}

} // namespace longmen::ingest::detail
