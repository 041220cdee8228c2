// SPDX-License-Identifier: GPL-3.0-or-later
// show: one record in full.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/service/records.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class ShowCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::string who_;

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("NUMBER|NAME", who_,
                       std::string{Text{"专利号码（任何写法），或企业名称、信用代码",
                                        "A patent number in any form, or an enterprise by name or code"}
                                       .in(lang)})
            ->required();
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto record = service::find_record(workspace, who_);
        write_sections(context, output_, service::record_sections(record, context.lang),
                       service::record_table(record, context.lang), service::record_json(record));
    }
};

} // namespace

std::unique_ptr<Command> make_show() {
    return std::make_unique<ShowCommand>();
}

} // namespace longmen::tools
