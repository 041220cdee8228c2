// SPDX-License-Identifier: GPL-3.0-or-later
// Model files by kind and id.
#include <longmen/service/models.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/model_files.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

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

ModelInfo describe(const ModelFile& file, const std::string& folder) {
    const auto config = Config::read(file.path);
    const auto& root = config.root();
    ModelInfo info;
    info.kind = file.kind;
    info.id = text_of(root, "id");
    info.version = text_of(root, "version");
    info.title_zh = text_of(root, root.find("title_zh") ? "title_zh" : "name_zh");
    info.title_en = text_of(root, root.find("title_en") ? "title_en" : "name_en");
    info.source = text_of(root, root.find("sources") ? "sources" : "source");
    info.path = fs::path(file.path).lexically_relative(folder).generic_string();
    info.checksum = config.checksum();
    return info;
}

} // namespace

std::vector<ModelInfo> list_models(const std::string& folder) {
    std::vector<ModelInfo> models;
    for (const auto& file : list_model_files(folder)) {
        models.push_back(describe(file, folder));
    }
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

} // namespace longmen::service
