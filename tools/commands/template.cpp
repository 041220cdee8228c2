// SPDX-License-Identifier: GPL-3.0-or-later
// template: blank forms to hand out.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/templates.hpp>
#include <longmen/service/expert_sheet.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

/// Made for patents of a workspace; the other forms are the same for all.
constexpr std::string_view expert_kind = "expert-sheet";

class TemplateCommand final : public Command {
    OutputOptions output_;
    WorkspaceOptions workspace_;
    service::ExpertSheetRequest sheet_;
    std::string kind_;

    [[nodiscard]] std::string expert_sheet(Context& context) const {
        auto request = sheet_;
        request.models_folder = context.models_folder;
        if (request.numbers.empty()) {
            return service::expert_sheet(nullptr, request, context.lang);
        }
        request.as_of = workspace_.as_of();
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        return service::expert_sheet(&workspace, request, context.lang);
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare_file(app, lang);
        app.add_option("KIND", kind_,
                       std::string{Text{"enterprises 企业名单、figures 年度数据、patents 专利清单、events "
                                        "法律事件、assets 其他知识产权、expert-sheet 专家评分表",
                                        "enterprises, figures, patents, events, assets or expert-sheet"}
                                       .in(lang)})
            ->required();
        app.add_option("NUMBER", sheet_.numbers,
                       std::string{Text{"expert-sheet：要评分的专利；不给则留一件空白",
                                        "expert-sheet: the patents to score; without any, one is left blank"}
                                       .in(lang)});
        app.add_option(
            "--scenario", sheet_.scenario,
            std::string{
                Text{"expert-sheet：评估场景；该场景不用的指标不列出",
                     "expert-sheet: what the evaluation is for; indicators it does not weigh are left out"}
                    .in(lang)});
        app.add_option("--rule", sheet_.rule,
                       std::string{Text{"expert-sheet：评估规则的名称或文件",
                                        "expert-sheet: the rule of evaluation, a name or a file"}
                                       .in(lang)})
            ->capture_default_str();
    }

    void check() const override {
        if (kind_ != expert_kind && (!sheet_.numbers.empty() || !sheet_.scenario.empty())) {
            throw UsageError(Sentence{"template：只有 expert-sheet 可以给出专利号和 --scenario",
                                      "template: only expert-sheet takes numbers and --scenario"});
        }
        if (output_.file() == "-") {
            throw UsageError(Sentence{"template：表样是工作簿；请用 -o 表样.xlsx 指定文件",
                                      "template: a form is a workbook; name it with -o form.xlsx"});
        }
    }

    void run(Context& context) override {
        output_.write_bytes(context, kind_ == expert_kind ? expert_sheet(context)
                                                          : report::blank_form(kind_, context.lang));
        context.note((context.lang == Lang::zh ? "空白表已写入 " : "The form is in ") + output_.file());
    }
};

} // namespace

std::unique_ptr<Command> make_template() {
    return std::make_unique<TemplateCommand>();
}

} // namespace longmen::tools
