// SPDX-License-Identifier: GPL-3.0-or-later
// watch: what a saved query finds that it did not find at the last look.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/watch.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

namespace longmen::tools {
namespace {

class WatchCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> words_;
    std::optional<std::int64_t> look_;
    bool keep_ = false;

    [[nodiscard]] bool listing() const { return words_[0] == "list"; }
    [[nodiscard]] bool stopping() const { return words_[0] == "stop"; }
    [[nodiscard]] std::string name() const { return words_.back().substr(1); }

    void stop(Context& context, store::Workspace& workspace) const {
        if (!store::end_watch(workspace, name(), context.now)) {
            throw UsageError(sentence("“{}”没有被监视；watch list 列出全部监视",
                                      "`{}` is not watched; watch list lists all", name()));
        }
        context.note(
            sentence("已停止监视“{}”；以前的查看保留", "{} is no longer watched; its looks stay", name())
                .in(context.lang));
    }

    void write(Context& context, const service::WatchReport& report) const {
        write_sections(context, output_, service::watch_sections(report, context.lang),
                       service::watch_table(report, context.lang), service::watch_json(report));
        context.out().flush();
        if (!context.out()) {
            throw DataError("-", 0, Sentence{"无法写入", "cannot be written"});
        }
    }

    void look(Context& context, store::Workspace& workspace) const {
        if (look_) {
            write(context, service::earlier_look(workspace, name(), *look_));
            return;
        }
        const auto report = service::look_at_watch(
            workspace, {context.models_folder, name(), context.person, context.now}, context.progress());
        write(context, report);
        if (!keep_) { // only now: a look that nobody has seen is none
            store::keep_look(workspace, report.name, report.look);
        }
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang, true);
        app.add_option("WHAT", words_,
                       help("@名称（search --save 所存），或 list 列出全部监视，或 stop @名称",
                            "@name (as saved by search --save), or list for all watches, or stop @name"))
            ->required();
        app.add_option("--look", look_,
                       help("重看以前的第几次查看", "Show an earlier look again, by its number"))
            ->check(whole_number());
        app.add_flag("--keep", keep_,
                     help("只看，不算一次查看：下次仍与上次查看比较",
                          "Show only: the next look still compares with the one before this"));
    }

    void check() const override {
        const bool named = words_.back().starts_with('@') && words_.back().size() > 1;
        if (listing() ? words_.size() != 1 : words_.size() != (stopping() ? 2U : 1U) || !named) {
            throw UsageError(Sentence{"watch：应为 @名称，或 list，或 stop @名称",
                                      "watch: `@name`, `list` or `stop @name` is expected"});
        }
        if ((look_ || keep_) && (listing() || stopping())) {
            throw UsageError(Sentence{"--look 和 --keep 须与 @名称 同用", "--look and --keep go with @name"});
        }
        if (look_ && keep_) {
            throw UsageError(Sentence{"--look 只重看以前的查看，不能与 --keep 同用",
                                      "--look shows an earlier look only; --keep does not go with it"});
        }
    }

    void run(Context& context) override {
        if (output_.file() != "-") {
            output_.check_new();
        }
        auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
        if (stopping()) {
            stop(context, workspace);
        } else if (listing()) {
            output_.write(context,
                          service::watches_table(
                              service::list_watches(workspace, context.models_folder, context.progress()),
                              context.lang));
        } else {
            look(context, workspace);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_watch() {
    return std::make_unique<WatchCommand>();
}

} // namespace longmen::tools
