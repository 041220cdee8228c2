// SPDX-License-Identifier: GPL-3.0-or-later
// The folder `index` of a workspace: numbered indexes, and the name of the one that counts.
#include <longmen/base/errors.hpp>
#include <longmen/search/detail/files.hpp>

#include <filesystem>
#include <fstream>

namespace longmen::search::detail {
namespace {

namespace fs = std::filesystem;

fs::path home(const std::string& workspace_folder) {
    return fs::path(workspace_folder) / "index";
}

std::string current_name(const std::string& workspace_folder) {
    std::ifstream in(home(workspace_folder) / "current");
    std::string name;
    std::getline(in, name);
    return name;
}

} // namespace

std::string current_index(const std::string& workspace_folder) {
    const auto name = current_name(workspace_folder);
    const auto path = home(workspace_folder) / name;
    return !name.empty() && fs::is_directory(path) ? path.string() : std::string{};
}

std::string fresh_index(const std::string& workspace_folder) {
    const auto name = current_name(workspace_folder);
    const auto fresh = home(workspace_folder) / (name == "a" ? "b" : "a");
    std::error_code error;
    fs::remove_all(fresh, error);
    fs::create_directories(fresh, error);
    if (error) {
        throw DataError(fresh.string(), 0,
                        Sentence{"无法建立索引文件夹", "the folder of the index cannot be made"});
    }
    return fresh.string();
}

void publish_index(const std::string& workspace_folder, const std::string& built) {
    const auto folder = home(workspace_folder);
    const auto old = current_index(workspace_folder);
    {
        std::ofstream out(folder / "current.new", std::ios::trunc);
        out << fs::path(built).filename().string() << '\n';
    }
    fs::rename(folder / "current.new", folder / "current");
    if (!old.empty() && old != built) {
        std::error_code ignored;
        fs::remove_all(old, ignored);
    }
}

} // namespace longmen::search::detail
