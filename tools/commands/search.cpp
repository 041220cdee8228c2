// SPDX-License-Identifier: GPL-3.0-or-later
// search: patents by words and fields.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/facet_choice.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/search_log.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

class SearchCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::SearchRequest request_;
    std::vector<std::string> words_;
    std::string order_ = "relevance", collapse_ = "none", facets_;
    bool only_matches_ = false, all_ = false;
    bool log_ = false, replay_ = false, saved_ = false;
    std::string forget_;
    const CLI::App* app_ = nullptr;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        app_ = &app;
        workspace_.declare(app, lang, false);
        output_.declare(app, lang, true);
        app.add_option("QUERY", words_,
                       help("检索式，如：液压 AND 密封 NOT 阀、applicant:某公司 ipc:F16K "
                            "year:2018..2021、\"自动张紧\"",
                            "Query: hydraulic AND seal NOT valve; applicant:Acme ipc:F16K year:2018..2021; "
                            "\"a phrase\""));
        app.add_option("--limit", request_.options.limit, help("列出前几件", "Hits to show"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_option("--from", request_.options.first, help("跳过前几件", "Hits to pass over"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_option("--sort", order_,
                       help("排序：relevance 相关度、fresh 相关度兼顾新近、newest 最新、oldest 最早",
                            "Order: relevance, fresh (relevance, lately filed higher), newest or oldest"))
            ->check(CLI::IsMember({"relevance", "fresh", "newest", "oldest"}))
            ->capture_default_str();
        app.add_option("--collapse", collapse_,
                       help("family 每个专利族只列一件，none 逐件列出",
                            "family: one hit for each family; none: every application"))
            ->check(CLI::IsMember({"none", "family"}))
            ->capture_default_str();
        app.add_flag("--all", all_, help("列出全部命中，用于导出", "All hits, to take the whole set out"));
        app.add_flag("--synonyms", request_.synonyms,
                     help("按同义词表扩展（models/search/synonyms.toml），并说明加了什么",
                          "Widen words by models/search/synonyms.toml, and say what was added"));
        app.add_option("--within", request_.within,
                       help("只在某次检索（#3）或已存检索式（@名称）的结果中检索",
                            "Only within a run (#3) or a saved query (@name)"));
        app.add_option(
            "--save", request_.save_as,
            help("把检索式存为此名称，以后写作 @名称", "Save the query under this name; later: @name"));
        app.add_flag("--log", log_, help("列出检索日志", "The log of searches"));
        app.add_flag(
            "--replay", replay_,
            help("重跑日志中的全部检索，对照命中数", "Run the whole log again and compare the counts"));
        app.add_flag("--saved", saved_, help("列出已存检索式", "The saved queries"));
        app.add_option("--forget", forget_,
                       help("删除一条已存检索式（历史保留）", "Take a saved query away (its history stays)"));
        app.add_option(
            "--shards", request_.shards_file,
            help("在此文件所列的分片中检索，不用工作区", "Search the shards of this file, no workspace"));
        app.add_flag(
            "--partial", request_.partial,
            help("分片没有应答时检索其余分片，并说明", "Leave out shards that do not answer, and say so"));
        app.add_flag("--only-matches", only_matches_,
                     help("只列出含全部词语的记录，不以最接近的记录补足",
                          "Only records that hold all words: no filling up with the closest"));
        app.add_option("--facets", facets_,
                       help("分面计数，可指明哪些、各列几行，如 applicant:20,ipc4,year；all 为全部；"
                            "不写则为年份、申请人、分类、状态、区县",
                            "Counts by facet: which ones, with rows, as in applicant:20,ipc4,year; all; "
                            "without names year, applicant, class, status and county"))
            ->expected(0, 1);
    }

    void check() const override {
        const int asked = (log_ ? 1 : 0) + (replay_ ? 1 : 0) + (saved_ ? 1 : 0) + (!forget_.empty() ? 1 : 0) +
                          (!words_.empty() ? 1 : 0);
        if (asked != 1) {
            throw UsageError(Sentence{"请给出检索式，或 --log、--replay、--saved、--forget 之一",
                                      "give a query, or one of --log, --replay, --saved, --forget"});
        }
        if (!request_.shards_file.empty() &&
            (!request_.within.empty() || !request_.save_as.empty() || words_.empty())) {
            throw UsageError(Sentence{"分片检索没有日志和已存检索式",
                                      "over shards there is no log and there are no saved queries"});
        }
        (void)search::read_facets(facets_);
        if (request_.partial && request_.shards_file.empty()) {
            throw UsageError(Sentence{"--partial 须与 --shards 同用", "--partial goes with --shards"});
        }
    }

    void run(Context& context) override {
        request_.models_folder = context.models_folder;
        request_.query = join(words_, " ");
        request_.options.order = order_ == "newest"   ? search::Order::newest
                                 : order_ == "oldest" ? search::Order::oldest
                                 : order_ == "fresh"  ? search::Order::fresh
                                                      : search::Order::relevance;
        request_.options.by_family = collapse_ == "family";
        if (app_->count("--facets") > 0) {
            request_.options.facets = facets_.empty() ? search::usual_facets() : search::read_facets(facets_);
        }
        // A list of numbers is the set, unless a part of it is asked for.
        const bool list = output_.format() == Format::numbers;
        const bool all = all_ || (list && app_->count("--limit") == 0 && app_->count("--from") == 0);
        request_.options.close = !only_matches_ && !all && !list;
        if (all) {
            request_.options.limit = std::numeric_limits<std::uint32_t>::max() - request_.options.first;
        }
        request_.person = context.person;
        request_.at = context.now;
        if (output_.file() != "-") {
            output_.check_new();
        }
        if (words_.empty()) {
            look_back(context);
            return;
        }
        try {
            if (!request_.shards_file.empty()) {
                write(context, service::search_shards(request_));
                return;
            }
            auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
            write(context, service::search_workspace(workspace, request_, context.progress()));
        } catch (const search::QueryError& error) {
            if (request_.within.empty()) { // else the place may be in the other query
                context.note(search::point_at(request_.query, error.character()));
            }
            throw;
        }
    }

private:
    void write(Context& context, const service::Found& found) {
        const auto first = request_.options.first;
        write_sections(context, output_, service::search_sections(found, context.lang, first),
                       service::search_table(found, context.lang, first), service::search_json(found, first));
        const auto format = output_.format();
        if (!found.result.facets.empty() && format != Format::table && format != Format::md &&
            format != Format::json) {
            context.note(Text{"分面计数只在屏幕、md 和 json 输出中列出",
                              "facets are in output on the screen, in md and in json only"}
                             .in(context.lang));
        }
        if (!found.result.missing.empty() && format != Format::table && format != Format::md) {
            context.note(
                Text{"结果不完整：有分片没有应答", "incomplete: a shard did not answer"}.in(context.lang));
        }
    }

    void look_back(Context& context) {
        auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
        if (!forget_.empty()) {
            if (!store::saved_search(workspace, forget_)) {
                throw UsageError(
                    Sentence{"没有名为“" + forget_ + "”的已存检索式", "no query is saved as " + forget_});
            }
            store::save_search(workspace, {forget_, "", context.now, context.person});
            context.note(Text{"已删除；历史保留", "taken away; its history stays"}.in(context.lang));
            return;
        }
        if (saved_) {
            output_.write(context,
                          service::saved_searches_table(store::saved_searches(workspace), context.lang));
            return;
        }
        const auto runs = store::logged_searches(workspace);
        if (log_) {
            output_.write(context, service::search_log_table(runs, context.lang));
            return;
        }
        search::update_index(workspace, search::load_settings(context.models_folder), context.progress());
        output_.write(context,
                      service::replay_table(service::replay_searches(workspace, runs, context.models_folder),
                                            context.lang));
    }
};

} // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<SearchCommand>();
}

} // namespace longmen::tools
