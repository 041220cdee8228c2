// SPDX-License-Identifier: GPL-3.0-or-later
// validate: value models held against what happened later.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"
#include "../print_sections.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/report/html.hpp>
#include <longmen/report/validation_page.hpp>
#include <longmen/report/validation_words.hpp>
#include <longmen/service/validate.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class ValidateCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::ValidateRequest request_;
    std::string each_year_, until_, by_;
    int years_ = 0;

    [[nodiscard]] bool page() const { return output_.file().ends_with(".html"); }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option(
               "--outcome", request_.outcome,
               help("结果：citations:N、citations:top10%、event:代码、in_force、family:N，或结果文件",
                    "Outcome: citations:N, citations:top10%, event:CODE, in_force, family:N, or a file"))
            ->required();
        app.add_option(
            "--model", request_.models,
            help("价值模型：标识或文件，可多次给出（默认 longmen-first）",
                 "Value model: an id or a file; may be given several times (default longmen-first)"));
        app.add_option(
            "--as-of-each-year", each_year_,
            help("以各年末为截止日，如 2005..2010", "Cut-off at each year-end, such as 2005..2010"));
        app.add_option("--until", until_,
                       help("结果看到哪一天 YYYY-MM-DD", "Last day of outcomes, YYYY-MM-DD"));
        app.add_option("--years", years_,
                       help("结果看截止日后几年（默认 5）", "Outcomes within so many years (default 5)"))
            ->check(CLI::Range(1, 50));
        app.add_flag("--drop-undated", request_.drop_undated,
                     help("不计没有日期的项，而不是拒绝该模型",
                          "Leave terms without a date out, instead of refusing the model"));
        app.add_option("--by", by_,
                       help("另列各组：field 技术领域、year 申请年、office 受理局",
                            "Groups besides: field, year (of filing) or office"))
            ->check(CLI::IsMember({"field", "year", "office"}));
    }

    void run(Context& context) override {
        if (page()) {
            output_.check_new(); // before the work, not after it
        }
        request_.models_folder = context.models_folder;
        if (request_.models.empty()) {
            request_.models = {"longmen-first"};
        }
        if (const auto as_of = workspace_.as_of()) {
            request_.as_of = {*as_of};
        }
        if (!each_year_.empty()) {
            if (!request_.as_of.empty()) {
                throw UsageError(Sentence{"--as-of 与 --as-of-each-year 只能给一个",
                                          "--as-of and --as-of-each-year exclude each other"});
            }
            request_.as_of = service::parse_year_ends(each_year_);
        }
        if (!until_.empty()) {
            request_.until = Date::from_iso(until_);
            if (!request_.until || request_.until->precision() != DatePrecision::day) {
                throw UsageError(sentence("--until {}：应为日期 YYYY-MM-DD",
                                          "--until {}: a date YYYY-MM-DD is expected", until_));
            }
        }
        if (years_ > 0) {
            request_.years = years_;
        }
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto data = service::validate_models(workspace, request_, context.progress());
        if (page()) {
            output_.write_bytes(context, report::to_html(report::validation_page(data, context.lang)));
        } else {
            write_sections(context, output_, service::validation_sections(data, by_, context.lang),
                           service::validation_table(data, by_, context.lang),
                           output_.format() == Format::json ? service::validation_json(data) : std::string{});
        }
        const bool screen = output_.file() == "-" && output_.format() == Format::table;
        if (!screen) {
            for (const auto& line : report::verdict_lines(data, context.lang)) {
                context.note(line);
            }
        }
    }
};

} // namespace

std::unique_ptr<Command> make_validate() {
    return std::make_unique<ValidateCommand>();
}

} // namespace longmen::tools
