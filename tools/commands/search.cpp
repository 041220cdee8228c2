// SPDX-License-Identifier: GPL-3.0-or-later
// search: patents by words and fields.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/text.hpp>
#include <longmen/service/search.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace longmen::tools {
namespace {

class SearchCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::SearchRequest request_;
    std::vector<std::string> words_;
    std::string order_ = "relevance";
    bool only_matches_ = false;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        output_.declare(app, lang);
        app.add_option("QUERY", words_,
                       help("检索式，如：液压 AND 密封 NOT 阀、applicant:某公司 ipc:F16K "
                            "year:2018..2021、\"自动张紧\"",
                            "Query: hydraulic AND seal NOT valve; applicant:Acme ipc:F16K year:2018..2021; "
                            "\"a phrase\""))
            ->required();
        app.add_option("--limit", request_.options.limit, help("列出前几件", "Hits to show"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_option("--from", request_.options.first, help("跳过前几件", "Hits to pass over"))
            ->check(whole_number())
            ->capture_default_str();
        app.add_option(
               "--sort", order_,
               help("排序：relevance 相关度、newest 最新、oldest 最早", "Order: relevance, newest or oldest"))
            ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
            ->capture_default_str();
        app.add_flag("--only-matches", only_matches_,
                     help("只列出含全部词语的记录，不以最接近的记录补足",
                          "Only records that hold all words: no filling up with the closest"));
        app.add_flag("--facets", request_.options.facets,
                     help("按年份、申请人、分类、状态、区县计数",
                          "Count by year, applicant, class, status and county"));
    }

    void run(Context& context) override {
        request_.models_folder = context.models_folder;
        request_.query = join(words_, " ");
        request_.options.order = order_ == "newest"   ? search::Order::newest
                                 : order_ == "oldest" ? search::Order::oldest
                                                      : search::Order::relevance;
        request_.options.close = !only_matches_;
        request_.person = context.person;
        request_.at = context.now;
        auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
        const auto found = service::search_workspace(workspace, request_, context.progress());
        const auto first = request_.options.first;
        write_sections(context, output_, service::search_sections(found, context.lang, first),
                       service::search_table(found, context.lang, first), service::search_json(found, first));
    }
};

} // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<SearchCommand>();
}

} // namespace longmen::tools
