// SPDX-License-Identifier: GPL-3.0-or-later
// Joins reader and workspace, and keeps the rejected rows beside the imports.
#include <longmen/service/import.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/file_kind.hpp>
#include <longmen/ingest/import_file.hpp>
#include <longmen/programme/evaluation_rule.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/csv.hpp>
#include <longmen/service/places.hpp>
#include <longmen/store/part_gather.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace longmen::service {
namespace {

namespace fs = std::filesystem;

/// Of sheets that name no rule.
constexpr std::string_view default_rule = "gbt-42748";

/// Rejected rows as CSV: the reason, then every cell; written beside the final place and renamed when whole.
class RejectsFile {
    std::string path_;
    std::ofstream out_;

public:
    explicit RejectsFile(std::string path) : path_(std::move(path)) {}
    ~RejectsFile() {
        if (out_.is_open()) {
            out_.close();
            std::error_code ignored;
            fs::remove(path_ + ".part", ignored);
        }
    }
    RejectsFile(const RejectsFile&) = delete;
    RejectsFile& operator=(const RejectsFile&) = delete;

    void add(const RejectedRow& row) {
        if (!out_.is_open()) {
            if (const auto folder = fs::path(path_).parent_path(); !folder.empty()) {
                fs::create_directories(folder);
            }
            out_.open(path_ + ".part", std::ios::binary | std::ios::trunc);
            out_ << "row,column,value,code,reason,cells\n";
        }
        const auto text = diagnostic_text(row.why.code);
        auto reason = fmt::format("{} / {}", text.zh, text.en);
        if (!row.why.detail.empty()) {
            reason += ": " + row.why.detail;
        }
        out_ << row.why.row << ',' << csv_cell(row.why.column) << ',' << csv_cell(row.why.value) << ','
             << diagnostic_key(row.why.code) << ',' << csv_cell(reason);
        for (const auto& [heading, cell] : row.cells) {
            out_ << ',' << csv_cell(heading + "=" + cell);
        }
        out_ << '\n';
    }

    /// The file's name, empty when there was nothing to write. A list left by an earlier import of the file
    /// goes.
    std::string finish() {
        if (!out_.is_open()) {
            std::error_code ignored;
            fs::remove(path_, ignored);
            return {};
        }
        out_.close();
        if (!out_) {
            throw DataError(path_, 0, Sentence{"无法写入退回清单", "the rejected rows cannot be written"});
        }
        fs::rename(path_ + ".part", path_);
        return path_;
    }
};

/// Hands rows on to the workspace and keeps count of what was odd.
class Bridge final : public ingest::TableSink {
    const store::Workspace& workspace_;
    store::ImportSession& session_;
    RejectsFile& rejects_;
    const ImportRequest& request_;
    const std::string& path_;
    std::optional<Places> places_;                           ///< read with the first row that may need them
    std::optional<store::PartGather> gather_;                ///< of the table in hand
    std::map<std::string, programme::EvaluationRule> rules_; ///< of sheets of experts, by the name they give
    std::optional<Diagnostic> rejected_;                     ///< first rejected row of the table in hand

    void note(const RejectedRow& row) {
        if (!rejected_) {
            rejected_ = row.why;
        }
        if (request_.strict) {
            const auto text = diagnostic_text(row.why.code);
            const auto place = row.why.column + (row.why.column.empty() ? "" : " ") + row.why.value;
            throw DataError(path_, row.why.row,
                            {place + "：" + std::string{text.zh}, place + ": " + std::string{text.en}});
        }
        ++tables.back().rejects[std::string{diagnostic_key(row.why.code)}];
        if (!request_.dry_run) {
            rejects_.add(row);
        }
    }

    const programme::EvaluationRule& rule_of(const ExpertScoreRow& row) {
        const auto name = row.rule.empty() ? std::string{default_rule} : row.rule;
        const auto at = rules_.find(name);
        if (at != rules_.end()) {
            return at->second;
        }
        try {
            return rules_.emplace(name, programme::load_evaluation_rule(request_.models_folder, name))
                .first->second;
        } catch (const UsageError& unknown) {
            throw DataError(path_, row.row,
                            {std::string{unknown.in(Lang::zh)}, std::string{unknown.in(Lang::en)}});
        }
    }

    const Places& places() {
        if (!places_) {
            places_.emplace(request_.models_folder, workspace_);
        }
        return *places_;
    }

public:
    std::vector<ImportedTable> tables;

    Bridge(const store::Workspace& workspace, store::ImportSession& session, RejectsFile& rejects,
           const ImportRequest& request, const std::string& path)
        : workspace_(workspace), session_(session), rejects_(rejects), request_(request), path_(path) {
        session.on_reject([this](const RejectedRow& row) { note(row); });
    }

    void begin_table() override {
        session_.begin_table();
        tables.emplace_back().path = path_;
        rejected_.reset();
    }
    void end_table(const ingest::TableReport& report) override {
        if (gather_) {
            gather_->finish([this](PatentRow row) { patent(std::move(row)); });
            gather_.reset();
        }
        if (rejected_ && report.kind == "expert_scores") {
            const auto text = diagnostic_text(rejected_->code);
            throw DataError(path_, rejected_->row,
                            sentence("评分表中有一行无法读取，整表不导入：{}",
                                     "a row of the sheet cannot be read, so none of it goes in: {1}", text.zh,
                                     text.en));
        }
        tables.back().table = {report.part, report.source, report.kind, report.columns, report.unknown};
        session_.end_table(tables.back().table);
    }
    void patent(PatentRow row) override {
        places().complete(row);
        session_.patent(std::move(row));
    }
    void enterprise(EnterpriseRow row) override {
        places().complete(row);
        session_.enterprise(std::move(row));
    }
    void figures(FiguresRow row) override { session_.figures(std::move(row)); }
    void event(EventRow row) override { session_.event(std::move(row)); }
    void asset(AssetRow row) override { session_.asset(std::move(row)); }
    void expert_score(ExpertScoreRow row) override {
        const auto& rule = rule_of(row);
        row.rule = rule.id;
        if (!rule.indicator(row.indicator)) {
            throw DataError(
                path_, row.row,
                sentence("评估规则 {} 中没有指标“{}”；应为 {} 至 {} 之一",
                         "there is no indicator `{1}` in the rule {0}; one of {2} to {3} is expected",
                         rule.id, row.indicator, rule.indicators.front().id, rule.indicators.back().id));
        }
        session_.expert_score(std::move(row));
    }
    void part(PartRow row) override {
        if (!gather_) {
            gather_.emplace();
        }
        gather_->add(row);
    }
    void referent(ReferentRow row) override { session_.referent(std::move(row)); }
    [[nodiscard]] std::optional<ReferentValues> find_referent(std::string_view space,
                                                              std::string_view id) override {
        return session_.find_referent(space, id);
    }
    [[nodiscard]] bool knows_space(std::string_view space) override { return session_.knows_space(space); }
    void reject(RejectedRow row) override { session_.reject(std::move(row)); }
    void warn(Diagnostic diagnostic) override {
        ++tables.back().remarks[std::string{diagnostic_key(diagnostic.code)}];
        session_.warn(std::move(diagnostic));
    }
};

std::string rejects_place(const store::Workspace& workspace, const std::string& path,
                          const ImportRequest& request) {
    return request.rejects_file.empty() ? (fs::path(workspace.folder()) / "rejects" /
                                           (fs::path(path).filename().string() + ".rejects.csv"))
                                              .string()
                                        : request.rejects_file;
}

ingest::ReadOptions reading(const ImportRequest& request) {
    ingest::ReadOptions options;
    options.models_folder = request.models_folder;
    options.source = request.source;
    options.kind = request.kind;
    options.money_unit = request.money_unit;
    return options;
}

/// What is no table of records but a baseline is told where it goes.
ingest::FileReport read_or_direct(const std::string& path, const ingest::ReadOptions& options, Bridge& bridge,
                                  Progress& progress) {
    try {
        return ingest::read_file(path, options, bridge, progress);
    } catch (const DataError&) {
        if (is_baseline_table(path, options.models_folder)) {
            throw DataError(
                path, 0,
                Sentence{"是指标分布表，不含专利记录；请用 longmen baseline import 导入为基线",
                         "is a table of distributions and holds no records; `longmen baseline import` "
                         "makes a baseline of it"});
        }
        throw;
    }
}

} // namespace

std::vector<std::string> import_order(std::vector<std::string> files, const ImportRequest& request) {
    if (files.size() > 1) {
        const auto options = reading(request);
        const auto profiles = ingest::Profiles::read(options.models_folder);
        std::ranges::stable_partition(files, [&](const std::string& path) {
            return ingest::first_kind(path, profiles, options) == ingest::TableKind::referents;
        });
        std::ranges::stable_partition(files, [&](const std::string& path) {
            return ingest::first_kind(path, profiles, options) != ingest::TableKind::expert_scores;
        });
    }
    return files;
}

ImportedFile import_file(store::Workspace& workspace, const std::string& path, const ImportRequest& request,
                         Progress& progress) {
    ImportedFile result;
    result.path = path;
    const auto options = reading(request);
    RejectsFile rejects(rejects_place(workspace, path, request));
    store::ImportSession session(workspace, {path, ingest::file_checksum(path), request.cutoff,
                                             request.person, request.at, request.replace_expert_sheets});
    Bridge bridge(workspace, session, rejects, request, path);
    auto report = read_or_direct(path, options, bridge, progress);
    result.skipped = std::move(report.skipped_parts);
    result.hidden = std::move(report.hidden);
    const auto counts = session.commit(request.dry_run);
    result.tables = std::move(bridge.tables);
    for (std::size_t i = 0; i < result.tables.size(); ++i) {
        result.tables[i].counts = counts[i];
    }
    if (!request.dry_run) {
        result.rejects_file = rejects.finish();
    }
    return result;
}

} // namespace longmen::service
