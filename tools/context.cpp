// SPDX-License-Identifier: GPL-3.0-or-later
// Surroundings of a command: progress bar on a terminal, models beside the program.
#include "context.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <ostream>

namespace longmen::tools {
namespace {

namespace fs = std::filesystem;

/// Draws at most ten times a second, and only after the first second of work.
class Bar final : public Progress {
    using clock = std::chrono::steady_clock;
    std::ostream& err_;
    std::string stage_;
    std::uint64_t total_ = 0;
    clock::time_point begun_, drawn_;
    bool visible_ = false;

public:
    explicit Bar(std::ostream& err) : err_(err) {}
    void begin(std::string_view stage, std::uint64_t total) override {
        end();
        stage_ = stage;
        total_ = total;
        begun_ = drawn_ = clock::now();
    }
    void at(std::uint64_t done) override {
        const auto now = clock::now();
        if (now - begun_ < std::chrono::seconds(1) || now - drawn_ < std::chrono::milliseconds(100)) {
            return;
        }
        drawn_ = now;
        visible_ = true;
        if (total_ == 0) {
            err_ << fmt::format("\r{}  {}\033[K", stage_, done) << std::flush;
            return;
        }
        constexpr std::size_t cells = 30;
        const auto filled = static_cast<std::size_t>(cells * std::min(done, total_) / total_);
        err_ << fmt::format("\r{}  [{:-<{}}] {:3}%\033[K", stage_, std::string(filled, '#'), cells,
                            100 * std::min(done, total_) / total_)
             << std::flush;
    }
    void end() override {
        if (visible_) {
            err_ << "\r\033[K" << std::flush;
            visible_ = false;
        }
    }
};

} // namespace

Context::Context(std::ostream& out, std::ostream& err) : out_(out), err_(err) {}
Context::~Context() = default;

void Context::note(std::string_view line) {
    if (progress_) {
        progress_->end();
    }
    if (!quiet) {
        err_ << line << '\n';
    }
}

Progress& Context::progress() {
    if (!progress_) {
        const bool draw = !quiet && isatty(STDERR_FILENO) == 1;
        progress_ = draw ? std::make_unique<Bar>(err_) : std::make_unique<Progress>();
    }
    return *progress_;
}

std::string Context::model(std::string_view relative) const {
    return (fs::path(models_folder) / relative).string();
}

std::string find_models(const std::string& option) {
    const char* environment = std::getenv("LONGMEN_MODELS");
    const auto program = fs::read_symlink("/proc/self/exe").parent_path();
    for (const auto& folder :
         {fs::path(option), fs::path(environment ? environment : ""), program / "../share/longmen/models"}) {
        if (!folder.empty()) {
            if (fs::is_directory(folder / "sources")) {
                return folder.lexically_normal().string();
            }
            if (folder == fs::path(option)) {
                throw DataError(option, 0,
                                Sentence{"不是模型文件夹（其中应有 sources 文件夹）",
                                         "is no models folder (a folder `sources` is expected in it)"});
            }
        }
    }
    throw DataError(Sentence{
        "在程序旁没有找到模型文件夹；请用 --models 或环境变量 LONGMEN_MODELS 指定",
        "the models folder was not found beside the program; name it with --models or LONGMEN_MODELS"});
}

} // namespace longmen::tools
