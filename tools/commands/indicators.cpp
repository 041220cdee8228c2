// SPDX-License-Identifier: GPL-3.0-or-later
// indicators: of the documents of a snapshot or a workspace, of applicants, of fields, or of everything.
#include "../command.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/group_indicators.hpp>
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
    std::string select_, of_ = "documents", applicant_;
    std::size_t top_ = 0;
    bool list_ = false, reasons_ = false;
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
        app.add_option(
               "--of", of_,
               help("对象：documents（文献，默认）、applicants（申请人）、fields（技术领域）、corpus（全体）",
                    "Of what: documents (default), applicants, fields or corpus"))
            ->check(CLI::IsMember({"documents", "applicants", "fields", "corpus"}));
        app.add_option("--applicant", applicant_,
                       help("只算这一申请人的文献；--of fields 时另列其专业化程度",
                            "Only documents of this applicant; with --of fields its specialisation too"));
        app.add_option("--top", top_,
                       help("只列文献最多的若干个；0 为全部", "Only so many with most documents; 0 for all"));
        app.add_flag("--reasons", reasons_,
                     help("说明为何没有取值或窗口未满", "Say why a value is undefined or incomplete"));
        app.add_flag("--list", list_, help("列出全部指标", "List all indicators"));
        declare_threads(app, lang, threads_);
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
        if (const auto kind = indicators::group_kind_by_key(of_)) {
            if (!numbers_.empty()) {
                throw UsageError(
                    Sentence{"给出号码时对象只能是 documents", "numbers go with --of documents only"});
            }
            const auto groups =
                service::group_indicators(snapshot, corpus ? &*corpus : nullptr,
                                          {*kind, split_trimmed(select_, ","), applicant_, workspace_.as_of(),
                                           top_, reasons_, context.models_folder},
                                          context.lang, threads);
            output_.write(context, groups.table);
            context.note(sentence("截止 {}", "as of {}", groups.as_of.iso()).in(context.lang));
            return;
        }
        if (!applicant_.empty() || top_ != 0) {
            throw UsageError(Sentence{"--applicant 和 --top 用于 --of applicants、fields 或 corpus",
                                      "--applicant and --top go with --of applicants, fields or corpus"});
        }
        const auto result = service::compute_indicators(
            snapshot, corpus ? &*corpus : nullptr,
            {split_trimmed(select_, ","), numbers_, workspace_.as_of(), reasons_}, threads);
        if (output_.format() == Format::csv || output_.format() == Format::tsv) {
            const char separator = output_.format() == Format::csv ? ',' : '\t';
            output_.write_stream(context, [&](const auto& sink) {
                sink(output_.byte_order_mark());
                service::write_indicators(snapshot, result, separator, threads, sink);
            });
        } else {
            output_.write(context, service::indicator_table(snapshot, result, context.lang));
        }
        context.note(sentence("截止 {}", "as of {}", result.as_of.iso()).in(context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_indicators() {
    return std::make_unique<IndicatorsCommand>();
}

} // namespace longmen::tools
