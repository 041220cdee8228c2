// SPDX-License-Identifier: GPL-3.0-or-later
// baseline: how indicators are distributed by office, year and field, in one file that portfolios are held
// against.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/scoring/baseline_file.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/corpus.hpp>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace longmen::tools {
namespace {

class BaselineCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> words_;
    SnapshotOptions snapshot_;
    std::string select_, name_;
    std::optional<int> field_, year_;
    std::optional<std::string> office_;
    unsigned threads_ = 0;

    [[nodiscard]] bool shows() const { return words_[0] == "show"; }

    /// Writes it and says what it holds.
    void keep(Context& context, scoring::Baseline& baseline) const {
        baseline.checksum = scoring::write_baseline(output_.file(), baseline);
        std::size_t cells = 0;
        for (const auto& indicator : baseline.indicators) {
            cells += indicator.cells.size();
        }
        context.note(sentence("基线 {}：{} 个指标，{} 格，{} 字节，校验和 {}",
                              "baseline {}: {} indicators, {} cells, {} bytes, checksum {}", output_.file(),
                              baseline.indicators.size(), cells, std::filesystem::file_size(output_.file()),
                              baseline.checksum)
                         .in(context.lang));
    }

    [[nodiscard]] std::string name() const {
        return name_.empty() ? std::filesystem::path{output_.file()}.stem().string() : name_;
    }

    void build(Context& context) const {
        output_.check_new();
        Threads threads{threads_};
        const auto snapshot = snapshot_.open(context, workspace_, threads);
        std::optional<Corpus> corpus;
        if (!snapshot_.given()) {
            corpus =
                service::load_corpus(store::Workspace::open(workspace_.folder(), store::OpenMode::read_only),
                                     context.models_folder, workspace_.as_of());
        }
        auto baseline = service::build_baseline(
            snapshot, corpus ? &*corpus : nullptr, indicators::TechnologyFields::load(context.models_folder),
            {split_trimmed(select_, ","), workspace_.as_of(), name(), context.models_folder}, threads);
        keep(context, baseline);
        context.note(sentence("截止 {}", "as of {}", baseline.as_of).in(context.lang));
    }

    void take_in(Context& context) const {
        output_.check_new();
        auto made = service::import_baseline(words_[1], context.models_folder, context.progress());
        if (!name_.empty()) {
            made.baseline.name = name_;
        }
        keep(context, made.baseline);
        context.note(sentence("共读 {} 行", "{} rows read", made.rows).in(context.lang));
        if (!made.left_out.empty()) {
            context.note(sentence("没有对应指标、未收入的变量：{}", "left out, no indicator of ours: {}",
                                  join(made.left_out, ", "))
                             .in(context.lang));
        }
    }

    void show(Context& context) const {
        const auto baseline = service::load_baseline(context.models_folder, words_[1]);
        const service::BaselineFilter filter{field_, year_, office_};
        const auto table = filter.any() ? service::baseline_cell_table(baseline, filter, context.lang)
                                        : service::baseline_table(baseline, context.lang);
        write_sections(context, output_, service::baseline_sections(baseline, table, context.lang), table,
                       service::baseline_json(baseline, table));
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option("WHAT", words_,
                       help("build，或 import 文件，或 show 文件", "build, or import FILE, or show FILE"))
            ->required();
        snapshot_.declare(app, lang);
        app.add_option("--select", select_,
                       help("只收这些指标，逗号分隔", "Only these indicators, parted by commas"));
        app.add_option("--name", name_,
                       help("基线名称；默认为文件名", "Name of the baseline; else that of the file"));
        app.add_option(
            "--field", field_,
            help("只看此技术领域（1-35，0 为未分类）", "This technology field only (1-35, 0 unclassified)"));
        app.add_option("--year", year_, help("只看此年份", "This year only"));
        app.add_option("--office", office_, help("只看此受理局", "This office only"));
        declare_threads(app, lang, threads_);
    }

    void check() const override {
        const bool one = words_[0] == "build";
        const bool two = words_[0] == "import" || shows();
        if ((!one && !two) || words_.size() != (one ? 1U : 2U)) {
            throw UsageError(Sentence{"baseline：应为 build，或 import 文件，或 show 文件",
                                      "baseline: `build`, `import FILE` or `show FILE` is expected"});
        }
        if (!shows() && output_.file() == "-") {
            throw UsageError(Sentence{"baseline：需要 -o 文件", "baseline: -o FILE is needed"});
        }
        if (!shows() && (field_ || year_ || office_)) {
            throw UsageError(Sentence{"--field、--year、--office 只用于 show",
                                      "--field, --year and --office belong to show"});
        }
        if (!one && (snapshot_.given() || !select_.empty())) {
            throw UsageError(Sentence{"文献来源和 --select 只用于 build",
                                      "sources of documents and --select belong to build"});
        }
    }

    void run(Context& context) override {
        if (shows()) {
            show(context);
        } else if (words_[0] == "build") {
            build(context);
        } else {
            take_in(context);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_baseline() {
    return std::make_unique<BaselineCommand>();
}

} // namespace longmen::tools
