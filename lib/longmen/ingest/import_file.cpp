// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the heading of each table and hands its rows to the reader of its kind.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/ingest/documents.hpp>
#include <longmen/ingest/import_file.hpp>
#include <longmen/ingest/profile.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace longmen::ingest {
namespace {

/// Titles, dates of query and the like stand above a heading, but not more than this many lines.
constexpr std::size_t most_title_rows = 30;

class FileReader final : public TableVisitor {
    const std::string& path_;
    const ReadOptions& options_;
    const Profiles profiles_;
    const StatusVocabulary vocabulary_;
    TableSink& sink_;

    TableInfo info_;
    std::size_t rows_seen_ = 0;
    std::optional<detail::TableContext> context_;
    std::unique_ptr<detail::RowReader> reader_;
    TableReport report_;
    Recognition nearest_;

    [[nodiscard]] Recognition recognise(const TableRow& row) const {
        auto found = profiles_.recognise(row.cells, options_.kind);
        if (!options_.source.empty()) {
            const auto& wanted = profiles_.by_id(options_.source);
            // Asked for by name, a profile needs only one heading that it knows.
            const bool any = std::ranges::any_of(row.cells, [&](std::string_view cell) {
                return wanted.columns.contains(heading_key(cell)) ||
                       wanted.columns.contains(heading_key_without_unit(cell));
            });
            found.profile = any ? &wanted : nullptr;
        }
        return found;
    }

    void take_heading(const TableRow& row, const Profile& profile) {
        report_ = {};
        report_.part = info_.name;
        report_.source = profile.id;
        report_.kind = table_kind_key(profile.kind);
        std::vector<detail::Column> columns;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            detail::Column column;
            column.heading = trim(row.cells[i]);
            const auto key = heading_key(column.heading);
            auto found = profile.columns.find(key);
            if (found == profile.columns.end()) {
                found = profile.columns.find(heading_key_without_unit(column.heading));
            }
            if (found != profile.columns.end()) {
                column.target = found->second;
                report_.columns.emplace_back(column.heading, column.target);
            } else if (std::ranges::find(profile.skip, key) != profile.skip.end()) {
                column.skipped = true;
            } else if (!key.empty() && std::ranges::find(profile.keep, key) == profile.keep.end()) {
                report_.unknown.push_back(column.heading);
            }
            if (column.heading.empty()) {
                column.heading = fmt::format("column {}", i + 1);
            }
            columns.push_back(std::move(column));
        }
        while (!columns.empty() && columns.back().target.empty() &&
               trim(row.cells[columns.size() - 1]).empty()) {
            columns.pop_back(); // blank headings at the end
        }
        context_.emplace(detail::TableContext{path_, profile, std::move(columns), info_.format == "xlsx",
                                              info_.epoch_1904, options_.money_unit, vocabulary_, sink_});
        switch (profile.kind) {
        case TableKind::patents:
            reader_ = detail::make_patent_reader(*context_);
            break;
        case TableKind::enterprises:
        case TableKind::figures:
            reader_ = detail::make_party_reader(*context_);
            break;
        case TableKind::events:
            reader_ = detail::make_event_reader(*context_);
            break;
        }
        sink_.begin_table();
    }

    void refuse(const TableRow& row) {
        const auto& context = *context_;
        switch (row.fault) {
        case TableRow::Fault::bad_text:
            context.reject(row, DiagnosticCode::bad_encoding, row.fault_column);
            break;
        case TableRow::Fault::cell_too_large:
            context.reject(row, DiagnosticCode::cell_too_large, row.fault_column);
            break;
        case TableRow::Fault::open_quote:
            context.reject(row, DiagnosticCode::open_quote, row.fault_column);
            break;
        case TableRow::Fault::bad_json:
            context.reject(row, DiagnosticCode::bad_json, 0);
            break;
        case TableRow::Fault::none:
            break;
        }
    }

public:
    FileReport report;
    std::size_t tables = 0;

    FileReader(const std::string& path, const ReadOptions& options, TableSink& sink)
        : path_(path), options_(options), profiles_(Profiles::read(options.models_folder)),
          vocabulary_(
              StatusVocabulary::read(Config::read(options.models_folder + "/vocabulary/legal_status.toml"))),
          sink_(sink) {
        if (!options.source.empty()) {
            (void)profiles_.by_id(options.source);
        }
    }

    void begin_table(const TableInfo& info) override {
        info_ = info;
        rows_seen_ = 0;
        reader_.reset();
        context_.reset();
    }

    void row(const TableRow& row) override {
        if (reader_) {
            if (row.fault != TableRow::Fault::none) {
                refuse(row);
            } else {
                reader_->row(row);
            }
            return;
        }
        if (rows_seen_++ >= (info_.keyed ? 1 : most_title_rows)) {
            return;
        }
        const auto found = recognise(row);
        if (found.profile) {
            take_heading(row, *found.profile);
        } else if (found.nearest && (!nearest_.nearest || found.missing.size() < nearest_.missing.size())) {
            nearest_ = found;
        }
    }

    void end_table() override {
        if (reader_) {
            ++tables;
            sink_.end_table(report_);
            reader_.reset();
        } else {
            report.skipped_parts.push_back(info_.name);
        }
    }

    [[noreturn]] void fail_unknown() const {
        Sentence message{"前几行中没有找到可识别的表头",
                         "no heading of a known source was found in the first rows"};
        if (!options_.source.empty()) {
            message.zh += fmt::format("；指定的来源是 {}", options_.source);
            message.en += fmt::format("; source `{}` was asked for", options_.source);
        } else if (nearest_.nearest) {
            message.zh +=
                fmt::format("；最接近的来源是 {}，还缺少：{}", nearest_.nearest->id, nearest_.missing);
            message.en += fmt::format("; the nearest is `{}`, which also needs: {}", nearest_.nearest->id,
                                      nearest_.missing);
        }
        message.zh += "；longmen models 列出全部来源，longmen template 制作空白表";
        message.en += "; `longmen models` lists the sources, `longmen template` makes blank forms";
        throw DataError(path_, 0, message);
    }
};

} // namespace

FileReport read_file(const std::string& path, const ReadOptions& options, TableSink& sink,
                     Progress& progress) {
    if (auto documents = read_documents(path, options, sink, progress)) {
        return std::move(*documents);
    }
    if (!options.source.empty() && DocumentModels::read(options.models_folder).has(options.source)) {
        throw DataError(sentence("{}：其中没有来源 {} 的文献", "{}: holds no document of source `{}`", path,
                                 options.source));
    }
    FileReader reader(path, options, sink);
    read_tables(path, options.limits, reader, progress);
    if (reader.tables == 0) {
        reader.fail_unknown();
    }
    return std::move(reader.report);
}

std::string file_checksum(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (file >= 0) {
            close(file);
        }
        throw DataError(path, 0, Sentence{"无法作为文件读取", "cannot be read as a file"});
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {
        close(file);
        return hash_hex({});
    }
    void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (bytes == MAP_FAILED) {
        throw DataError(path, 0, Sentence{"无法作为文件读取", "cannot be read as a file"});
    }
    auto checksum = hash_hex({static_cast<const char*>(bytes), size});
    munmap(bytes, size);
    return checksum;
}

} // namespace longmen::ingest
