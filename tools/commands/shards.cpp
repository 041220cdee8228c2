// SPDX-License-Identifier: GPL-3.0-or-later
// shards: the index in parts, for several machines.
#include "../command.hpp"
#include "../options/checks.hpp"
#include "../options/workspace_options.hpp"

#include <longmen/base/text.hpp>
#include <longmen/search/shards.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace longmen::tools {
namespace {

class ShardsCommand final : public Command {
    WorkspaceOptions workspace_;
    std::size_t parts_ = 2;
    std::string folder_;

public:
    void declare(CLI::App& app, Lang lang) override {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        workspace_.declare(app, lang, false);
        app.add_option("FOLDER", folder_, help("写入此空文件夹", "An empty folder to write into"))
            ->required();
        constexpr std::size_t most = 64;
        app.add_option("-n,--parts", parts_, help("分成几片", "How many parts"))
            ->check(CLI::Range(std::size_t{1}, most))
            ->capture_default_str();
    }

    void run(Context& context) override {
        const auto workspace = store::Workspace::open(workspace_.folder(), store::OpenMode::existing);
        search::build_shards(workspace, search::load_settings(context.models_folder), parts_, folder_,
                             context.progress());
        const bool zh = context.lang == Lang::zh;
        context.out() << (zh ? fmt::format("已写入 {} 个分片；清单：{}/shards.toml\n", parts_, folder_)
                             : fmt::format("{} shards written; their list: {}/shards.toml\n", parts_,
                                           folder_));
    }
};

} // namespace

std::unique_ptr<Command> make_shards() {
    return std::make_unique<ShardsCommand>();
}

} // namespace longmen::tools
