// SPDX-License-Identifier: GPL-3.0-or-later
// Starts LibreOffice, waits for it, ends it when it hangs.
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/office_program.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

extern char** environ; // NOLINT: POSIX has it so

namespace longmen::ingest::detail {
namespace {

constexpr std::chrono::seconds longest_run{120};
constexpr std::chrono::milliseconds between_looks{20};

/// What a program is started with: a group of its own, and nothing to read or write.
class SpawnSettings {
public:
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};

    SpawnSettings() {
        posix_spawn_file_actions_init(&files);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
        }
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes, 0);
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
};

ProgramEnd wait_for(pid_t child) {
    const auto until = std::chrono::steady_clock::now() + longest_run;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > until) {
            kill(-child, SIGKILL);
            waitpid(child, &status, 0);
            return ProgramEnd::timed_out;
        }
        std::this_thread::sleep_for(between_looks);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ProgramEnd::done : ProgramEnd::failed;
}

} // namespace

std::optional<std::string> find_office_program() {
    const char* folders = std::getenv("PATH");
    for (const auto& folder : split_trimmed(folders != nullptr ? folders : "", ":")) {
        for (const char* name : {"soffice", "libreoffice"}) {
            const auto program = (std::filesystem::path{folder} / name).string();
            if (access(program.c_str(), X_OK) == 0) {
                return program;
            }
        }
    }
    return std::nullopt;
}

ProgramEnd run_office_program(const std::string& program, const std::vector<std::string>& arguments,
                              const std::string& folder) {
    std::vector<std::string> words{program, "--headless", "--norestore",
                                   "-env:UserInstallation=file://" + folder + "/profile"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const SpawnSettings settings;
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &settings.files, &settings.attributes, pointers.data(),
                    environ) != 0) {
        return ProgramEnd::failed;
    }
    return wait_for(child);
}

} // namespace longmen::ingest::detail
