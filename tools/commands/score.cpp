// SPDX-License-Identifier: GPL-3.0-or-later
// score: patents, enterprises or parks in the order of a value model.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/checks.hpp"
#include "../options/choose_option.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/decision_sections.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/score_snapshot.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class ScoreCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    SnapshotOptions snapshot_;
    std::string model_ = "longmen-first";
    std::string baseline_;
    std::string by_ = "patent";
    std::string choose_;
    std::optional<std::size_t> top_;
    std::size_t bootstrap_ = 0;
    unsigned threads_ = 0;

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        snapshot_.declare(app, lang);
        declare_model(app, lang, model_);
        declare_baseline(app, lang, baseline_);
        app.add_option("--by", by_,
                       std::string{Text{"评分对象：patent 专利、enterprise 企业、park 园区",
                                        "What to score: patent, enterprise or park"}
                                       .in(lang)})
            ->check(CLI::IsMember({"patent", "enterprise", "park"}))
            ->capture_default_str();
        app.add_option("--top", top_,
                       std::string{Text{"列出前几名，0 为全部（屏幕默认 20，文件默认全部）",
                                        "Rows to show, 0 for all (20 on a screen, all in files)"}
                                       .in(lang)})
            ->check(whole_number());
        declare_choose(app, lang, choose_);
        app.add_option("--bootstrap", bootstrap_,
                       std::string{Text{"比较组重抽次数：另列价值分和名次的上下限",
                                        "Draw each cohort anew so many times: ranges of values and ranks too"}
                                       .in(lang)})
            ->check(whole_number());
        declare_threads(app, lang, threads_);
    }

    void check() const override {
        if (!choose_.empty() && by_ != "patent") {
            throw UsageError(
                Sentence{"--choose 用于专利；企业的入选线见 longmen assess --places",
                         "--choose goes with patents; for enterprises see `longmen assess --places`"});
        }
        if (snapshot_.given() && (by_ != "patent" || !choose_.empty() || bootstrap_ > 0)) {
            throw UsageError(Sentence{
                "快照中没有企业和园区，也不做入选线和重抽：--snapshot、--edges 不与 --by enterprise|park、"
                "--choose、--bootstrap 同用",
                "a snapshot has no enterprises or parks, and no lines or draws are made of it: --snapshot "
                "and "
                "--edges do not go with --by enterprise|park, --choose or --bootstrap"});
        }
    }

    void run(Context& context) override {
        if (snapshot_.given()) {
            run_snapshot(context);
            return;
        }
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto scored = service::score_workspace(
            workspace, {context.models_folder, model_, workspace_.as_of(), baseline_}, context.progress());
        if (!choose_.empty()) {
            choose(context, workspace, scored);
            return;
        }
        const auto subject = by_ == "patent"       ? service::ScoreSubject::patent
                             : by_ == "enterprise" ? service::ScoreSubject::enterprise
                                                   : service::ScoreSubject::park;
        const bool screen = output_.format() == Format::table;
        const auto rows = top_ ? *top_ : screen ? rows_on_screen : 0;
        std::optional<scoring::CohortBootstrap> drawn;
        if (bootstrap_ > 0) {
            Threads threads{threads_};
            drawn = scoring::cohort_bootstrap(scored.model, scored.scores, {.draws = bootstrap_}, threads);
        }
        const auto* const ranges = drawn ? &*drawn : nullptr;
        output_.write(context, service::score_table(scored, subject, context.lang, rows, ranges),
                      output_.format() == Format::json ? service::score_json(scored, subject, ranges)
                                                       : std::string{});
        if (drawn) {
            context.note(service::bootstrap_statement(*drawn, context.lang));
        }
        context.note(service::score_statement(scored, context.lang));
        if (const auto lacking = service::lacking_statement(scored.model, scored.scores, context.lang);
            !lacking.empty()) {
            context.note(lacking);
        }
    }

private:
    void run_snapshot(Context& context) {
        if (output_.file() != "-") {
            output_.check_new(); // before the work, not after it
        }
        Threads threads{threads_};
        const auto snapshot = snapshot_.open(context, workspace_, threads);
        const auto scored =
            service::score_snapshot(snapshot, {context.models_folder, model_, workspace_.as_of(), baseline_},
                                    threads, context.progress());
        const auto format = output_.format();
        if (format == Format::csv || format == Format::tsv) {
            output_.write_stream(context, [&](const auto& sink) {
                sink(output_.byte_order_mark());
                service::write_snapshot_scores(snapshot, scored, top_.value_or(0),
                                               format == Format::csv ? ',' : '\t', threads, sink);
            });
        } else if (format == Format::json) {
            output_.write_stream(context, [&](const auto& sink) {
                service::write_snapshot_scores_json(snapshot, scored, threads, sink);
            });
        } else {
            const auto rows = top_ ? *top_ : format == Format::table ? rows_on_screen : 0;
            output_.write(context, service::snapshot_score_table(snapshot, scored, context.lang, rows));
        }
        context.note(service::snapshot_score_statement(scored, context.lang));
        if (const auto lacking = service::lacking_statement(scored.model, scored.scores, context.lang);
            !lacking.empty()) {
            context.note(lacking);
        }
    }

    void choose(Context& context, const store::Workspace& workspace, const service::Scored& scored) {
        Threads threads{threads_};
        const auto decisions =
            service::decide_patents(workspace, scored, scoring::parse_line(choose_), {}, threads);
        std::vector<service::Section> sections;
        service::add_decisions(sections, decisions, context.lang);
        write_sections(context, output_, sections, scoring::certificate_table(decisions, context.lang),
                       scoring::decisions_json(decisions));
        context.note(service::score_statement(scored, context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_score() {
    return std::make_unique<ScoreCommand>();
}

} // namespace longmen::tools
