// SPDX-License-Identifier: GPL-3.0-or-later
// fix: corrections by hand that no import overwrites.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/records.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

class FixCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> words_;
    std::string reason_, person_;
    bool undo_ = false, list_ = false;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("WHAT", words_,
                       help("号码或企业、字段、更正值（年度数据的字段写作 2021:rd_expense）",
                            "NUMBER|ENTERPRISE FIELD VALUE (a figure of a year is 2021:rd_expense)"));
        app.add_option("--reason", reason_, help("更正理由", "Why"));
        app.add_option("--person", person_,
                       help("更正人；默认当前用户", "Who; default: the user of the machine"));
        app.add_flag("--undo", undo_, help("撤销该字段的更正", "Take back the correction of FIELD"));
        app.add_flag("--list", list_, help("列出全部更正", "List all corrections"));
    }

    void check() const override {
        if (list_ ? !words_.empty() || undo_ : words_.size() != (undo_ ? 2U : 3U)) {
            throw UsageError(Sentence{
                "fix：应为 号码或企业 字段 值 --reason 理由，或 号码或企业 字段 --undo，或 --list",
                "fix: `NUMBER|ENTERPRISE FIELD VALUE --reason TEXT`, `NUMBER|ENTERPRISE FIELD --undo` or "
                "`--list` is expected"});
        }
        if (!list_ && !undo_ && reason_.empty()) {
            throw UsageError(Sentence{"fix：更正须用 --reason 写明理由", "fix: a correction needs --reason"});
        }
    }

    void run(Context& context) override {
        auto workspace = store::Workspace::open(workspace_.folder(), list_ ? store::OpenMode::read_only
                                                                           : store::OpenMode::existing);
        std::vector<store::Fix> fixes;
        if (list_) {
            fixes = store::list_fixes(workspace);
        } else if (undo_) {
            fixes.push_back(store::undo_fix(workspace, words_[0], words_[1], context.now));
        } else {
            fixes.push_back(store::fix(workspace, words_[0], words_[1], words_[2], reason_,
                                       person_.empty() ? context.person : person_, context.now));
        }
        output_.write(context, service::fix_table(fixes, context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_fix() {
    return std::make_unique<FixCommand>();
}

} // namespace longmen::tools
