// SPDX-License-Identifier: GPL-3.0-or-later
// evaluate: patents by the tree of indicators of GB/T 42748, with the scores of experts.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/evaluate.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class EvaluateCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::EvaluateRequest request_;
    bool all_ = false, strict_ = false, range_ = false;
    std::optional<std::size_t> top_;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option("NUMBER", request_.numbers,
                       help("专利号；只给一件时展开到全部三级指标",
                            "Patents; a single one is opened down to all its indicators"));
        app.add_flag("--all", all_, help("工作区内的全部专利", "All patents of the workspace"));
        app.add_option("--scenario", request_.scenario,
                       help("场景：licence 许可转让、finance 金融、reporting 财务报告、relief 侵权救济、"
                            "management 管理、other 其他；all 为全部并列",
                            "What for: licence, finance, reporting, relief, management or other; all side by "
                            "side"))
            ->required();
        app.add_option("--rule", request_.rule,
                       help("评估规则的名称或文件", "The rule of evaluation, a name or a file"))
            ->capture_default_str();
        app.add_flag("--strict-missing", strict_, help("缺失的指标按 0 分计", "What is missing counts 0"));
        app.add_flag("--range", range_,
                     help("只给出上下限：缺失指标全部按 0 分、按 100 分计",
                          "Bounds only: all that is missing at 0, at 100"));
        app.add_option("--top", top_,
                       help("列出前几行，0 为全部（屏幕默认 20，文件默认全部）",
                            "Rows to show, 0 for all (20 on a screen, all in files)"))
            ->check(whole_number());
    }

    void check() const override {
        if (all_ != request_.numbers.empty()) {
            throw UsageError(Sentence{"evaluate：请给出专利号，或用 --all 评估全部专利（二者择一）",
                                      "evaluate: give the numbers of patents, or --all, one of the two"});
        }
        if (strict_ && range_) {
            throw UsageError(Sentence{"evaluate：--strict-missing 与 --range 只能用一个",
                                      "evaluate: --strict-missing and --range exclude each other"});
        }
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        auto request = request_;
        request.models_folder = context.models_folder;
        request.as_of = workspace_.as_of();
        request.mode = strict_  ? service::EvaluationMode::strict
                       : range_ ? service::EvaluationMode::range
                                : service::EvaluationMode::available;
        const auto list = service::evaluate_workspace(workspace, request);
        const auto lang = context.lang;
        const auto format = output_.format();
        const auto json = format == Format::json ? service::evaluation_json(list) : std::string{};
        if (!all_ && list.patents.size() == 1) {
            write_sections(context, output_, service::evaluation_sections(list, 0, lang),
                           list.scenarios.size() == 1 ? service::evaluation_details(list, 0, lang)
                                                      : service::evaluation_table(list, lang, 0),
                           json);
        } else {
            const auto rows = top_ ? *top_ : format == Format::table ? rows_on_screen : 0;
            output_.write(context, service::evaluation_table(list, lang, rows), json);
        }
        for (const auto& line : service::evaluation_statement(list, lang)) {
            context.note(line);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_evaluate() {
    return std::make_unique<EvaluateCommand>();
}

} // namespace longmen::tools
