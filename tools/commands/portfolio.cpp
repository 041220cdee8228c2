// SPDX-License-Identifier: GPL-3.0-or-later
// portfolio: what an enterprise or a park owns, seen from several sides.
#include "../command.hpp"
#include "../options/baseline_option.hpp"
#include "../options/checks.hpp"
#include "../options/model_option.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/spreadsheet.hpp>
#include <longmen/service/portfolio.hpp>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace longmen::tools {
namespace {

constexpr std::size_t rows_of_a_view = 10;
constexpr std::string_view all_views = "all";

class PortfolioCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::PortfolioRequest request_;
    std::string reduction_ = "none";
    std::string view_{all_views};
    std::optional<std::size_t> top_;
    std::string who_;

    [[nodiscard]] bool page() const {
        return output_.file() != "-" && std::filesystem::path(output_.file()).extension() == ".html";
    }
    /// A file holds everything; on a screen the long lists are asked for by name.
    [[nodiscard]] std::vector<service::PortfolioView> shown(bool screen) const {
        if (const auto view = service::portfolio_view_by_key(view_)) {
            return {*view};
        }
        std::vector<service::PortfolioView> result;
        for (const auto& key : service::portfolio_view_keys()) {
            const auto view = *service::portfolio_view_by_key(key);
            if (!screen || view != service::PortfolioView::families) {
                result.push_back(view);
            }
        }
        return result;
    }

    void write_overview(Context& context, const service::PortfolioBasis& basis) {
        const bool screen = output_.format() == Format::table;
        output_.write(context, service::portfolio_overview(basis, context.lang, rows(screen, false)),
                      output_.format() == Format::json ? service::portfolio_overview_json(basis)
                                                       : std::string{});
    }

    [[nodiscard]] std::size_t rows(bool screen, bool one_view,
                                   service::PortfolioView view = service::PortfolioView::families) const {
        return top_                                  ? *top_
               : screen && !one_view                 ? rows_of_a_view
               : view == service::PortfolioView::top ? service::best_families
                                                     : 0;
    }

    void write_owner(Context& context, const service::PortfolioBasis& basis,
                     const service::PortfolioViews& views) {
        const auto format = output_.format();
        const bool text = format == Format::table || format == Format::md;
        const auto list = shown(text);
        const auto top = [&](service::PortfolioView view) { return rows(text, view_ != all_views, view); };
        std::vector<service::Section> sections;
        if (view_ == all_views) {
            sections.push_back(service::portfolio_head(basis, views, context.lang));
        }
        for (const auto view : list) {
            sections.push_back(service::portfolio_section(basis, views, view, context.lang, top(view)));
        }
        if (format == Format::xlsx && view_ == all_views && output_.file() != "-") {
            std::vector<report::Sheet> sheets;
            for (std::size_t i = 0; i < list.size(); ++i) {
                sheets.push_back({std::string{service::portfolio_view_key(list[i])}, sections[i + 1].table});
            }
            output_.write_bytes(context, report::spreadsheet(sheets));
            return;
        }
        // Without a view a table is that of the families.
        const auto view = service::portfolio_view_by_key(view_).value_or(service::PortfolioView::families);
        write_sections(context, output_, sections,
                       text ? Table{} : service::portfolio_table(basis, views, view, context.lang, top(view)),
                       format == Format::json ? service::portfolio_json(basis, views, list) : std::string{});
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        declare_model(app, lang, request_.score.model);
        declare_baseline(app, lang, request_.score.baseline);
        app.add_option(
               "--view", view_,
               help("视图：all 全部，或 values 价值、top 前列、concentration 集中度、holders 领域与人、ages "
                    "年龄、ends 届满、costs 年费、gaps 年费不明、fields 领域、candidates 供查看、conditions "
                    "条件、families 全部族",
                    "View: all, or one of values, top, concentration, holders, ages, ends, costs, gaps, "
                    "fields, candidates, conditions, families"))
            ->capture_default_str();
        app.add_option("--years", request_.years,
                       help("截止日之后几年内应缴的年费（1 至 30）",
                            "Fees due within so many years after the cut-off date (1 to 30)"))
            ->capture_default_str();
        app.add_option("--reduction", reduction_,
                       help("减缴：none 无、85 单个权利人、70 两个及以上权利人；对全部专利一律适用",
                            "Reduction taken for all rights: none, 85 (one owner), 70 (joint owners)"))
            ->capture_default_str();
        app.add_option("--top", top_,
                       help("各表列出前几行，0 为全部（屏幕默认 10，文件和单个视图默认全部）",
                            "Rows of each list, 0 for all (10 on a screen; all in files and for one view)"))
            ->check(whole_number());
        app.add_option("NAME", who_,
                       help("企业名称或信用代码，或园区名称；不给则列出全部企业",
                            "An enterprise by name or code, or a park; without it, all enterprises"));
    }

    void check() const override {
        if (view_ != all_views && !service::portfolio_view_by_key(view_)) {
            std::string keys{all_views};
            for (const auto& key : service::portfolio_view_keys()) {
                keys += ", " + key;
            }
            throw UsageError(Sentence{"没有视图“" + view_ + "”；可用：" + keys,
                                      "there is no view `" + view_ + "`; there are: " + keys});
        }
        if (who_.empty() && (view_ != all_views || page())) {
            throw UsageError(Sentence{"--view 和 HTML 页面需要给出企业或园区",
                                      "--view and an HTML page need an enterprise or a park"});
        }
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        request_.score.models_folder = context.models_folder;
        request_.score.as_of = workspace_.as_of();
        request_.reduction = reduction_ == "none" ? std::string{} : reduction_;
        const auto basis = service::portfolio_basis(workspace, request_, context.progress());
        if (who_.empty()) {
            write_overview(context, basis);
        } else {
            const auto views = service::portfolio_views(workspace, basis, who_);
            if (page()) {
                output_.write_bytes(context, service::portfolio_page(basis, views, context.lang));
            } else {
                write_owner(context, basis, views);
            }
        }
        for (const auto& line : service::portfolio_statement(basis, context.lang)) {
            context.note(line);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_portfolio() {
    return std::make_unique<PortfolioCommand>();
}

} // namespace longmen::tools
