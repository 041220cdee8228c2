// SPDX-License-Identifier: GPL-3.0-or-later
// Starts LibreOffice, waits for it, ends it when it hangs.
#include <longmen/ingest/detail/office_program.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
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

ProgramEnd run_office_program(const std::vector<std::string>& arguments, const std::string& folder) {
    std::vector<std::string> words{"", "--headless", "--norestore",
                                   "-env:UserInstallation=file://" + folder + "/profile"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    for (const char* program : {"soffice", "libreoffice"}) {
        words[0] = program;
        std::vector<char*> pointers;
        for (auto& word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        const SpawnSettings settings;
        pid_t child = 0;
        if (posix_spawnp(&child, program, &settings.files, &settings.attributes, pointers.data(), environ) ==
            0) {
            return wait_for(child);
        }
    }
    return ProgramEnd::absent;
}

} // namespace longmen::ingest::detail
