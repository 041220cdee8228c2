// SPDX-License-Identifier: GPL-3.0-or-later
// indicators: of the documents of a snapshot or a workspace, of applicants, of fields, or of everything.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
#include "../options/unit_option.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/group_indicators.hpp>
#include <longmen/service/indicators.hpp>
#include <longmen/service/yearly_indicators.hpp>

#include <CLI/CLI.hpp>

#include <charconv>
#include <memory>
#include <optional>
#include <vector>

namespace longmen::tools {
namespace {

struct Years {
    int first = 0, last = 0;
};

/// `2005..2024`, or one year.
Years parse_years(const std::string& text) {
    Years years;
    const auto* const end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, years.first);
    years.last = years.first;
    bool right = read.ec == std::errc{};
    if (right && read.ptr != end) {
        right = end - read.ptr > 2 && std::string_view{read.ptr, 2} == "..";
        read = right ? std::from_chars(read.ptr + 2, end, years.last) : read;
        right = right && read.ec == std::errc{} && read.ptr == end;
    }
    if (!right) {
        throw UsageError(sentence("--as-of-each-year {}：应为起止年份，如 2005..2024",
                                  "--as-of-each-year {}: years from and to are expected, as 2005..2024",
                                  text));
    }
    return years;
}

class IndicatorsCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    SnapshotOptions snapshot_;
    UnitOption unit_;
    std::vector<std::string> numbers_;
    std::string select_, each_year_, of_ = "documents", applicant_, baseline_;
    std::size_t top_ = 0;
    bool list_ = false, reasons_ = false, percentiles_ = false;
    unsigned threads_ = 0;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option("NUMBER", numbers_, help("只算这些文献", "Only these documents"));
        snapshot_.declare(app, lang);
        unit_.declare(app, lang);
        app.add_option("--select", select_,
                       help("只算这些指标，逗号分隔", "Only these indicators, parted by commas"));
        app.add_option("--as-of-each-year", each_year_,
                       help("每个年末各一行，按当时所知计算，如 2005..2024",
                            "A row for each year-end, as could be known then, as 2005..2024"));
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
        if (unit_.given() && !each_year_.empty()) {
            throw UsageError(Sentence{
                "--unit 不与 --as-of-each-year 同用：同族的成员逐年增加，请逐年用 --as-of",
                "--unit does not go with --as-of-each-year: families gain members from year to year; "
                "use --as-of for each"});
        }
        if (percentiles_ && (of_ != "documents" || !each_year_.empty())) {
            throw UsageError(Sentence{"--percentiles 只用于单个截止日的 documents",
                                      "--percentiles goes with documents at one cut-off date"});
        }
    }

    void run(Context& context) override {
        if (list_) {
            output_.write(context, service::indicator_list(context.lang));
            return;
        }
        Threads threads{threads_};
        const auto leveled = open(context, threads);
        const auto& snapshot = leveled.snapshot();
        for (auto& number : numbers_) {
            number = leveled.number_of(number);
        }
        std::optional<Corpus> corpus;
        if (!snapshot_.given()) {
            corpus =
                service::load_corpus(store::Workspace::open(workspace_.folder(), store::OpenMode::read_only),
                                     context.models_folder, workspace_.as_of());
        }
        const auto* const records = corpus ? &*corpus : nullptr;
        if (const auto kind = indicators::group_kind_by_key(of_)) {
            run_groups(context, snapshot, records, *kind, threads);
        } else if (!applicant_.empty() || top_ != 0) {
            throw UsageError(Sentence{"--applicant 和 --top 用于 --of applicants、fields 或 corpus",
                                      "--applicant and --top go with --of applicants, fields or corpus"});
        } else if (each_year_.empty()) {
            run_once(context, snapshot, records, threads);
        } else {
            run_each_year(context, snapshot, records, threads);
        }
    }

private:
    /// What is later than the cut-off is left out before anything is folded.
    [[nodiscard]] service::LeveledSnapshot open(Context& context, Threads& threads) const {
        auto snapshot = snapshot_.open(context, workspace_, threads);
        const auto until = unit_.given()
                               ? std::optional{service::snapshot_as_of(snapshot, workspace_.as_of()).days()}
                               : std::nullopt;
        return unit_.apply(context, std::move(snapshot), until, threads);
    }

    [[nodiscard]] std::vector<std::string> keys() const { return split_trimmed(select_, ","); }

    void run_groups(Context& context, const store::Snapshot& snapshot, const Corpus* records,
                    indicators::GroupKind kind, Threads& threads) {
        if (!numbers_.empty()) {
            throw UsageError(
                Sentence{"给出号码时对象只能是 documents", "numbers go with --of documents only"});
        }
        if (!each_year_.empty()) {
            throw UsageError(Sentence{"--as-of-each-year 只用于 documents",
                                      "--as-of-each-year goes with --of documents only"});
        }
        const auto groups = service::group_indicators(
            snapshot, records,
            {kind, keys(), applicant_, workspace_.as_of(), top_, reasons_, context.models_folder},
            context.lang, threads);
        output_.write(context, groups.table);
        context.note(sentence("截止 {}", "as of {}", groups.as_of.iso()).in(context.lang));
    }

    /// Rows piece by piece where the format allows, else a table.
    template <typename Rows, typename MakeTable>
    void write(Context& context, Rows rows, MakeTable table) {
        if (output_.format() == Format::csv || output_.format() == Format::tsv) {
            output_.write_stream(context, [&](const auto& sink) {
                sink(output_.byte_order_mark());
                rows(output_.format() == Format::csv ? ',' : '\t', sink);
            });
        } else {
            output_.write(context, table());
        }
    }

    void run_once(Context& context, const store::Snapshot& snapshot, const Corpus* records,
                  Threads& threads) {
        const auto result = service::compute_indicators(
            snapshot, records,
            {keys(), numbers_, workspace_.as_of(), reasons_,
             percentiles_ ? std::optional{service::PercentileRequest{context.models_folder, baseline_}}
                          : std::nullopt},
            threads);
        write(
            context,
            [&](char separator, const auto& sink) {
                service::write_indicators(snapshot, result, separator, threads, sink);
            },
            [&] { return service::indicator_table(snapshot, result, context.lang); });
        if (result.baseline) {
            context.note(service::baseline_line(*result.baseline, context.lang));
        }
        context.note(sentence("截止 {}", "as of {}", result.as_of.iso()).in(context.lang));
    }

    void run_each_year(Context& context, const store::Snapshot& snapshot, const Corpus* records,
                       Threads& threads) {
        if (workspace_.as_of()) {
            throw UsageError(Sentence{"--as-of 和 --as-of-each-year 只能用其一",
                                      "--as-of and --as-of-each-year exclude each other"});
        }
        const auto years = parse_years(each_year_);
        service::YearlyIndicators yearly{
            snapshot, records, {keys(), numbers_, years.first, years.last, reasons_}, threads};
        write(
            context, [&](char separator, const auto& sink) { yearly.write(separator, threads, sink); },
            [&] { return yearly.table(context.lang); });
        context.note(
            sentence("截止 {} 至 {} 年各年末", "as of each year-end from {} to {}", years.first, years.last)
                .in(context.lang));
        const auto data = Date::from_iso(snapshot.about("as_of"));
        if (data && data->year() < years.last) {
            context.note(sentence("数据止于 {}：此后各年末所知不再增加",
                                  "the data end at {}: later year-ends tell nothing more", data->iso())
                             .in(context.lang));
        }
    }
};

} // namespace

std::unique_ptr<Command> make_indicators() {
    return std::make_unique<IndicatorsCommand>();
}

} // namespace longmen::tools
