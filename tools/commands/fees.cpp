// SPDX-License-Identifier: GPL-3.0-or-later
// fees: annual fees ahead for the rights in force.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/output_options.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/service/fees.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class FeesCommand final : public Command {
    WorkspaceOptions workspace_;
    OutputOptions output_;
    std::string by_ = "patent";
    std::string reduction_ = "none";
    int years_ = service::FeesRequest{}.years;
    std::optional<std::size_t> top_;

    [[nodiscard]] service::FeeSubject subject() const {
        return by_ == "patent"       ? service::FeeSubject::patent
               : by_ == "enterprise" ? service::FeeSubject::enterprise
               : by_ == "park"       ? service::FeeSubject::park
                                     : service::FeeSubject::year;
    }

public:
    void declare(CLI::App& app, Lang lang) override {
        workspace_.declare(app, lang);
        output_.declare(app, lang);
        app.add_option("--by", by_,
                       std::string{Text{"汇总：patent 专利、enterprise 企业、park 园区、year 年份",
                                        "What the fees are listed by: patent, enterprise, park or year"}
                                       .in(lang)})
            ->check(CLI::IsMember({"patent", "enterprise", "park", "year"}))
            ->capture_default_str();
        app.add_option("--years", years_,
                       std::string{Text{"截止日之后几年内应缴的年费（1 至 30）",
                                        "Fees due within so many years after the cut-off date (1 to 30)"}
                                       .in(lang)})
            ->capture_default_str();
        app.add_option(
               "--reduction", reduction_,
               std::string{Text{"减缴：none 无、85 单个权利人、70 两个及以上权利人；对全部专利一律适用",
                                "Reduction taken for all rights: none, 85 (one owner), 70 (joint owners)"}
                               .in(lang)})
            ->capture_default_str();
        app.add_option("--top", top_,
                       std::string{Text{"列出前几行，0 为全部（屏幕默认 20，文件默认全部）",
                                        "Rows to show, 0 for all (20 on a screen, all in files)"}
                                       .in(lang)})
            ->check(whole_number());
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::read_only);
        const auto list =
            service::list_fees(workspace, {context.models_folder, workspace_.as_of(),
                                           reduction_ == "none" ? std::string{} : reduction_, years_});
        const auto rows = top_ ? *top_ : output_.format() == Format::table ? rows_on_screen : 0;
        output_.write(context, service::fee_table(list, subject(), context.lang, rows),
                      output_.format() == Format::json ? service::fee_json(list, subject()) : std::string{});
        for (const auto& line : service::fee_statement(list, context.lang)) {
            context.note(line);
        }
    }
};

} // namespace

std::unique_ptr<Command> make_fees() {
    return std::make_unique<FeesCommand>();
}

} // namespace longmen::tools
