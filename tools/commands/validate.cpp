// SPDX-License-Identifier: GPL-3.0-or-later
// validate: value models held against what happened later.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/outcome_options.hpp"
#include "../options/output_options.hpp"
#include "../options/snapshot_option.hpp"
#include "../options/threads_option.hpp"
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
    OutcomeOptions outcome_;
    SnapshotOptions snapshot_;
    unsigned threads_ = 0;
    service::ValidateRequest request_;
    std::string until_, by_;
    int years_ = 0;

    [[nodiscard]] report::ValidationData validated(Context& context) const {
        if (!snapshot_.given()) {
            const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
            return service::validate_models(workspace, request_, context.progress());
        }
        Threads threads{threads_};
        const auto snapshot = snapshot_.open(context, workspace_, threads);
        return service::validate_snapshot(snapshot, request_, threads, context.progress());
    }

    [[nodiscard]] bool page() const { return output_.file().ends_with(".html"); }

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        snapshot_.declare(app, lang);
        outcome_.declare(app, lang, request_.outcome, request_.drop_undated);
        app.add_option(
            "--model", request_.models,
            help("价值模型：标识或文件，可多次给出（默认 longmen-first）",
                 "Value model: an id or a file; may be given several times (default longmen-first)"));
        app.add_option("--until", until_,
                       help("结果看到哪一天 YYYY-MM-DD", "Last day of outcomes, YYYY-MM-DD"));
        app.add_option(
               "--years", years_,
               help("结果看截止日后几年（默认 5；growth 为 2，breadth 与 members 为 4）",
                    "Outcomes within so many years (default 5; 2 for growth, 4 for breadth and members)"))
            ->check(CLI::Range(1, 50));
        app.add_option("--by", by_,
                       help("另列各组：field 技术领域、year 申请年、office 受理局",
                            "Groups besides: field, year (of filing) or office"))
            ->check(CLI::IsMember({"field", "year", "office"}));
        declare_threads(app, lang, threads_);
    }

    void run(Context& context) override {
        if (page()) {
            output_.check_new(); // before the work, not after it
        }
        request_.models_folder = context.models_folder;
        if (request_.models.empty()) {
            request_.models = {"longmen-first"};
        }
        request_.as_of = outcome_.dates(workspace_.as_of());
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
        const auto data = validated(context);
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
