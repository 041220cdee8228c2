// SPDX-License-Identifier: GPL-3.0-or-later
// weights: those of a model beside weights found from the data or from judgements of pairs.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/weights.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace longmen::tools {
namespace {

std::vector<std::string> names(const scoring::ValueModel& model) {
    std::vector<std::string> terms;
    for (const auto& term : model.terms) {
        terms.push_back(term.name());
    }
    return terms;
}

class WeightsCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::string model_ = "longmen-first";
    std::string baseline_, pairwise_, scheme_;
    bool blank_ = false;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        declare_model(app, lang, model_);
        declare_baseline(app, lang, baseline_);
        app.add_option("--pairwise", pairwise_,
                       help("两两比较表：表头和首列为各项，单元格为行相对列的重要性（如 3、1/3）",
                            "Judgements of pairs: terms in heading and first column, cells how many times "
                            "the row matters as much as the column (3, 1/3)"));
        app.add_flag("--blank", blank_,
                     help("给出空白的两两比较表", "A blank table of judgements to fill in"));
        app.add_option("--scheme", scheme_,
                       help("写出采用该方案权重的模型文件：equal、entropy、critic 或 pairwise",
                            "Write the model file with the weights of this scheme: equal, entropy, critic or "
                            "pairwise"))
            ->check(CLI::IsMember({"equal", "entropy", "critic", "pairwise"}));
    }

    void check() const override {
        if (scheme_ == "pairwise" && pairwise_.empty()) {
            throw UsageError(
                Sentence{"--scheme pairwise 须给出 --pairwise", "--scheme pairwise needs --pairwise"});
        }
    }

    void run(Context& context) override {
        if (blank_) {
            const auto model = scoring::load_value_model(context.models_folder, model_);
            output_.write(context, service::blank_judgements(names(model)));
            return;
        }
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto scored = service::score_workspace(
            workspace, {context.models_folder, model_, workspace_.as_of(), baseline_}, context.progress());
        std::optional<scoring::NumberTable> judgements;
        if (!pairwise_.empty()) {
            judgements = service::read_judgements(pairwise_, names(scored.model));
        }
        const auto schemes =
            scoring::weight_schemes(scored.model, scored.scores, judgements ? &*judgements : nullptr);
        if (!scheme_.empty()) {
            output_.write_bytes(context, other_model(scored, schemes));
            return;
        }
        write_sections(context, output_, service::weights_sections(scored, schemes, context.lang),
                       service::weights_table(scored, schemes, context.lang),
                       service::weights_json(scored, schemes));
        context.note(service::score_statement(scored, context.lang));
    }

private:
    [[nodiscard]] std::string other_model(const service::Scored& scored,
                                          const scoring::WeightSchemes& schemes) const {
        const auto& scheme = *std::ranges::find(schemes.schemes, scheme_, &scoring::WeightScheme::key);
        if (!scheme.weights.defined()) {
            throw DataError(sentence("{}：求不出权重（{}）", "{}: no weights ({})", scheme_,
                                     undefined_key(scheme.weights.reason())));
        }
        const auto& file = output_.file();
        return service::model_with_weights(
            scored.model, scheme.weights.value(),
            file == "-" ? scored.model.id + "-" + scheme.key : std::filesystem::path{file}.stem().string(),
            {fmt::format("Weights by {} over {} patents as of {}, in place of those of {} version {} ({}).",
                         scheme.key, schemes.patents, scored.scores.as_of.iso(), scored.model.id,
                         scored.model.version, scored.model.checksum)});
    }
};

} // namespace

std::unique_ptr<Command> make_weights() {
    return std::make_unique<WeightsCommand>();
}

} // namespace longmen::tools
