// SPDX-License-Identifier: GPL-3.0-or-later
// book: freeze the state under a name, and list what is frozen.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/records.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

class BookCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> words_;
    std::string note_;

    [[nodiscard]] bool freezes() const { return words_[0] == "freeze"; }

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option("WHAT", words_,
                       std::string{Text{"freeze 名称，或 list", "freeze NAME, or list"}.in(lang)})
            ->required();
        app.add_option("--note", note_, std::string{Text{"用途说明", "What the book is for"}.in(lang)});
    }

    void check() const override {
        if (!(words_.size() == 1 && words_[0] == "list") && !(words_.size() == 2 && freezes())) {
            throw UsageError(
                Sentence{"book：应为 freeze 名称 或 list", "book: `freeze NAME` or `list` is expected"});
        }
    }

    void run(Context& context) override {
        auto workspace = store::Workspace::open(workspace_.folder(), freezes() ? store::OpenMode::existing
                                                                               : store::OpenMode::read_only);
        std::vector<store::Book> books;
        if (freezes()) {
            const auto as_of = workspace_.as_of() ? workspace_.as_of() : workspace.data_date();
            if (!as_of) {
                throw DataError(
                    workspace.folder(), 0,
                    Sentence{"工作区中没有可冻结的记录", "the workspace holds no records to freeze"});
            }
            books.push_back(
                store::freeze_book(workspace, words_[1], *as_of, note_, context.person, context.now));
        } else {
            books = store::list_books(workspace);
        }
        output_.write(context, service::book_table(books, context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_book() {
    return std::make_unique<BookCommand>();
}

} // namespace longmen::tools
