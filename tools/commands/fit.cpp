// SPDX-License-Identifier: GPL-3.0-or-later
// fit: weights of a value model learned from what happened later.
#include "../command.hpp"
#include "../options/model_option.hpp"
#include "../options/outcome_options.hpp"
#include "../options/output_options.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/fit.hpp>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace longmen::tools {
namespace {

class FitCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    OutcomeOptions outcome_;
    service::FitRequest request_;
    unsigned threads_ = 0;

    [[nodiscard]] bool writes_model() const { return output_.file().ends_with(".toml"); }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        request_.model = "longmen-first";
        declare_model(app, lang, request_.model);
        outcome_.declare(app, lang, request_.outcome, request_.drop_undated);
        app.add_option(
               "--years", request_.years,
               help("结果看截止日后几年（默认 5；growth 为 2，breadth 与 members 为 4）",
                    "Outcomes within so many years (default 5; 2 for growth, 4 for breadth and members)"))
            ->check(CLI::Range(1, 50));
        app.add_flag("--survival", request_.survival,
                     help("按权利维持时间的风险率学习（Cox），只用于 in_force",
                          "Learn from hazards of the right (Cox), with in_force only"));
        declare_threads(app, lang, threads_);
    }

    void run(Context& context) override {
        if (writes_model()) {
            output_.check_new(); // before the work, not after it
        }
        request_.models_folder = context.models_folder;
        request_.as_of = outcome_.dates(workspace_.as_of());
        request_.id = writes_model() ? std::filesystem::path{output_.file()}.stem().string() : "fitted";
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        Threads threads{threads_};
        const auto fitted = service::fit_model(workspace, request_, context.progress(), threads);
        if (writes_model()) {
            output_.write_bytes(context, fitted.text);
            context.note(sentence("{} 项有权重，学自 {} 件次",
                                  "{} terms with weights, learned from {} patents", fitted.weighed.size(),
                                  fitted.fit.members)
                             .in(context.lang));
            return;
        }
        write_sections(context, output_, service::fit_sections(fitted, context.lang),
                       service::fit_table(fitted, context.lang), service::fit_json(fitted));
    }
};

} // namespace

std::unique_ptr<Command> make_fit() {
    return std::make_unique<FitCommand>();
}

} // namespace longmen::tools
