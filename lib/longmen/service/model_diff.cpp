// SPDX-License-Identifier: GPL-3.0-or-later
// Two model files flattened to keys and texts, and held against each other.
#include <longmen/service/model_diff.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/service/columns.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>

namespace longmen::service {
namespace {

/// Keys with their texts, in the order of the file.
class Flat {
    std::vector<std::pair<std::string, std::string>> lines_;
    std::map<std::string, std::size_t, std::less<>> at_;

    static bool plain(const ConfigNode& node) {
        return node.kind() != ConfigNode::Kind::table && node.kind() != ConfigNode::Kind::array;
    }

    static std::string text_of(const ConfigNode& node) {
        switch (node.kind()) {
        case ConfigNode::Kind::integer:
            return fmt::format("{}", node.integer());
        case ConfigNode::Kind::real:
            return fmt::format("{}", node.real());
        case ConfigNode::Kind::boolean:
            return node.boolean() ? "true" : "false";
        case ConfigNode::Kind::date:
            return node.date();
        case ConfigNode::Kind::string:
            return node.string();
        case ConfigNode::Kind::array: {
            std::vector<std::string> items;
            for (const auto& item : node.array()) {
                items.push_back(text_of(item));
            }
            return fmt::format("[{}]", fmt::join(items, ", "));
        }
        case ConfigNode::Kind::table: {
            std::vector<std::string> items;
            for (const auto& key : node.keys()) {
                items.push_back(fmt::format("{} = {}", key, text_of(node.at(key))));
            }
            return fmt::format("{{{}}}", fmt::join(items, ", "));
        }
        }
        return {};
    }

    /// What names a member of an array of tables; nothing when it has no name.
    static std::optional<std::string> name_of(const ConfigNode& member) {
        for (const auto* key : {"id", "indicator", "key", "name", "number"}) {
            const auto* found = member.find(key);
            if (found != nullptr && plain(*found)) {
                const auto* per = member.find("per");
                return text_of(*found) + (per != nullptr && plain(*per) ? "/" + text_of(*per) : "");
            }
        }
        return std::nullopt;
    }

    void add(std::string key, std::string text) {
        if (at_.try_emplace(key, lines_.size()).second) {
            lines_.emplace_back(std::move(key), std::move(text));
        }
    }

    void add_members(const ConfigNode& node, const std::string& key) {
        std::map<std::string, int> seen;
        std::size_t position = 0;
        for (const auto& member : node.array()) {
            ++position;
            auto name = name_of(member).value_or(fmt::format("{}", position));
            if (const int times = ++seen[name]; times > 1) {
                name += fmt::format("#{}", times);
            }
            const auto inner = fmt::format("{}[{}]", key, name);
            add_table(member, inner);
        }
    }

    void add_table(const ConfigNode& node, const std::string& before) {
        for (const auto& key : node.keys()) {
            const auto& value = node.at(key);
            const auto path = before.empty() ? key : before + "." + key;
            if (value.kind() == ConfigNode::Kind::table) {
                add_table(value, path);
            } else if (value.kind() == ConfigNode::Kind::array && !value.array().empty() &&
                       std::ranges::all_of(value.array(), [](const ConfigNode& item) {
                           return item.kind() == ConfigNode::Kind::table;
                       })) {
                add_members(value, path);
            } else {
                add(path, text_of(value));
            }
        }
    }

public:
    explicit Flat(const Config& config) { add_table(config.root(), ""); }

    [[nodiscard]] const auto& lines() const { return lines_; }
    [[nodiscard]] const std::string* find(std::string_view key) const {
        const auto found = at_.find(key);
        return found == at_.end() ? nullptr : &lines_[found->second].second;
    }
};

} // namespace

std::vector<ModelDifference> diff_models(const std::string& models_folder, const std::string& before,
                                         const std::string& after) {
    const auto read = [&](const std::string& name) {
        return Flat{Config::read(find_model_file(models_folder, {}, name))};
    };
    const Flat a = read(before), b = read(after);
    std::vector<ModelDifference> differences;
    for (const auto& [key, text] : a.lines()) {
        const auto* found = b.find(key);
        if (found == nullptr || *found != text) {
            differences.push_back({key, text, found == nullptr ? std::nullopt : std::optional{*found}});
        }
    }
    for (const auto& [key, text] : b.lines()) {
        if (a.find(key) == nullptr) {
            differences.push_back({key, std::nullopt, text});
        }
    }
    return differences;
}

Table diff_table(const std::vector<ModelDifference>& differences, Lang lang) {
    auto table = table_with(
        {{"key", {"键", "Key"}}, {"before", {"前者", "Before"}}, {"after", {"后者", "After"}}}, lang);
    for (const auto& difference : differences) {
        table.rows.push_back({difference.key, difference.before ? Cell{*difference.before} : Cell{},
                              difference.after ? Cell{*difference.after} : Cell{}});
    }
    return table;
}

} // namespace longmen::service
