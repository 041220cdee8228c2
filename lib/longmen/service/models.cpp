// SPDX-License-Identifier: GPL-3.0-or-later
// Model files by kind and id.
#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/models.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace longmen::service {
namespace {

namespace fs = std::filesystem;

std::string text_of(const ConfigNode& root, std::string_view key) {
    const auto* node = root.find(key);
    if (!node) {
        return {};
    }
    switch (node->kind()) {
    case ConfigNode::Kind::string:
    case ConfigNode::Kind::date:
        return node->date();
    case ConfigNode::Kind::integer:
        return fmt::format("{}", node->integer());
    case ConfigNode::Kind::array:
        if (!node->array().empty() && node->array().front().kind() == ConfigNode::Kind::table) {
            std::vector<std::string> titles;
            for (const auto& source : node->array()) {
                titles.push_back(source.string_or("title", source.string_or("id", {})));
            }
            return fmt::format("{}", fmt::join(titles, "; "));
        }
        return fmt::format("{}", fmt::join(node->strings(), "; "));
    default:
        return {};
    }
}

ModelInfo describe(const std::string& kind, const fs::path& folder, const fs::path& path) {
    const auto config = Config::read(path.string());
    const auto& root = config.root();
    ModelInfo info;
    info.kind = kind;
    info.id = text_of(root, "id");
    info.version = text_of(root, "version");
    info.title_zh = text_of(root, root.find("title_zh") ? "title_zh" : "name_zh");
    info.title_en = text_of(root, root.find("title_en") ? "title_en" : "name_en");
    info.source = text_of(root, root.find("sources") ? "sources" : "source");
    info.path = path.lexically_relative(folder).generic_string();
    info.checksum = config.checksum();
    return info;
}

/// `v10` after `v9`.
auto version_order(const ModelInfo& model) {
    return std::tuple{model.kind, model.id, model.version.size(), model.version};
}

} // namespace

std::vector<ModelInfo> list_models(const std::string& folder) {
    std::vector<ModelInfo> models;
    for (const auto& [kind, place] :
         {std::pair{"source", "sources"}, {"value", "value"}, {"programme", "programmes"}}) {
        if (!fs::is_directory(fs::path(folder) / place)) {
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(folder) / place)) {
            if (entry.path().extension() == ".toml" && entry.path().filename() != "checksums.toml" &&
                entry.path().parent_path().filename() != "expected") {
                models.push_back(describe(kind, folder, entry.path()));
            }
        }
    }
    std::ranges::sort(models, {}, version_order);
    return models;
}

Table models_table(const std::vector<ModelInfo>& models, Lang lang) {
    Table table;
    const auto heading = [&](const char* key, const char* zh, const char* en) {
        table.columns.push_back({key, std::string{Text{zh, en}.in(lang)}});
    };
    heading("kind", "类别", "kind");
    heading("id", "标识", "id");
    heading("version", "版本", "version");
    heading("title", "名称", "title");
    heading("source", "依据", "source");
    heading("checksum", "校验和", "checksum");
    for (const auto& model : models) {
        table.rows.push_back({model.kind, model.id, model.version,
                              lang == Lang::zh ? model.title_zh : model.title_en, model.source,
                              model.checksum});
    }
    return table;
}

std::string find_model(const std::string& folder, const std::string& kind, const std::string& wanted) {
    if (fs::is_regular_file(wanted)) {
        return wanted;
    }
    const auto models = list_models(folder);
    std::set<std::string> ids;
    const ModelInfo* found = nullptr;
    for (const auto& model : models) {
        if (model.kind != kind) {
            continue;
        }
        ids.insert(model.id);
        const auto without_ending = fs::path(model.path).replace_extension().generic_string();
        if (model.id == wanted || without_ending.ends_with("/" + wanted)) {
            found = &model; // sorted: the last is the highest version
        }
    }
    if (!found) {
        throw UsageError(sentence("{}：既不是文件，也不是 {} 类模型；可用的有：{}",
                                  "{}: neither a file nor a {} model; there are: {}", wanted, kind,
                                  fmt::join(ids, ", ")));
    }
    return (fs::path(folder) / found->path).string();
}

} // namespace longmen::service
