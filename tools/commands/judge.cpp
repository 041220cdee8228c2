// SPDX-License-Identifier: GPL-3.0-or-later
// judge: precision and recall of a search, from a sample people judge and a reference set.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/service/judge_report.hpp>
#include <longmen/service/judge_sample.hpp>
#include <longmen/service/judge_take.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace longmen::tools {
namespace {

class JudgeCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::vector<std::string> words_;
    std::optional<std::size_t> size_;
    std::optional<std::int64_t> seed_;
    bool replace_ = false;
    service::ReferenceRequest reference_;
    std::string against_;

    [[nodiscard]] store::Workspace open() const {
        return store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
    }

    void sample(Context& context) const {
        output_.check_new();
        auto workspace = open();
        service::SampleRequest request;
        request.models_folder = context.models_folder;
        request.search = join({words_.begin() + 1, words_.end()}, " ");
        request.size = size_;
        request.seed = seed_.value_or(request.seed);
        request.person = context.person;
        request.at = context.now;
        const auto drawn = draw(context, workspace, request);
        output_.write_bytes(context, drawn.sheet);
        context.note(sentence("检索 #{}：从 {} 件中抽取 {} 件，样本 {}，种子 {}；判读表已写入 {}",
                              "run #{0}: {2} of {1} records drawn, sample {3}, seed {4}; the sheet is in {5}",
                              drawn.run.id, drawn.sample.set_size, drawn.sample.numbers.size(),
                              drawn.sample.id, drawn.sample.seed, output_.file())
                         .in(context.lang));
        if (drawn.changed) {
            context.note(
                sentence("检索记录时为 {} 件：数据在其后已更新，样本取自现在的结果集",
                         "it was {} when the run was logged: the data have changed since; the sample is "
                         "of the set as it is now",
                         drawn.run.hits)
                    .in(context.lang));
        }
        if (drawn.sample.numbers.size() < drawn.smallest) {
            context.note(sentence("样本不足 {} 件，不足以下结论", "fewer than the {} that a verdict needs",
                                  drawn.smallest)
                             .in(context.lang));
        }
    }

    static service::DrawnSample draw(Context& context, store::Workspace& workspace,
                                     const service::SampleRequest& request) {
        try {
            return service::draw_sample(workspace, request, context.lang, context.progress());
        } catch (const search::QueryError& error) {
            if (!service::run_number(request.search)) {
                context.note(search::point_at(request.search, error.character()));
            }
            throw;
        }
    }

    void take(Context& context) const {
        auto workspace = open();
        const auto taken =
            service::take_judgements(workspace, words_[1], replace_, context.now, context.progress());
        context.note(
            sentence("检索 #{}，样本 {}：收回判定 {} 条（其中更正 {} 条），以前已收 {} 条，未判读 {} 行",
                     "run #{}, sample {}: {} verdicts taken ({} of them corrections), {} had been taken "
                     "before, {} rows not judged yet",
                     taken.run, taken.sample, taken.taken, taken.replaced, taken.same, taken.empty)
                .in(context.lang));
    }

    void take_reference(Context& context) const {
        auto workspace = open();
        auto request = reference_;
        request.file = words_[1];
        request.at = context.now;
        const auto taken = service::take_reference(workspace, request, context.progress());
        context.note(sentence("对照集“{}”：{} 个号码，重复 {} 行",
                              "reference set `{}`: {} numbers, {} rows repeated", request.name, taken.numbers,
                              taken.repeated)
                         .in(context.lang));
    }

    void report(Context& context) const {
        auto workspace = open();
        const auto report = service::judge_report(
            workspace, {context.models_folder, *service::run_number(words_[1]), against_},
            context.progress());
        write_sections(context, output_, service::judge_sections(report, context.lang),
                       service::judge_table(report, context.lang), service::judge_json(report));
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option(
               "WHAT", words_,
               help("sample 检索（#3、@名称或检索式），或 take 判读表，或 reference 号码清单，或 report #3",
                    "sample SEARCH (#3, @name or a query), or take SHEET, or reference LIST, or report #3"))
            ->required();
        app.add_option("-n,--size", size_,
                       help("sample：抽取件数；默认为足以下结论的最少件数",
                            "sample: records to draw; else the fewest a verdict needs"))
            ->check(whole_number());
        app.add_option("--seed", seed_, help("sample：随机种子，默认 1", "sample: seed of the draw, else 1"))
            ->check(whole_number());
        app.add_flag("--replace", replace_,
                     help("take：更正以前收回的判定（原判定保留在历史中）",
                          "take: correct verdicts taken before (they stay in the history)"));
        app.add_option("--name", reference_.name, help("reference：对照集的名称", "reference: its name"));
        app.add_option("--by", reference_.by, help("reference：建立人", "reference: who built it"));
        app.add_option("--how", reference_.how,
                       help("reference：建立方法，须不依赖被检验的检索式",
                            "reference: how it was built, without the search it is to test"));
        app.add_option("--reference", against_,
                       help("report：以此对照集计算查全率", "report: recall against this reference set"));
    }

    void check() const override {
        const auto& what = words_[0];
        const bool sample = what == "sample";
        const bool list = what == "reference";
        if ((!sample && !list && what != "take" && what != "report") || words_.size() < 2 ||
            (!sample && words_.size() > 2)) {
            throw UsageError(
                Sentence{"judge：应为 sample 检索，或 take 判读表，或 reference 号码清单，或 report #3",
                         "judge: `sample SEARCH`, `take SHEET`, `reference LIST` or `report #3` is "
                         "expected"});
        }
        if (!sample && (size_ || seed_)) {
            throw UsageError(Sentence{"-n 和 --seed 只用于 sample", "-n and --seed belong to sample"});
        }
        if (what != "take" && replace_) {
            throw UsageError(Sentence{"--replace 只用于 take", "--replace belongs to take"});
        }
        if (!list && !(reference_.name + reference_.by + reference_.how).empty()) {
            throw UsageError(Sentence{"--name、--by、--how 只用于 reference",
                                      "--name, --by and --how belong to reference"});
        }
        if (what != "report" && !against_.empty()) {
            throw UsageError(Sentence{"--reference 只用于 report", "--reference belongs to report"});
        }
        if (what == "report" && !service::run_number(words_[1])) {
            throw UsageError(sentence("“{}”不是检索编号；应写作 #3（search --log 列出全部检索）",
                                      "`{}` is no run; #3 is expected (search --log lists all)", words_[1]));
        }
        if (sample && (output_.file() == "-" || output_.format() != Format::xlsx)) {
            throw UsageError(Sentence{"judge sample：判读表是工作簿；请用 -o 判读表.xlsx 指定文件",
                                      "judge sample: the sheet is a workbook; name it with -o sheet.xlsx"});
        }
        if (list && (reference_.name.empty() || reference_.by.empty() || reference_.how.empty())) {
            throw UsageError(Sentence{"judge reference：请给出 --name、--by 和 --how",
                                      "judge reference: give --name, --by and --how"});
        }
    }

    void run(Context& context) override {
        if (words_[0] == "sample") {
            sample(context);
        } else if (words_[0] == "take") {
            take(context);
        } else if (words_[0] == "reference") {
            take_reference(context);
        } else {
            report(context);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_judge() {
    return std::make_unique<JudgeCommand>();
}

} // namespace longmen::tools
