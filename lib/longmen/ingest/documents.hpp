// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of patent offices (XML, SGML, tagged text, JSON) as canonical rows for a sink.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/ingest/import_file.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::ingest {

/// Profiles of documents and named characters; read once for many files.
class DocumentModels {
    struct Parts;
    std::shared_ptr<const Parts> parts_;
    friend class DocumentFile;

public:
    /// DataError with file and line on anything unknown.
    static DocumentModels read(const std::string& models_folder);
    /// True for the id of a profile.
    [[nodiscard]] bool has(std::string_view source) const;
};

/// Reads the documents of a file: one, many one after another, in a gz, xz, zst, bz2, or in the files of a
/// tar or zip. Which kind they are is told by their elements through the profiles of `sources/documents`.
/// Each document becomes one record (a family: one for each member) and its events, or a rejected row; the
/// row is its ordinal in the file, over all files of an archive. Values name the path of their element as
/// their column. Files of an archive that are no documents are `skipped_parts`.
/// Documents of another kind begin another table. Memory: one document, at most `limits.document_bytes`.
/// Nothing when the file does not begin with a document, or `options` ask for something else.
/// DataError: damaged or beyond the limits.
std::optional<FileReport> read_documents(const std::string& path, const ReadOptions& options, TableSink& sink,
                                         Progress& progress);
/// The same with models read before.
std::optional<FileReport> read_documents(const std::string& path, const ReadOptions& options,
                                         const DocumentModels& models, TableSink& sink, Progress& progress);

} // namespace longmen::ingest
