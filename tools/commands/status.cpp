// SPDX-License-Identifier: GPL-3.0-or-later
// status: what the workspace holds and what it can carry.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/service/status.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class StatusCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::size_t top_ = 10;

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option(
               "--top", top_,
               std::string{
                   Text{"列出前几位申请人和分类", "How many applicants and classes to show"}.in(lang)})
            ->check(whole_number())
            ->capture_default_str();
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        service::StatusRequest request;
        request.models_folder = context.models_folder;
        request.as_of = workspace_.as_of();
        request.top = top_;
        const auto status = service::take_status(workspace, request);
        write_sections(context, output_, service::status_sections(status, context.lang),
                       service::status_table(status), service::status_json(status));
    }
};

} // namespace

std::unique_ptr<Command> make_status() {
    return std::make_unique<StatusCommand>();
}

} // namespace longmen::tools
