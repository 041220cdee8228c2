// SPDX-License-Identifier: GPL-3.0-or-later
// similar: records most like one or like a text; all pairs of near-duplicate texts.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/near_duplicates.hpp>
#include <longmen/service/similar.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class SimilarCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::SimilarRequest one_;
    service::NearDuplicatesRequest all_;
    bool all_pairs_ = false;
    bool clusters_ = false;
    unsigned threads_ = 0;

    void write_all(Context& context, const store::Workspace& workspace, Threads& threads) {
        all_.models_folder = context.models_folder;
        const auto found = service::near_duplicate_texts(workspace, all_, threads, context.progress());
        const auto format = output_.format();
        const bool screen = format == Format::table || format == Format::md;
        const auto lines = service::near_duplicate_lines(found, context.lang);
        if (format == Format::json) {
            output_.write(context, {}, service::near_duplicate_json(found, clusters_));
        } else {
            // A screen shows the first ones; so many that pairs cannot be listed, it still counts them.
            const auto limit = screen ? one_.limit : 0;
            auto table = clusters_ ? service::near_cluster_table(found, context.lang, limit)
                         : screen && found.too_many() ? Table{}
                                                      : service::near_pair_table(found, context.lang, limit);
            service::Section section;
            section.title = Text{"近似重复的文本", "Near-duplicate texts"}.in(context.lang);
            section.lines = lines;
            section.table = screen ? table : Table{};
            write_sections(context, output_, {section}, table, {});
        }
        if (!screen) {
            for (const auto& line : lines) {
                context.note(line);
            }
        }
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        declare_threads(app, lang, threads_);
        app.add_option("WHAT", one_.what,
                       help("专利号，或一份技术交底书等纯文本文件（UTF-8）",
                            "A patent number, or a text file (UTF-8) that describes an idea"));
        app.add_option("-n,--limit", one_.limit,
                       help("列出前几件（屏幕上也是前几对）", "Hits to show; on a screen also pairs"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_flag("--all-pairs", all_pairs_,
                     help("找出全部近似重复的文本对", "Find all pairs of near-duplicate texts"));
        app.add_flag("--clusters", clusters_,
                     help("与 --all-pairs 同用：按组列出，每件一行",
                          "With --all-pairs: clusters, a line for each record"));
        app.add_option("--threshold", all_.threshold,
                       help("相似度下限（0.0001 至 1，默认见 models/search/similar.toml）",
                            "Least similarity (0.0001 to 1; default in models/search/similar.toml)"));
        app.add_option("--shortest", all_.shortest,
                       help("至少有几个不同的词或字对才参与比较",
                            "Least different words or pairs of characters of a text that is compared"))
            ->check(whole_number());
    }

    void check() const override {
        if (all_pairs_ == !one_.what.empty()) {
            throw UsageError(
                Sentence{"请给出专利号或文件；要找全部近似重复的文本对，请只用 --all-pairs",
                         "give a patent number or a file; for all near-duplicate pairs, --all-pairs alone"});
        }
        if (!all_pairs_ && (clusters_ || all_.threshold || all_.shortest)) {
            throw UsageError(Sentence{"--clusters、--threshold、--shortest 须与 --all-pairs 同用",
                                      "--clusters, --threshold and --shortest go with --all-pairs"});
        }
    }

    void run(Context& context) override {
        if (output_.file() != "-") {
            output_.check_new();
        }
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        Threads threads{threads_};
        if (all_pairs_) {
            write_all(context, workspace, threads);
            return;
        }
        one_.models_folder = context.models_folder;
        const auto found = service::similar_records(workspace, one_, threads, context.progress());
        const auto format = output_.format();
        const bool screen = format == Format::table || format == Format::md;
        write_sections(context, output_, service::similar_sections(found, context.lang),
                       service::similar_table(found, context.lang), service::similar_json(found));
        if (!screen && format != Format::json) {
            for (const auto& line : found.missing) {
                context.note(line.in(context.lang));
            }
        }
    }
};

} // namespace

std::unique_ptr<Command> make_similar() {
    return std::make_unique<SimilarCommand>();
}

} // namespace longmen::tools
