// SPDX-License-Identifier: GPL-3.0-or-later
// models: which model files there are; one of them as it stands.
#include "../command.hpp"
#include "../options/output_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/models.hpp>

#include <CLI/CLI.hpp>

#include <filesystem>
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

    [[nodiscard]] bool shows() const { return !words_.empty() && words_[0] == "show"; }

public:
    void declare(CLI::App& app, Lang lang) override {
        output_.declare(app, lang);
        app.add_option("WHAT", words_, std::string{Text{"list，或 show 标识", "list, or show ID"}.in(lang)});
    }

    void check() const override {
        const bool lists = words_.empty() || (words_.size() == 1 && words_[0] == "list");
        if (!lists && !(shows() && words_.size() == 2)) {
            throw UsageError(
                Sentence{"models：应为 list 或 show 标识", "models: `list` or `show ID` is expected"});
        }
    }

    void run(Context& context) override {
        const auto models = service::list_models(context.models_folder);
        if (!shows()) {
            output_.write(context, service::models_table(models, context.lang));
            return;
        }
        for (const auto& model : models) {
            if (model.id == words_[1]) {
                std::ifstream in(std::filesystem::path(context.models_folder) / model.path, std::ios::binary);
                output_.write_bytes(context, std::string{std::istreambuf_iterator<char>(in), {}});
                return;
            }
        }
        throw UsageError(sentence("models show {}：没有这个模型；longmen models 列出全部模型",
                                  "models show {}: no such model; `longmen models` lists them", words_[1]));
    }
};

} // namespace

std::unique_ptr<Command> make_models() {
    return std::make_unique<ModelsCommand>();
}

} // namespace longmen::tools
