// SPDX-License-Identifier: GPL-3.0-or-later
// A fresh folder that goes with the test.
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>

namespace longmen::test {

class Folder {
    std::filesystem::path path_;

public:
    Folder() {
        static std::atomic<int> next{0};
        path_ = std::filesystem::temp_directory_path() /
                ("longmen-test-" + std::to_string(getpid()) + "-" + std::to_string(next++));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path(const std::string& name = {}) const { return (path_ / name).string(); }
};

} // namespace longmen::test
