// SPDX-License-Identifier: GPL-3.0-or-later
// indicators: of every document of a snapshot or a workspace, or of some.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/indicators.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace longmen::tools {
namespace {

class IndicatorsCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    SnapshotOptions snapshot_;
    std::vector<std::string> numbers_;
    std::string select_;
    bool list_ = false, reasons_ = false, percentiles_ = false;
    std::string baseline_;
    unsigned threads_ = 0;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option("NUMBER", numbers_, help("只算这些文献", "Only these documents"));
        snapshot_.declare(app, lang);
        app.add_option("--select", select_,
                       help("只算这些指标，逗号分隔", "Only these indicators, parted by commas"));
        app.add_flag("--reasons", reasons_,
                     help("说明为何没有取值或窗口未满", "Say why a value is undefined or incomplete"));
        app.add_flag("--percentiles", percentiles_,
                     help("各指标在比较组（受理局、年份、技术领域）中的百分位",
                          "Where each value stands in its cohort (office, year, technology field)"));
        declare_baseline(app, lang, baseline_);
        app.add_flag("--list", list_, help("列出全部指标", "List all indicators"));
        declare_threads(app, lang, threads_);
    }

    void check() const override {
        if (!baseline_.empty() && !percentiles_) {
            throw UsageError(
                Sentence{"--baseline 须与 --percentiles 同用", "--baseline goes with --percentiles"});
        }
    }

    void run(Context& context) override {
        if (list_) {
            output_.write(context, service::indicator_list(context.lang));
            return;
        }
        Threads threads{threads_};
        const auto snapshot = snapshot_.open(context, workspace_, threads);
        std::optional<Corpus> corpus;
        if (!snapshot_.given()) {
            corpus =
                service::load_corpus(store::Workspace::open(workspace_.folder(), store::OpenMode::read_only),
                                     context.models_folder, workspace_.as_of());
        }
        const auto result = service::compute_indicators(
            snapshot, corpus ? &*corpus : nullptr,
            {split_trimmed(select_, ","), numbers_, workspace_.as_of(), reasons_,
             percentiles_ ? std::optional{service::PercentileRequest{context.models_folder, baseline_}}
                          : std::nullopt},
            threads);
        if (output_.format() == Format::csv || output_.format() == Format::tsv) {
            const char separator = output_.format() == Format::csv ? ',' : '\t';
            output_.write_stream(context, [&](const auto& sink) {
                sink(output_.byte_order_mark());
                service::write_indicators(snapshot, result, separator, threads, sink);
            });
        } else {
            output_.write(context, service::indicator_table(snapshot, result, context.lang));
        }
        if (result.baseline) {
            context.note(service::baseline_line(*result.baseline, context.lang));
        }
        context.note(sentence("截止 {}", "as of {}", result.as_of.iso()).in(context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_indicators() {
    return std::make_unique<IndicatorsCommand>();
}

} // namespace longmen::tools
