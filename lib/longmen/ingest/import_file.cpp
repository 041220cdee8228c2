// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the heading of each table and hands its rows to the reader of its kind.
#include <longmen/ingest/import_file.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/hash_stream.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cell_texts.hpp>
#include <longmen/ingest/detail/heading.hpp>
#include <longmen/ingest/detail/number_cells.hpp>
#include <longmen/ingest/detail/row_cleaner.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/ingest/documents.hpp>
#include <longmen/ingest/profile.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_set>
#include <utility>

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
    std::unordered_set<std::string> headings_;     ///< of all profiles, folded
    std::vector<std::vector<std::string>> titles_; ///< rows above the heading, as far as it is
    std::vector<std::string> above_;               ///< the row before, while the heading is not complete
    const Profile* pending_ = nullptr;             ///< recognised in `above_`; the next row may complete it
    std::optional<detail::TableContext> context_;
    std::unique_ptr<detail::RowReader> reader_;
    std::optional<detail::RowCleaner> cleaner_;
    TableReport report_;
    Recognition nearest_;

    [[nodiscard]] Recognition recognise(std::span<const std::string_view> cells) const {
        auto found = profiles_.recognise(cells, options_.kind);
        if (!options_.source.empty()) {
            const auto& wanted = profiles_.by_id(options_.source);
            // Asked for by name, a profile needs only one heading that it knows.
            const bool any = std::ranges::any_of(
                cells, [&](std::string_view cell) { return !target_of(wanted, cell).empty(); });
            found.profile = any ? &wanted : nullptr;
        }
        return found;
    }

    /// What a heading means to a profile; empty when it does not know it.
    static std::string target_of(const Profile& profile, std::string_view heading) {
        for (const auto& key : {heading_key(heading), bare_heading_key(heading)}) {
            if (const auto found = profile.columns.find(key); found != profile.columns.end()) {
                return found->second;
            }
        }
        return {};
    }

    /// Figures of several years side by side: the year is in the heading.
    static void take_year(const Profile& profile, detail::Column& column) {
        const auto dated =
            profile.kind == TableKind::figures ? detail::year_heading(column.heading) : std::nullopt;
        if (dated) {
            column.target = target_of(profile, dated->heading);
            column.year = column.target.empty() ? 0 : dated->year;
        }
    }

    /// Columns made of others, and what their cells become in a gathered table.
    void add_relation(const Profile& profile, std::vector<detail::Column>& columns) {
        const auto of_file = columns.size();
        detail::add_composed_columns(profile, columns);
        for (auto i = of_file; i < columns.size(); ++i) {
            report_.columns.emplace_back(columns[i].heading, columns[i].target);
        }
        for (const auto& rule : profile.relation.gather) {
            const detail::TiedTexts texts{rule.texts, columns, profile};
            report_.columns.emplace_back(columns[texts.column()].heading, field_info(rule.field).key);
        }
    }

    void take_heading(std::span<const std::string> cells, const Profile& profile) {
        report_ = {};
        report_.part = info_.name;
        report_.source = profile.id;
        report_.kind = table_kind_key(profile.kind);
        std::vector<detail::Column> columns;
        const auto listed = [](const std::vector<std::string>& keys, const std::string& heading) {
            return std::ranges::find(keys, heading_key(heading)) != keys.end() ||
                   std::ranges::find(keys, bare_heading_key(heading)) != keys.end();
        };
        for (std::size_t i = 0; i < cells.size(); ++i) {
            detail::Column column;
            column.heading = trim(cells[i]);
            column.target = target_of(profile, column.heading);
            if (column.target.empty()) {
                take_year(profile, column);
            }
            if (!column.target.empty()) {
                report_.columns.emplace_back(column.heading, column.target);
            } else if (listed(profile.skip, column.heading) ||
                       (!listed(profile.keep, column.heading) &&
                        profile.relation.used.contains(heading_key(column.heading)))) {
                column.skipped = true;
            } else if (!column.heading.empty() && !listed(profile.keep, column.heading)) {
                report_.unknown.push_back(column.heading);
            }
            if (column.heading.empty()) {
                column.heading = fmt::format("column {}", i + 1);
            }
            columns.push_back(std::move(column));
        }
        while (!columns.empty() && columns.back().target.empty() && trim(cells[columns.size() - 1]).empty()) {
            columns.pop_back(); // blank headings at the end
        }
        add_relation(profile, columns);
        context_.emplace(detail::TableContext{path_, profile, std::move(columns), info_.spreadsheet,
                                              info_.epoch_1904, options_.money_unit, vocabulary_, sink_});
        cleaner_.emplace(*context_);
        make_reader(profile);
        sink_.begin_table();
    }

    void make_reader(const Profile& profile) {
        const auto& relation = profile.relation;
        switch (profile.kind) {
        case TableKind::patents:
            reader_ = relation.gathered ? detail::make_part_reader(*context_)
                                        : detail::make_patent_reader(*context_);
            break;
        case TableKind::enterprises:
        case TableKind::figures:
            reader_ = detail::make_party_reader(*context_);
            break;
        case TableKind::events:
            reader_ = detail::make_event_reader(*context_);
            break;
        case TableKind::assets:
            reader_ = detail::make_asset_reader(
                *context_, AssetVocabulary::read_folder(options_.models_folder), info_.name);
            break;
        case TableKind::referents:
            reader_ = detail::make_referent_reader(*context_);
            break;
        case TableKind::expert_scores:
            reader_ = detail::make_expert_reader(*context_, titles_);
            break;
        }
        if (!relation.composed.empty() && !relation.gathered) {
            reader_ = detail::make_composing_reader(*context_, std::move(reader_));
        }
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
        case TableRow::Fault::not_a_patent:
            context.reject(row, DiagnosticCode::not_a_patent, row.fault_column);
            break;
        case TableRow::Fault::none:
            break;
        }
    }

    void close() {
        ++tables;
        sink_.end_table(report_);
        reader_.reset();
    }

    [[nodiscard]] std::optional<std::vector<std::string>> join(const TableRow& row,
                                                               const Profile& profile) const {
        return info_.keyed ? std::nullopt
                           : detail::two_row_heading(above_, row.cells, [&](std::string_view word) {
                                 return !target_of(profile, word).empty();
                             });
    }

    void look_for_heading(const TableRow& row) {
        if (rows_seen_++ >= (info_.keyed ? 1 : most_title_rows)) {
            return;
        }
        const auto found = recognise(row.cells);
        std::vector<std::string> cells{row.cells.begin(), row.cells.end()};
        if (found.profile && info_.keyed) {
            take_heading(cells, *found.profile);
        } else if (found.profile) {
            pending_ = found.profile;
        } else {
            if (found.nearest && (!nearest_.nearest || found.missing.size() < nearest_.missing.size())) {
                nearest_ = found;
            }
            for (const auto& profile : profiles_.all()) { // words below merged cells of the row before
                const auto joined = join(row, profile);
                const std::vector<std::string_view> views =
                    joined ? std::vector<std::string_view>{joined->begin(), joined->end()}
                           : std::vector<std::string_view>{};
                if (joined && recognise(views).profile == &profile) {
                    take_heading(*joined, profile);
                    return;
                }
            }
        }
        if (pending_ == nullptr) {
            titles_.push_back(cells);
        }
        above_ = std::move(cells);
    }

    /// Another table below the first, in the same sheet; its heading again is no row.
    bool begins_another(const TableRow& row) {
        const auto first =
            std::ranges::find_if(row.cells, [](std::string_view cell) { return !trim(cell).empty(); });
        constexpr std::size_t longest_heading = 60;
        if (info_.keyed || first == row.cells.end() || first->size() > longest_heading ||
            !headings_.contains(fold_key(*first))) {
            return false;
        }
        const auto found = recognise(row.cells);
        if (!found.profile) {
            return false;
        }
        const bool same =
            found.profile->id == report_.source && std::ranges::all_of(row.cells, [&](std::string_view cell) {
                return trim(cell).empty() ||
                       std::ranges::find(context_->columns, std::string{trim(cell)},
                                         &detail::Column::heading) != context_->columns.end();
            });
        if (!same) {
            close();
            titles_.clear();
            above_.assign(row.cells.begin(), row.cells.end());
            pending_ = found.profile;
        }
        return true;
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
        for (const auto& profile : profiles_.all()) {
            for (const auto& [heading, target] : profile.columns) {
                headings_.insert(heading);
            }
        }
    }

    void begin_table(const TableInfo& info) override {
        info_ = info;
        rows_seen_ = 0;
        reader_.reset();
        context_.reset();
        titles_.clear();
        above_.clear();
        pending_ = nullptr;
    }

    void row(const TableRow& row) override {
        if (pending_ != nullptr) { // is the heading one of two rows?
            const auto* profile = std::exchange(pending_, nullptr);
            if (auto joined = join(row, *profile)) {
                take_heading(*joined, *profile);
                return;
            }
            take_heading(above_, *profile);
        }
        if (!reader_) {
            look_for_heading(row);
        } else if (row.fault != TableRow::Fault::none) {
            refuse(row);
        } else if (!begins_another(row)) {
            reader_->row(cleaner_->clean(row));
        }
    }

    void hidden(const HiddenParts& parts) override { report.hidden.emplace_back(info_.name, parts); }

    void end_table() override {
        if (pending_ != nullptr) {
            take_heading(above_, *std::exchange(pending_, nullptr));
        }
        if (reader_) {
            close();
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
    if (reader.tables == 0 && options.source.empty() && detail::holds_number_cells(path, options.limits)) {
        FileReader numbers(path, options, sink);
        detail::read_number_cells(path, options.limits, numbers, progress);
        if (numbers.tables > 0) { // else another kind was asked for
            return std::move(numbers.report);
        }
    }
    if (reader.tables == 0) {
        reader.fail_unknown();
    }
    return std::move(reader.report);
}

std::string file_checksum(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        throw DataError(path, 0, Sentence{"文件不存在", "there is no such file"});
    }
    std::ifstream file{path, std::ios::binary};
    if (!std::filesystem::is_regular_file(status) || !file) {
        throw DataError(path, 0, Sentence{"无法作为文件读取", "cannot be read as a file"});
    }
    constexpr std::size_t block_bytes = std::size_t{1} << 20;
    std::string block(block_bytes, '\0');
    HashStream hash;
    while (file) {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.add(std::string_view{block}.substr(0, static_cast<std::size_t>(file.gcount())));
    }
    if (file.bad()) {
        throw DataError(path, 0, Sentence{"无法作为文件读取", "cannot be read as a file"});
    }
    return hash.hex();
}

} // namespace longmen::ingest
