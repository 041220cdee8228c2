// SPDX-License-Identifier: GPL-3.0-or-later
// Model files found by where they lie.
#include <longmen/base/model_files.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <tuple>

namespace longmen {
namespace {

namespace fs = std::filesystem;

struct Kind {
    std::string_view key;
    std::string_view folder;
    bool versions; ///< a folder for each id, a file for each version
};
constexpr std::array kinds{Kind{"source", "sources", false}, Kind{"programme", "programmes", false},
                           Kind{"value", "value", true}, Kind{"high_value", "high_value", true},
                           Kind{"evaluation", "evaluation", true}};

/// `v12` is 12.
std::optional<int> version_of(const std::string& stem) {
    int number = 0;
    const auto* end = stem.data() + stem.size();
    if (stem.size() < 2 || stem[0] != 'v') {
        return std::nullopt;
    }
    const auto read = std::from_chars(stem.data() + 1, end, number);
    return read.ec == std::errc{} && read.ptr == end && number > 0 ? std::optional{number} : std::nullopt;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code none; // a folder that is not there has no entries
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        paths.push_back(entry.path());
    }
    return paths;
}

} // namespace

std::string ModelFile::name() const {
    return version == 0 ? id : fmt::format("{}/v{}", id, version);
}

std::vector<ModelFile> list_model_files(const std::string& folder, std::string_view kind) {
    std::vector<ModelFile> files;
    const auto add = [&](const Kind& of, const std::string& id, int version, const fs::path& path) {
        files.push_back({std::string{of.key}, id, version, path.generic_string()});
    };
    for (const auto& of : kinds) {
        if (!kind.empty() && kind != of.key) {
            continue;
        }
        for (const auto& path : entries_of(fs::path{folder} / of.folder)) {
            if (!of.versions && path.extension() == ".toml") {
                add(of, path.stem().string(), 0, path);
            } else if (of.versions && fs::is_directory(path)) {
                for (const auto& file : entries_of(path)) {
                    const auto version = version_of(file.stem().string());
                    if (version && file.extension() == ".toml") {
                        add(of, path.filename().string(), *version, file);
                    }
                }
            }
        }
    }
    std::ranges::sort(files, {},
                      [](const ModelFile& file) { return std::tie(file.kind, file.id, file.version); });
    return files;
}

std::string find_model_file(const std::string& folder, std::string_view kind, const std::string& wanted) {
    if (fs::is_regular_file(wanted)) {
        return wanted;
    }
    std::vector<std::string> names;
    std::string path;
    for (const auto& file : list_model_files(folder, kind)) {
        names.push_back(file.name());
        if (file.id == wanted || file.name() == wanted) {
            path = file.path; // of several versions the last is the highest
        }
    }
    if (path.empty()) {
        throw UsageError(
            sentence("“{0}”既不是文件，也不是{1}模型；{3} 中有：{4}",
                     "`{0}` is neither a file nor a {2}model; in {3} there are: {4}", wanted,
                     kind.empty() ? std::string{} : fmt::format(" {} 类", kind),
                     kind.empty() ? std::string{} : fmt::format("{} ", kind), folder,
                     names.empty() ? std::string{"–"} : fmt::format("{}", fmt::join(names, ", "))));
    }
    return path;
}

} // namespace longmen
