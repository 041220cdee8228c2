// SPDX-License-Identifier: GPL-3.0-or-later
// assess: who qualifies for a programme, with the evidence.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/checks.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/programme/assessment_output.hpp>
#include <longmen/service/assess.hpp>
#include <longmen/store/inventory.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class AssessCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::AssessRequest request_;
    unsigned threads_ = 0;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        declare_model(app, lang, request_.model);
        declare_baseline(app, lang, request_.baseline);
        app.add_option("--programme", request_.programme,
                       help("扶持方案：标识或文件", "Programme: an id or a file"))
            ->capture_default_str();
        app.add_option("--scheme", request_.scheme,
                       help("方案中的类别；默认第一个有条件的",
                            "Scheme of the programme; default: the first with criteria"));
        app.add_option("--year", request_.year,
                       help("评审年度；默认最近一个完整年度", "Fiscal year; default: the last full one"))
            ->check(whole_number());
        app.add_option("--places", request_.places,
                       help("扶持名额：另给出入选线附近各企业怎样才会翻转结论；默认为方案的名额",
                            "Places to give: also what would turn each decision near the line; default: the "
                            "scheme's quota"))
            ->check(whole_number());
        declare_threads(app, lang, threads_);
        app.add_option("--expert", request_.expert_file,
                       help("专家意见表（企业、条件、结论、评分、专家、日期、理由）",
                            "Words of experts: enterprise, criterion, state, score, person, date, reason"));
    }

    void run(Context& context) override {
        request_.models_folder = context.models_folder;
        request_.as_of = workspace_.as_of();
        auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
        auto assessed = service::assess_workspace(workspace, request_, context.progress());
        Threads threads{threads_};
        service::decide_places(assessed, threads);
        const auto json = service::assess_json(assessed);
        const auto& assessment = assessed.assessment;
        store::keep_assessment(workspace, assessment.programme, assessment.as_of.iso(), context.person,
                               context.now, json);
        write_sections(context, output_, service::assess_sections(assessed, context.lang),
                       programme::to_table(assessment, context.lang), json);
    }
};

} // namespace

std::unique_ptr<Command> make_assess() {
    return std::make_unique<AssessCommand>();
}

} // namespace longmen::tools
