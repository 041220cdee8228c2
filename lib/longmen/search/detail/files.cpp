// SPDX-License-Identifier: GPL-3.0-or-later
// The folder `index` of a workspace: numbered indexes, and the name of the one that counts.
#include <longmen/search/detail/files.hpp>

#include <longmen/base/errors.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

namespace longmen::search::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view columns_name = "columns-";

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

IndexLock::IndexLock(const std::string& workspace_folder) {
    const auto folder = home(workspace_folder);
    std::error_code error;
    fs::create_directories(folder, error);
    constexpr mode_t owner_writes = 0644;
    file_ = open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_writes);
    if (file_ < 0 || flock(file_, LOCK_EX) != 0) {
        throw DataError(folder.string(), 0,
                        Sentence{"索引文件夹无法写入", "the folder of the index cannot be written"});
    }
}

IndexLock::~IndexLock() {
    close(file_);
}

std::string current_index(const std::string& workspace_folder) {
    const auto name = current_name(workspace_folder);
    const auto path = home(workspace_folder) / name;
    return !name.empty() && fs::is_directory(path) ? path.string() : std::string{};
}

std::string columns_path(const std::string& index, std::int64_t generation) {
    return fmt::format("{}/{}{}", index, columns_name, generation);
}

void remove_other_columns(const std::string& index, std::int64_t generation) {
    std::error_code ignored;
    const auto wanted = fs::path(columns_path(index, generation)).filename();
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(index, ignored)) {
        const auto name = entry.path().filename();
        if (name != wanted && name.string().starts_with(columns_name)) {
            others.push_back(entry.path());
        }
    }
    for (const auto& other : others) {
        fs::remove(other, ignored);
    }
}

std::string building_folder(const std::string& workspace_folder, const std::string& mark) {
    const auto folder = home(workspace_folder) / "building";
    std::error_code error;
    std::string left;
    std::getline(std::ifstream(folder / "mark"), left);
    if (left != mark) {
        fs::remove_all(folder, error);
        fs::create_directories(folder, error);
        std::ofstream(folder / "mark") << mark << '\n';
    }
    if (error || !fs::is_directory(folder)) {
        throw DataError(folder.string(), 0,
                        Sentence{"无法建立索引文件夹", "the folder of the index cannot be made"});
    }
    return folder.string();
}

std::string next_index(const std::string& workspace_folder) {
    return (home(workspace_folder) / (current_name(workspace_folder) == "a" ? "b" : "a")).string();
}

void publish_index(const std::string& workspace_folder, const std::string& built) {
    const auto folder = home(workspace_folder);
    const auto name = fs::path(built).filename();
    {
        std::ofstream out(folder / "current.new", std::ios::trunc);
        out << name.string() << '\n';
    }
    fs::rename(folder / "current.new", folder / "current");
    std::error_code ignored;
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.is_directory() && entry.path().filename() != name) {
            others.push_back(entry.path());
        }
    }
    for (const auto& other : others) {
        fs::remove_all(other, ignored);
    }
}

} // namespace longmen::search::detail
