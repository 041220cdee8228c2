// SPDX-License-Identifier: GPL-3.0-or-later
// applicants: which spellings are one applicant, why, and what a person decides about it.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/applicants.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/table_json.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

constexpr std::size_t applicants_on_screen = 20;

class ApplicantsCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> names_;
    std::string reason_, person_;
    bool same_ = false, apart_ = false, undo_ = false, decisions_ = false, all_ = false;
    std::optional<std::size_t> top_;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option(
            "NAMES", names_,
            help("两个名称，与 --same、--apart 或 --undo 同用", "Two names, with --same, --apart or --undo"));
        app.add_flag("--same", same_,
                     help("决定两个名称是同一申请人", "Decide that the two names are one applicant"));
        app.add_flag("--apart", apart_,
                     help("决定两个名称是不同申请人", "Decide that the two names are two applicants"));
        app.add_flag("--undo", undo_,
                     help("撤销对两个名称的决定", "Take back what was decided about the two names"));
        app.add_option("--reason", reason_, help("决定的理由", "Why"));
        app.add_option("--person", person_,
                       help("决定人；默认当前用户", "Who; default: the user of the machine"));
        app.add_flag("--decisions", decisions_, help("列出全部人工决定", "List all decisions by hand"));
        app.add_flag("--all", all_,
                     help("也列出只有一种写法的申请人", "List applicants with one spelling too"));
        app.add_option("--top", top_,
                       help("列出前几位，0 为全部（屏幕默认 20，文件默认全部）",
                            "Applicants to show, 0 for all (20 on a screen, all in files)"))
            ->check(whole_number());
    }

    void check() const override {
        const int asked = int{same_} + int{apart_} + int{undo_} + int{decisions_};
        const bool two = same_ || apart_ || undo_;
        if (asked > 1 || names_.size() != (two ? 2U : 0U)) {
            throw UsageError(Sentence{"applicants：应为 名称 名称 --same|--apart --reason 理由，或 名称 名称 "
                                      "--undo，或 --decisions，或不带参数",
                                      "applicants: `NAME NAME --same|--apart --reason TEXT`, `NAME NAME "
                                      "--undo`, `--decisions` or nothing is expected"});
        }
        if ((same_ || apart_) && reason_.empty()) {
            throw UsageError(
                Sentence{"applicants：决定须用 --reason 写明理由", "applicants: a decision needs --reason"});
        }
    }

    void run(Context& context) override {
        const bool change = same_ || apart_ || undo_;
        auto workspace = store::Workspace::open(workspace_.folder(), change ? store::OpenMode::existing
                                                                            : store::OpenMode::read_only);
        if (undo_) {
            const auto undone = store::undo_name_decision(workspace, names_[0], names_[1], context.now);
            output_.write(context, service::decision_table({undone}, context.lang));
        } else if (change) {
            const auto made = store::decide_names(workspace, {names_[0],
                                                              names_[1],
                                                              same_,
                                                              reason_,
                                                              person_.empty() ? context.person : person_,
                                                              context.now,
                                                              {}});
            output_.write(context, service::decision_table({made}, context.lang));
        } else if (decisions_) {
            output_.write(context,
                          service::decision_table(store::list_name_decisions(workspace), context.lang));
        } else {
            list(context, workspace);
        }
    }

private:
    void list(Context& context, const store::Workspace& workspace) {
        const auto applicants =
            service::find_applicants(service::load_corpus(workspace, context.models_folder),
                                     context.models_folder, store::list_name_decisions(workspace));
        const bool screen = output_.format() == Format::table;
        output_.write(context, service::applicant_table(applicants, context.lang, !all_,
                                                        top_     ? *top_
                                                        : screen ? applicants_on_screen
                                                                 : 0));
    }
};

} // namespace

std::unique_ptr<Command> make_applicants() {
    return std::make_unique<ApplicantsCommand>();
}

} // namespace longmen::tools
