// SPDX-License-Identifier: GPL-3.0-or-later
// Fixtures of the tests of documents: small documents of each office, written by hand, and tars of them.
#pragma once

#include "recording.hpp"

namespace reading {

inline RowRecorder read_document(const std::string& bytes, const std::string& name = "document",
                                 longmen::ingest::ReadOptions options = {}) {
    const TempFile file{name, bytes};
    return read_path(file.path(), std::move(options));
}

/// A grant with its least: numbers and a title.
inline std::string us_grant(const std::string& number, const std::string& title, const std::string& more = {},
                            const std::string& before = {}) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + before +
           "<us-patent-grant lang=\"EN\"><us-bibliographic-data-grant><publication-reference><document-id>"
           "<country>US</country><doc-number>" +
           number +
           "</doc-number><kind>B2</kind><date>20150106</date></document-id></publication-reference>"
           "<application-reference appl-type=\"utility\"><document-id><country>US</country>"
           "<doc-number>13648029</doc-number><date>20121009</date></document-id></application-reference>"
           "<invention-title id=\"t\">" +
           title + "</invention-title></us-bibliographic-data-grant>" + more + "</us-patent-grant>\n";
}

/// A tar, packed with a filter of libarchive (`xz`, `gzip` ...; `none`).
inline void make_tar(const std::string& path, const std::string& filter, const std::vector<Part>& parts) {
    archive* a = archive_write_new();
    if (filter != "none") {
        REQUIRE(archive_write_add_filter_by_name(a, filter.c_str()) == ARCHIVE_OK);
    }
    REQUIRE(archive_write_set_format_ustar(a) == ARCHIVE_OK);
    REQUIRE(archive_write_open_filename(a, path.c_str()) == ARCHIVE_OK);
    for (const auto& part : parts) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, part.name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(part.text.size()));
        REQUIRE(archive_write_header(a, entry) == ARCHIVE_OK);
        REQUIRE(archive_write_data(a, part.text.data(), part.text.size()) ==
                static_cast<la_ssize_t>(part.text.size()));
        archive_entry_free(entry);
    }
    REQUIRE(archive_write_close(a) == ARCHIVE_OK);
    archive_write_free(a);
}

/// Heading of the column that gave a field of the first record.
inline std::string heading(const RowRecorder& got, longmen::Field field) {
    const auto& values = got.patents.at(0).values;
    const auto found = std::ranges::find(values, field, &longmen::FieldValue::field);
    return found == values.end() ? "-" : got.tables.at(0).columns.at(found->column - 1U).first;
}

} // namespace reading
