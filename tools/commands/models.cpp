// SPDX-License-Identifier: GPL-3.0-or-later
// models: which model files there are; one of them as it stands; what two say differently.
#include "../command.hpp"
#include "../options/output_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/model_diff.hpp>
#include <longmen/service/models.hpp>

#include <CLI/CLI.hpp>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace longmen::tools {
namespace {

class ModelsCommand final : public Command {
    OutputOptions output_;
    std::vector<std::string> words_;

    [[nodiscard]] bool asks(const char* what, std::size_t words) const {
        return words_.size() == words && words_[0] == what;
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        output_.declare(app, lang);
        app.add_option("WHAT", words_,
                       std::string{Text{"list，或 show 标识，或 diff 甲 乙（标识、标识/v版本或文件）",
                                        "list, show ID, or diff A B (ids, id/vN or files)"}
                                       .in(lang)});
    }

    void check() const override {
        if (!words_.empty() && !asks("list", 1) && !asks("show", 2) && !asks("diff", 3)) {
            throw UsageError(Sentence{"models：应为 list、show 标识 或 diff 甲 乙",
                                      "models: `list`, `show ID` or `diff A B` is expected"});
        }
    }

    void run(Context& context) override {
        if (asks("diff", 3)) {
            const auto differences = service::diff_models(context.models_folder, words_[1], words_[2]);
            output_.write(context, service::diff_table(differences, context.lang));
            context.note(sentence("{} 处不同", "{} differences", differences.size()).in(context.lang));
            return;
        }
        if (!asks("show", 2)) {
            output_.write(context,
                          service::models_table(service::list_models(context.models_folder), context.lang));
            return;
        }
        std::ifstream in(find_model_file(context.models_folder, {}, words_[1]), std::ios::binary);
        output_.write_bytes(context, std::string{std::istreambuf_iterator<char>(in), {}});
    }
};

} // namespace

std::unique_ptr<Command> make_models() {
    return std::make_unique<ModelsCommand>();
}

} // namespace longmen::tools
