// SPDX-License-Identifier: GPL-3.0-or-later
// score: patents, enterprises or parks in the order of a value model.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/checks.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/service/score.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

constexpr std::size_t rows_on_screen = 20;

class ScoreCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::string model_ = "longmen-first";
    std::string baseline_;
    std::string by_ = "patent";
    std::optional<std::size_t> top_;

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare(app, lang);
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
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto scored = service::score_workspace(
            workspace, {context.models_folder, model_, workspace_.as_of(), baseline_}, context.progress());
        const auto subject = by_ == "patent"       ? service::ScoreSubject::patent
                             : by_ == "enterprise" ? service::ScoreSubject::enterprise
                                                   : service::ScoreSubject::park;
        const bool screen = output_.format() == Format::table;
        const auto rows = top_ ? *top_ : screen ? rows_on_screen : 0;
        output_.write(context, service::score_table(scored, subject, context.lang, rows),
                      output_.format() == Format::json ? service::score_json(scored, subject)
                                                       : std::string{});
        context.note(service::score_statement(scored, context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_score() {
    return std::make_unique<ScoreCommand>();
}

} // namespace longmen::tools
