// SPDX-License-Identifier: GPL-3.0-or-later
// import: files into the workspace.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/import.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace longmen::tools {
namespace {

class ImportCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> files_;
    std::string source_, kind_, unit_, cutoff_, rejects_;
    bool dry_run_ = false, strict_ = false, replace_ = false;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("FILE", files_,
                       help("专利、企业、年度数据、事件或其他知识产权文件（XLSX、ODS、XLS、CSV、TSV、JSONL "
                            "等，可压缩）",
                            "Files of patents, enterprises, yearly figures, events or other IP assets (XLSX, "
                            "ODS, XLS, CSV, TSV, JSONL and others, packed or not)"))
            ->required();
        app.add_option(
            "--source", source_,
            help("按此来源读取，不再按表头识别", "Take the file as this source instead of recognising it"));
        app.add_option("--kind", kind_, help("按此类别读取", "Take the file as this kind"))
            ->check(CLI::IsMember(
                {"patents", "enterprises", "figures", "events", "assets", "referents", "expert_scores"}));
        app.add_option("--money-unit", unit_,
                       help("金额列未写单位时的单位：yuan（元）或 10k-yuan（万元）",
                            "Unit of money columns that name none: yuan or 10k-yuan"))
            ->check(CLI::IsMember({"yuan", "10k-yuan"}));
        app.add_option("--cutoff", cutoff_, help("数据导出日期", "Date on which the source was exported"));
        app.add_option("--rejects", rejects_, help("退回行的清单写到此文件", "Where rejected rows go"));
        app.add_flag("--dry-run", dry_run_,
                     help("只读取检查，不改动工作区", "Read and check, change nothing"));
        app.add_flag("--replace", replace_,
                     help("专家评分表取代同一评分人对同一专利先前的评分表",
                          "A sheet of an expert takes the place of the scorer's earlier one for the patent"));
        app.add_flag("--strict", strict_,
                     help("遇到第一行退回即停止，该文件不导入", "The first rejected row stops the file"));
    }

    void check() const override {
        if (!rejects_.empty() && files_.size() > 1) {
            throw UsageError(Sentence{"import：--rejects 只接收一个文件的退回行；请只给一个文件",
                                      "import: --rejects takes the rows of one file; give one FILE"});
        }
        if (!cutoff_.empty() && !parse_date(cutoff_)) {
            throw UsageError(sentence("import：--cutoff {} 不是日期；应为 YYYY-MM-DD",
                                      "import: --cutoff {} is no date; YYYY-MM-DD is expected", cutoff_));
        }
    }

    void run(Context& context) override {
        service::ImportRequest request;
        request.models_folder = context.models_folder;
        request.source = source_;
        request.kind = kind_;
        if (!unit_.empty()) {
            request.money_unit = unit_ == "yuan" ? MoneyUnit::yuan : MoneyUnit::ten_thousand_yuan;
        }
        if (!cutoff_.empty()) {
            request.cutoff = parse_date(cutoff_);
        }
        request.rejects_file = rejects_;
        request.dry_run = dry_run_;
        request.strict = strict_;
        request.replace_expert_sheets = replace_;
        request.person = context.person;
        request.at = context.now;
        auto workspace = store::Workspace::open(workspace_.folder(),
                                                dry_run_ ? store::OpenMode::trial : store::OpenMode::create);
        std::vector<service::ImportedFile> done;
        const auto report = [&] {
            output_.write(context, service::import_table(done, context.lang), service::import_json(done));
            for (const auto& note : service::import_notes(done, context.lang)) {
                context.note(note);
            }
        };
        for (const auto& file : service::import_order(files_, request)) {
            try {
                done.push_back(service::import_file(workspace, file, request, context.progress()));
            } catch (const DataError&) {
                if (!done.empty()) { // what went in before is in; say so before the error
                    report();
                }
                throw;
            }
        }
        report();
    }
};

} // namespace

std::unique_ptr<Command> make_import() {
    return std::make_unique<ImportCommand>();
}

} // namespace longmen::tools
