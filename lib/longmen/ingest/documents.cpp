// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the files of an archive in turn, finds their documents and hands each to the parser of its syntax.
#include <longmen/ingest/documents.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/byte_source.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/doc_markup.hpp>
#include <longmen/ingest/detail/doc_record.hpp>
#include <longmen/ingest/detail/xml_document.hpp>

#include <algorithm>
#include <filesystem>

namespace longmen::ingest {
namespace {

using detail::DocumentProfile;
using detail::FoundDocument;
using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 4096;

/// Reads up to `size` bytes.
std::string take(detail::ByteSource& bytes, std::size_t size) {
    std::string head(size, '\0');
    std::size_t filled = 0;
    for (std::size_t got = 1; got > 0 && filled < size; filled += got) {
        got = bytes.read(head.data() + filled, size - filled);
    }
    head.resize(filled);
    return head;
}

enum class Opening : std::uint8_t { none, element, object, tagged };

/// What a file may be, by its first bytes.
Opening opening_of(std::string_view head) {
    std::string start;
    for (const char c : head.substr(0, 256)) {
        if (c != '\0' && static_cast<unsigned char>(c) < 0x80) { // as it is in UTF-16; no mark
            start += c;
        }
    }
    const auto text = trim(start);
    return text.starts_with('<')                                        ? Opening::element
           : text.starts_with('{')                                      ? Opening::object
           : text.starts_with("PATN"sv) || text.starts_with("HHHHHT"sv) ? Opening::tagged
                                                                        : Opening::none;
}

} // namespace

struct DocumentModels::Parts {
    detail::DocumentProfiles profiles;
    StatusVocabulary vocabulary;
    detail::Characters characters;
};

DocumentModels DocumentModels::read(const std::string& models_folder) {
    const auto vocabulary = models_folder + "/vocabulary/";
    DocumentModels models;
    models.parts_ = std::make_shared<const Parts>(
        Parts{detail::read_document_profiles(models_folder),
              StatusVocabulary::read(Config::read(vocabulary + "legal_status.toml")),
              detail::Characters::read(Config::read(vocabulary + "characters.toml"))});
    return models;
}

bool DocumentModels::has(std::string_view source) const {
    return std::ranges::find(parts_->profiles, source, &DocumentProfile::id) != parts_->profiles.end();
}

/// One file on its way through the parsers.
class DocumentFile {
    const std::string& path_;
    const ReadOptions& options_;
    const DocumentModels models_;
    const detail::DocumentProfiles& profiles_;
    const StatusVocabulary& vocabulary_;
    const detail::Characters& characters_;
    TableSink& sink_;
    Progress& progress_;
    detail::XmlDocuments xml_;

    struct Table {
        const DocumentProfile* profile;
        detail::DocumentRecords records;
        detail::DocumentReader reader;
        std::string part;

        Table(const DocumentFile& file, const DocumentProfile& which, std::string member)
            : profile{&which}, records{file.path_, which, file.vocabulary_, file.sink_},
              reader{which, records, file.options_.limits.document_bytes}, part{std::move(member)} {}
    };
    std::unique_ptr<Table> table_;
    std::string member_;
    std::uint64_t row_ = 0;
    bool begun_ = false;

    Table& table_of(const DocumentProfile& profile) {
        if (!table_ || table_->profile != &profile) {
            end_table();
            sink_.begin_table();
            table_ = std::make_unique<Table>(*this, profile, member_);
            table_->records.count_from(row_);
        }
        if (table_->part != member_) {
            table_->part.clear();
        }
        return *table_;
    }

    void end_table() {
        if (!table_) {
            return;
        }
        row_ = table_->records.row();
        TableReport table;
        table.part = table_->part;
        table.source = table_->profile->id;
        table.kind = table_kind_key(TableKind::patents);
        table.columns = table_->records.columns();
        table.unknown = table_->records.unknown();
        table_.reset();
        sink_.end_table(table);
    }

    void parse(Table& table, const FoundDocument& found) {
        table.records.place(member_, found.name);
        table.reader.begin();
        try {
            switch (table.profile->syntax) {
            case detail::DocumentSyntax::sgml:
                detail::parse_sgml(found.bytes, table.profile->empty, characters_, table.reader);
                break;
            case detail::DocumentSyntax::tagged:
                detail::parse_tagged(found.bytes, table.reader);
                break;
            case detail::DocumentSyntax::xml:
                if (!xml_.parse(found.bytes, table.reader)) {
                    const auto at = std::min(xml_.error_byte(), found.bytes.size());
                    table.records.reject(is_valid_utf8(found.bytes) ? DiagnosticCode::bad_document
                                                                    : DiagnosticCode::bad_encoding,
                                         table.reader.path(), found.bytes.substr(at),
                                         std::to_string(xml_.error_line()));
                    return;
                }
                break;
            }
            table.reader.finish();
        } catch (const detail::DocumentTooLarge&) {
            table.records.reject(DiagnosticCode::document_too_large, table.reader.path(), found.name);
        } catch (const detail::XmlStream::ForbiddenEntity& entity) {
            table.records.reject(DiagnosticCode::document_too_large, "DOCTYPE", entity.name);
        }
    }

    void parse_object(const FoundDocument& found) {
        const DocumentProfile* profile = found.profile;
        const detail::JsonDocuments documents{
            .begin = [&](const DocumentProfile& which, std::string_view name) -> detail::XmlHandler& {
                auto& table = table_of(which);
                table.records.place(member_, name);
                table.reader.begin();
                return table.reader;
            },
            .finish = [&] { table_->reader.finish(); },
            .unknown =
                [&](std::string_view name) {
                    table_of(*profile).records.reject(DiagnosticCode::unknown_document, std::string{name},
                                                      {});
                }};
        try {
            if (!detail::parse_json(found.bytes, profiles_, documents)) {
                table_of(*profile).records.reject(DiagnosticCode::bad_document, {},
                                                  found.bytes.substr(0, 200));
            }
        } catch (const detail::DocumentTooLarge&) {
            table_of(*profile).records.reject(DiagnosticCode::document_too_large, table_->reader.path(), {});
        }
    }

    void take_document(const FoundDocument& found, bool object) {
        const auto* profile = found.profile ? found.profile : table_ ? table_->profile : nullptr;
        if (profile == nullptr) {
            return; // a file begins with a document that is known
        }
        switch (found.fault) {
        case FoundDocument::Fault::unknown:
            table_of(*profile).records.reject(DiagnosticCode::unknown_document, found.name, found.bytes);
            return;
        case FoundDocument::Fault::too_large:
            table_of(*profile).records.reject(DiagnosticCode::document_too_large, found.name, found.bytes);
            return;
        case FoundDocument::Fault::cut_off:
            table_of(*profile).records.reject(DiagnosticCode::document_cut_off, found.name, found.bytes);
            return;
        case FoundDocument::Fault::none:
            break;
        }
        if (object) {
            FoundDocument known = found;
            known.profile = profile;
            parse_object(known);
        } else {
            parse(table_of(*profile), found);
        }
    }

public:
    DocumentFile(const std::string& path, const ReadOptions& options, const DocumentModels& models,
                 TableSink& sink, Progress& progress)
        : path_{path}, options_{options}, models_{models}, profiles_{models_.parts_->profiles},
          vocabulary_{models_.parts_->vocabulary}, characters_{models_.parts_->characters}, sink_{sink},
          progress_{progress}, xml_{[this](std::string_view name) { return characters_.find(name); }} {}

    /// True when the file held documents.
    bool read(const std::string& member, std::unique_ptr<detail::ByteSource> bytes, std::string head,
              bool packed) {
        const auto opening = opening_of(head);
        member_ = member;
        detail::TextSource text{path_, packed ? detail::read_ahead(std::move(bytes)) : std::move(bytes),
                                std::move(head)};
        const auto most = options_.limits.document_bytes;
        const auto source = opening == Opening::element  ? detail::split_elements(text, profiles_, most)
                            : opening == Opening::object ? detail::split_json(text, profiles_, most)
                                                         : detail::split_tagged(text, profiles_, most);
        const auto* first = source->peek();
        if (first == nullptr || (!options_.source.empty() && options_.source != first->id)) {
            return false;
        }
        if (!begun_) {
            std::error_code error;
            const auto total = std::filesystem::file_size(path_, error);
            progress_.begin(std::filesystem::path{path_}.filename().string(), error ? 0 : total);
            begun_ = true;
        }
        FoundDocument found;
        while (source->next(found)) {
            take_document(found, opening == Opening::object);
            progress_.at(text.consumed());
        }
        return true;
    }

    bool finish() {
        const bool any = table_ != nullptr || row_ > 0;
        end_table();
        if (begun_) {
            progress_.end();
        }
        return any;
    }
};

namespace {

/// Reads the models only when something in the file looks like a document.
std::optional<FileReport> read(const std::string& path, const ReadOptions& options,
                               std::optional<DocumentModels> models, TableSink& sink, Progress& progress) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) == 0 ||
        (!options.kind.empty() && options.kind != table_kind_key(TableKind::patents))) {
        return std::nullopt;
    }
    const auto members = detail::open_members(path, options.limits);
    if (!members) {
        return std::nullopt;
    }
    std::optional<DocumentFile> file;
    std::vector<std::string> skipped;
    std::string name;
    while (auto bytes = members->next(name)) {
        auto head = take(*bytes, head_bytes);
        bool taken = false;
        if (opening_of(head) != Opening::none) {
            if (!file) {
                models = models ? models : DocumentModels::read(options.models_folder);
                if (!options.source.empty() && !models->has(options.source)) {
                    return std::nullopt;
                }
                file.emplace(path, options, *models, sink, progress);
            }
            taken = file->read(name, std::move(bytes), std::move(head), members->packed());
        }
        if (!taken) {
            skipped.push_back(name);
        }
    }
    if (file && file->finish()) {
        return FileReport{std::move(skipped)};
    }
    return std::nullopt;
}

} // namespace

std::optional<FileReport> read_documents(const std::string& path, const ReadOptions& options, TableSink& sink,
                                         Progress& progress) {
    return read(path, options, std::nullopt, sink, progress);
}

std::optional<FileReport> read_documents(const std::string& path, const ReadOptions& options,
                                         const DocumentModels& models, TableSink& sink, Progress& progress) {
    return read(path, options, models, sink, progress);
}

} // namespace longmen::ingest
