// SPDX-License-Identifier: GPL-3.0-or-later
// navigate: the report of a park or an enterprise.
#include "../command.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/navigate.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

class NavigateCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::NavigateRequest request_;
    std::vector<std::string> words_, judged_;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare_file(app, lang);
        declare_model(app, lang, request_.model);
        app.add_option("--programme", request_.programme,
                       help("扶持方案：标识或文件", "Programme: an id or a file"))
            ->capture_default_str();
        app.add_option("--judged", judged_,
                       help("写入数据一章的检索：#3，或带对照集 #3:名称；可重复；默认为已判读的全部检索",
                            "Searches told in the data chapter: #3, or #3:NAME with a reference set; may be "
                            "repeated; else all that were judged"))
            ->type_name("#RUN[:NAME]")
            ->allow_extra_args(false);
        app.add_option(
               "what", words_,
               help("park [园区名称]，或 enterprise 企业名称或代码", "park [NAME], or enterprise NAME|CODE"))
            ->required();
    }

    void check() const override {
        for (const auto& text : judged_) {
            (void)service::read_quality_choice(text);
        }
        const bool park = words_[0] == "park" && words_.size() <= 2;
        const bool enterprise = words_[0] == "enterprise" && words_.size() == 2;
        if (!park && !enterprise) {
            throw UsageError(Sentence{"navigate：应为 park [园区名] 或 enterprise 企业名",
                                      "navigate: `park [NAME]` or `enterprise NAME` is expected"});
        }
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        request_.models_folder = context.models_folder;
        request_.subject = words_[0] == "park" ? service::NavigateRequest::Subject::park
                                               : service::NavigateRequest::Subject::enterprise;
        request_.name = words_.size() > 1 ? words_[1] : "";
        request_.as_of = workspace_.as_of();
        request_.lang = context.lang;
        for (const auto& text : judged_) {
            request_.searches.push_back(service::read_quality_choice(text));
        }
        output_.write_bytes(context, service::navigate(workspace, request_, context.progress()));
        if (output_.file() != "-") {
            context.note((context.lang == Lang::zh ? "报告已写入 " : "The report is in ") + output_.file());
        }
    }
};

} // namespace

std::unique_ptr<Command> make_navigate() {
    return std::make_unique<NavigateCommand>();
}

} // namespace longmen::tools
