// SPDX-License-Identifier: GPL-3.0-or-later
// Dispatch, and the only catch ladder of the program.
#include "command.hpp"
#include "command_table.hpp"
#include "context.hpp"
#include "help_format.hpp"
#include "options/locale.hpp"
#include "parse_error.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <CLI/CLI.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <memory>
#include <new>
#include <vector>

namespace {

using namespace longmen;
using namespace longmen::tools;

constexpr int done = 0;
constexpr int could_not = 1;
constexpr int wrong_usage = 2;

constexpr Text group_title(CommandGroup group) {
    switch (group) {
    case CommandGroup::data:
        return {"数据", "Data"};
    case CommandGroup::value:
        return {"价值与认定", "Value and programme"};
    case CommandGroup::search:
        return {"检索", "Search"};
    case CommandGroup::report:
        return {"报告", "Reports"};
    case CommandGroup::upkeep:
        return {"维护", "Upkeep"};
    }
    return {};
}

std::string iso_now() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

int fail(Lang lang, int code, std::string_view message) {
    std::cerr << Text{"错误：", "Error: "}.in(lang) << message << '\n';
    return code;
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGXFSZ, SIG_IGN); // a file too large for the shell's limit is then an error like a full disk
    const Lang lang = choose_language(argc, argv);
    CLI::App app{
        std::string{
            Text{"龙门：专利清单、价值评分、龙门企业认定、检索与导航报告",
                 "Longmen: patent inventory, value scores, programme assessment, search, navigation reports"}
                .in(lang)},
        "longmen"};
    app.require_subcommand(1);
    const std::string options{Text{"选项", "Options"}.in(lang)};
    app.formatter(help_format(lang));
    app.option_defaults()->group(options);
    app.set_version_flag("--version", LONGMEN_VERSION,
                         std::string{Text{"显示版本", "Show the version"}.in(lang)});
    app.set_help_flag("-h,--help", std::string{Text{"显示帮助", "Show help"}.in(lang)});

    app.footer(std::string{Text{
        "第一次使用：\n"
        "  longmen import 专利.xlsx 企业.xlsx   导入（空白表样：longmen template enterprises -o 企业.xlsx）\n"
        "  longmen status                       数据里有什么\n"
        "  longmen assess                       哪些企业符合条件\n"
        "  longmen navigate park -o 报告.html   园区报告\n"
        "每个命令的用法：longmen 命令 --help",
        "First steps:\n"
        "  longmen import patents.xlsx firms.xlsx   take in (blank form: longmen template enterprises -o "
        "firms.xlsx)\n"
        "  longmen status                           what the data hold\n"
        "  longmen assess                           who qualifies\n"
        "  longmen navigate park -o report.html     the park's report\n"
        "How a command is used: longmen COMMAND --help"}
                               .in(lang)});

    Context context{std::cout, std::cerr};
    context.lang = lang;
    std::string models;
    std::string language;
    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands;
    for (const auto& row : command_table()) {
        auto* sub = app.add_subcommand(std::string{row.name}, std::string{row.help.in(lang)});
        sub->group(std::string{group_title(row.group).in(lang)});
        sub->option_defaults()->group(options);
        sub->set_help_flag("-h,--help", std::string{Text{"显示帮助", "Show help"}.in(lang)});
        sub->add_option("--lang", language,
                        std::string{Text{"界面语言：zh 或 en", "Language: zh or en"}.in(lang)})
            ->check(CLI::IsMember({"zh", "en"}));
        sub->add_option("--models", models,
                        std::string{Text{"模型文件夹", "Folder of model files"}.in(lang)});
        sub->add_flag("--quiet", context.quiet,
                      std::string{Text{"只输出结果和错误", "Only results and errors"}.in(lang)});
        auto command = row.make();
        command->declare(*sub, lang);
        commands.emplace_back(sub, std::move(command));
    }

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == done) {
            return app.exit(error); // help or version
        }
        std::vector<std::string_view> names;
        for (const auto& row : command_table()) {
            names.push_back(row.name);
        }
        return fail(lang, wrong_usage, parse_error_sentence(error, argc, argv, names).in(lang));
    }
    try {
        for (const auto& [sub, command] : commands) {
            if (sub->parsed()) {
                command->check();
                context.models_folder = find_models(models);
                context.now = iso_now();
                const char* user = std::getenv("USER");
                context.person = user ? user : "";
                command->run(context);
                context.progress().end();
                std::cout.flush();
                if (!std::cout) {
                    return fail(lang, could_not,
                                Text{"无法写入标准输出", "standard output cannot be written"}.in(lang));
                }
            }
        }
        return done;
    } catch (const UsageError& error) {
        context.progress().end();
        return fail(lang, wrong_usage, error.in(lang));
    } catch (const DataError& error) {
        context.progress().end();
        return fail(lang, could_not, error.in(lang));
    } catch (const std::bad_alloc&) {
        return fail(
            lang, could_not,
            Text{"内存不足，参见手册中的“内存用量”", "out of memory; see MEMORY USAGE in the manual"}.in(
                lang));
    } catch (const std::exception& error) {
        context.progress().end();
        return fail(lang, could_not,
                    std::string{Text{"内部错误，请反馈：", "internal error, please report: "}.in(lang)} +
                        error.what());
    }
}
