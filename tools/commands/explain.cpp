// SPDX-License-Identifier: GPL-3.0-or-later
// explain: one score opened to its inputs.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/choose_option.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/score_snapshot.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class ExplainCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    SnapshotOptions snapshot_;
    std::string model_ = "longmen-first";
    std::string baseline_, choose_;
    std::string who_;
    unsigned threads_ = 0;

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        snapshot_.declare(app, lang);
        declare_model(app, lang, model_);
        declare_baseline(app, lang, baseline_);
        declare_choose(app, lang, choose_);
        declare_threads(app, lang, threads_);
        app.add_option(
               "NUMBER|NAME", who_,
               std::string{Text{"专利号码（任何写法）、企业名称或信用代码、园区名称",
                                "A patent number in any form, an enterprise by name or code, or a park"}
                               .in(lang)})
            ->required();
    }

    void check() const override {
        if (snapshot_.given() && !choose_.empty()) {
            throw UsageError(
                Sentence{"快照不做入选线：--snapshot、--edges 不与 --choose 同用",
                         "no lines are made of a snapshot: --snapshot and --edges do not go with "
                         "--choose"});
        }
    }

    void run(Context& context) override {
        if (snapshot_.given()) {
            Threads threads{threads_};
            const auto snapshot = snapshot_.open(context, workspace_, threads);
            const auto scored = service::score_snapshot(
                snapshot, {context.models_folder, model_, workspace_.as_of(), baseline_}, threads,
                context.progress());
            const auto opened = service::explain_document(snapshot, scored, who_, context.lang);
            write_sections(context, output_, opened.sections, opened.table, opened.json);
            return;
        }
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto scored = service::score_workspace(
            workspace, {context.models_folder, model_, workspace_.as_of(), baseline_}, context.progress());
        auto explanation = service::explain(workspace, scored, who_, context.lang);
        if (!choose_.empty()) {
            Threads threads{threads_};
            service::add_decision(
                explanation,
                service::decide_patents(workspace, scored, scoring::parse_line(choose_), who_, threads),
                context.lang);
        }
        write_sections(context, output_, explanation.sections, explanation.table, explanation.json);
    }
};

} // namespace

std::unique_ptr<Command> make_explain() {
    return std::make_unique<ExplainCommand>();
}

} // namespace longmen::tools
