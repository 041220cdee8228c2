// SPDX-License-Identifier: GPL-3.0-or-later
// snapshot: documents and citations of bulk tables or a workspace in one mapped file.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/snapshot.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

class SnapshotCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> words_;
    std::string nodes_, edges_;
    std::vector<std::string> tables_;
    std::string clock_, scratch_;
    unsigned threads_ = 0;

    [[nodiscard]] bool builds() const { return words_[0] == "build"; }

    [[nodiscard]] ingest::BulkClock clock() const {
        using ingest::BulkClock;
        for (const auto clock : {BulkClock::filing, BulkClock::priority, BulkClock::publication}) {
            if (clock_.empty() || clock_ == ingest::bulk_clock_key(clock)) {
                return clock;
            }
        }
        throw UsageError(sentence("--clock：没有“{}”；可选 filing priority publication",
                                  "--clock: there is no `{}`; choose filing, priority or publication",
                                  clock_));
    }

    void build(Context& context) const {
        output_.check_new();
        Threads threads{threads_};
        const auto report = service::build_snapshot(
            {nodes_, edges_, output_.file(), context.models_folder, tables_, clock(), {{scratch_}}}, threads,
            context.progress());
        for (const auto& note : service::snapshot_notes(report, context.lang)) {
            context.note(note);
        }
        context.note(sentence("快照 {}：{} 件文献，{} 条引用", "snapshot {}: {} documents, {} citations",
                              output_.file(), report.documents, report.citations)
                         .in(context.lang));
        context.note(sentence("  仅见于引用 {} 件，自引同一件 {} 条，重复引用 {} 条",
                              "  {} named by citations only, {} citing themselves, {} repeated", report.stubs,
                              report.loops, report.duplicates)
                         .in(context.lang));
    }

    void describe(Context& context) const {
        Threads threads{threads_};
        const auto snapshot = words_.size() > 1 ? store::Snapshot::open(words_[1])
                                                : open_workspace_snapshot(context, workspace_, threads);
        const auto info = service::describe_snapshot(snapshot, threads);
        const auto sections = service::snapshot_sections(info, context.lang);
        write_sections(context, output_, sections, sections[0].table, service::snapshot_json(info));
        if (!info.damaged.empty()) {
            throw DataError(Sentence{"快照已损坏", "the snapshot is damaged"});
        }
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("WHAT", words_,
                       help("build，或 info [文件]（默认为工作区的快照）",
                            "build, or info [FILE] (else that of the workspace)"))
            ->required();
        app.add_option(
            "--nodes", nodes_,
            help("文献表：id date classes applicant", "Table of documents: id date classes applicant"));
        app.add_option("--edges", edges_, help("引用表：citing cited", "Table of citations: citing cited"));
        app.add_option("--tables", tables_,
                       help("PATSTAT 或 PatentsView 原表：文件或其所在文件夹，由表头识别",
                            "Tables of PATSTAT or PatentsView: files, or their folder; headings tell which"));
        app.add_option("--clock", clock_,
                       help("--tables 的时间：filing（默认）、priority、publication",
                            "Date of --tables: filing (default), priority, publication"));
        app.add_option("--scratch", scratch_,
                       help("--tables 的临时文件所在文件夹（默认与输出文件同处）",
                            "Folder for the temporary files of --tables (default: that of the output)"));
        declare_threads(app, lang, threads_);
    }

    void check() const override {
        const bool good = builds() ? words_.size() == 1 : words_[0] == "info" && words_.size() <= 2;
        if (!good) {
            throw UsageError(Sentence{"snapshot：应为 build 或 info [文件]",
                                      "snapshot: `build` or `info [FILE]` is expected"});
        }
        if (!builds() && (!edges_.empty() || !nodes_.empty() || !tables_.empty() || !clock_.empty() ||
                          !scratch_.empty())) {
            throw UsageError(
                Sentence{"snapshot info：--nodes、--edges、--tables、--clock 和 --scratch 只用于 build",
                         "snapshot info: --nodes, --edges, --tables, --clock and --scratch belong to build"});
        }
        if (builds() && (edges_.empty() == tables_.empty() || output_.file() == "-")) {
            throw UsageError(Sentence{
                "snapshot build：需要 --edges 引用表 或 --tables 原表（二者取一），以及 -o 文件",
                "snapshot build: --edges TABLE or --tables FILE... (one of them), and -o FILE are needed"});
        }
        if (builds() && ((!tables_.empty() && !nodes_.empty()) ||
                         (tables_.empty() && (!clock_.empty() || !scratch_.empty())))) {
            throw UsageError(
                Sentence{"snapshot build：--nodes 与 --edges 同用，--clock 和 --scratch 与 --tables 同用",
                         "snapshot build: --nodes goes with --edges, --clock and --scratch with --tables"});
        }
        (void)clock();
    }

    void run(Context& context) override {
        if (builds()) {
            build(context);
        } else {
            describe(context);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_snapshot() {
    return std::make_unique<SnapshotCommand>();
}

} // namespace longmen::tools
