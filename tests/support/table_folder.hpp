// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of tables written by a test, removed at its end.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

namespace longmen::test {

class TableFolder {
    std::filesystem::path path_;

public:
    TableFolder() {
        static std::atomic<int> next{0};
        path_ = std::filesystem::temp_directory_path() /
                ("longmen-tables-" + std::to_string(getpid()) + "-" + std::to_string(next++));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~TableFolder() { std::filesystem::remove_all(path_); }
    TableFolder(const TableFolder&) = delete;
    TableFolder& operator=(const TableFolder&) = delete;
    [[nodiscard]] std::string path(const std::string& name = {}) const { return (path_ / name).string(); }
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        std::ofstream{path(name), std::ios::binary} << text;
        return path(name);
    }
};

} // namespace longmen::test
