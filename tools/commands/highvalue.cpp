// SPDX-License-Identifier: GPL-3.0-or-later
// highvalue: high-value invention patents, one by one and counted.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/threads_option.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/service/high_value.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace longmen::tools {
namespace {

constexpr std::array<const char*, 8> subjects{"patent",     "case", "industry", "applicant",
                                              "enterprise", "park", "region",   "year"};

class HighValueCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    service::HighValueRequest request_;
    std::string by_ = "patent";
    std::optional<std::size_t> top_;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        declare_threads(app, lang, request_.threads);
        app.add_option("--rule", request_.rule, help("规则：标识或文件", "Rule: an id or a file"))
            ->capture_default_str();
        app.add_option(
               "--by", by_,
               help("列表：patent 专利、case 情形、industry 产业、applicant 申请人、enterprise 企业、park "
                    "园区、region 地区、year 各年末",
                    "Rows: patent, case, industry, applicant, enterprise, park, region or year"))
            ->check(CLI::IsMember(std::vector<std::string>{subjects.begin(), subjects.end()}))
            ->capture_default_str();
        app.add_option("--region", request_.region,
                       help("只计第一专利权人地址在此省、市或区县的",
                            "First patentees of this province, city or county only"));
        app.add_option("--industries", request_.industries,
                       help("战略性新兴产业与 IPC 对照表（CSV、XLSX 或模型文件）",
                            "Table of strategic industries by IPC (CSV, XLSX or a model file)"));
        app.add_option("--population", request_.population,
                       help("常住人口：人数（3380000、338万）或分地区的表",
                            "People: a number (3380000, 338万) or a table by region"));
        app.add_option("--pledges", request_.pledges,
                       help("质押清单（专利号、金额、日期）", "List of pledges: number, amount, date"));
        app.add_option("--pledge-threshold", request_.pledge_threshold,
                       help("“较高质押融资金额”的阈值，如 500万元",
                            "Amount from which on a pledge is a high one, as 500万元"));
        app.add_option("--awards", request_.awards,
                       help("获奖清单（专利号、奖项、年份）", "List of awards: number, award, year"));
        app.add_option("--top", top_,
                       help("列出前几行，0 为全部（屏幕默认 20，文件默认全部）",
                            "Rows to show, 0 for all (20 on a screen, all in files)"))
            ->check(whole_number());
    }

    void run(Context& context) override {
        request_.models_folder = context.models_folder;
        request_.as_of = workspace_.as_of();
        const auto subject =
            static_cast<service::HighValueSubject>(std::ranges::find(subjects, by_) - subjects.begin());
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto list = service::list_high_value(workspace, request_);
        const auto rows = top_ ? *top_ : output_.format() == Format::table ? rows_on_screen : 0;
        output_.write(context, service::high_value_table(list, subject, context.lang, rows),
                      output_.format() == Format::json ? service::high_value_json(list, subject)
                                                       : std::string{});
        for (const auto& line : service::high_value_statement(list, context.lang)) {
            context.note(line);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_highvalue() {
    return std::make_unique<HighValueCommand>();
}

} // namespace longmen::tools
