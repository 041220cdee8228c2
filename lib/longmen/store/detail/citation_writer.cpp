// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of cited documents into rows.
#include <longmen/store/detail/citation_writer.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/citation.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/source_id.hpp>

namespace longmen::store::detail {

std::string citation_key(std::string_view number) {
    if (is_source_id(number)) {
        return source_id_key(number);
    }
    for (const auto hint : {NumberHint::publication, NumberHint::any}) {
        if (const auto parsed = parse_number(number, hint)) {
            return parsed->key();
        }
    }
    return "t:" + fold_key(number);
}

CitationWriter::CitationWriter(const Database& database)
    : drop_(database.prepare("DELETE FROM citation WHERE patent_id = ?")),
      add_(database.prepare("INSERT INTO citation VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                            " category = CASE category WHEN '' THEN excluded.category ELSE category END,"
                            " origin = CASE origin WHEN '' THEN excluded.origin ELSE origin END")) {}

void CitationWriter::write_list(std::int64_t patent, std::string_view direction, std::string_view list) {
    for (const auto& item : split_trimmed(list, "\n")) {
        const auto citation = parse_citation(item);
        const auto key = citation_key(citation.number);
        add_.bind(1, patent).bind(2, direction).bind(3, key);
        add_.bind(4, citation.number).bind(5, citation.category).bind(6, citation.origin).run();
    }
}

void CitationWriter::write(std::int64_t patent, std::string_view cited, std::string_view citing) {
    write_list(patent, "cited", cited);
    write_list(patent, "citing", citing);
}

void CitationWriter::drop(std::int64_t patent) {
    drop_.bind(1, patent).run();
}

} // namespace longmen::store::detail
