// SPDX-License-Identifier: GPL-3.0-or-later
// compare: what changed between two frozen books, or since one.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/service/records.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class CompareCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::string before_, after_;

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("A", before_, std::string{Text{"较早的时点库", "The earlier book"}.in(lang)})
            ->required();
        app.add_option(
            "B", after_,
            std::string{
                Text{"较晚的时点库；不写则与当前状态比较", "The later book; without it the present state"}.in(
                    lang)});
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto differences = store::compare_books(workspace, before_, after_);
        output_.write(context, service::difference_table(differences, context.lang));
        context.note(context.lang == Lang::zh ? "差异 " + std::to_string(differences.size()) + " 处"
                                              : std::to_string(differences.size()) + " differences");
    }
};

} // namespace

std::unique_ptr<Command> make_compare() {
    return std::make_unique<CompareCommand>();
}

} // namespace longmen::tools
