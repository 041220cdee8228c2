// SPDX-License-Identifier: GPL-3.0-or-later
// Reads TOML through toml++ into nodes of our own, so that no other file includes the parser.
#include <longmen/base/config.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace longmen {

struct Config::Owned {
    std::string file;
    ConfigNode root;
};

struct ConfigBuilder {
    const std::string* file;

    ConfigNode build(const toml::node& from, std::string key) const {
        ConfigNode node;
        node.file_ = file;
        node.line_ = from.source().begin.line;
        node.key_ = std::move(key);
        if (const auto* table = from.as_table()) {
            std::vector<std::pair<toml::source_position, std::string>> order;
            for (const auto& [name, value] : *table) {
                order.emplace_back(name.source().begin, std::string{name.str()});
            }
            std::ranges::sort(order, [](const auto& a, const auto& b) { return a.first < b.first; });
            for (const auto& [position, name] : order) {
                node.order_.push_back(name);
                node.items_.push_back(build(*table->get(name), name));
                node.items_.back().line_ = position.line;
            }
        } else if (const auto* array = from.as_array()) {
            node.kind_ = ConfigNode::Kind::array;
            for (const auto& value : *array) {
                node.items_.push_back(build(value, node.key_));
            }
        } else if (const auto text = from.value_exact<std::string>()) {
            node.kind_ = ConfigNode::Kind::string;
            node.text_ = *text;
        } else if (const auto integer = from.value_exact<std::int64_t>()) {
            node.kind_ = ConfigNode::Kind::integer;
            node.integer_ = *integer;
        } else if (const auto real = from.value_exact<double>()) {
            node.kind_ = ConfigNode::Kind::real;
            node.real_ = *real;
        } else if (const auto boolean = from.value_exact<bool>()) {
            node.kind_ = ConfigNode::Kind::boolean;
            node.integer_ = *boolean ? 1 : 0;
        } else if (const auto date = from.value_exact<toml::date>()) {
            node.kind_ = ConfigNode::Kind::date;
            node.text_ = fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
        } else {
            throw DataError(*file, node.line_,
                            sentence("“{}”的值类型不适用于模型文件",
                                     "`{}` has a kind of value that model files do not use", node.key_));
        }
        return node;
    }
};

// --- reading -----------------------------------------------------------------------------------------------

Config Config::parse(std::string_view text, const std::string& name) {
    auto owned = std::make_shared<Owned>();
    owned->file = name;
    try {
        const toml::table table = toml::parse(text, name);
        owned->root = ConfigBuilder{&owned->file}.build(table, "");
    } catch (const toml::parse_error& error) {
        throw DataError(name, error.source().begin.line,
                        sentence("不是有效的 TOML：{}", "is no valid TOML: {}", error.description()));
    }
    Config config;
    config.checksum_ = hash_hex(text);
    config.root_ = &owned->root;
    config.owned_ = std::move(owned);
    return config;
}

Config Config::read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw DataError(path, 0, Sentence{"无法打开", "cannot be opened"});
    }
    return parse(std::string{std::istreambuf_iterator<char>(in), {}}, path);
}

// --- access ------------------------------------------------------------------------------------------------

void ConfigNode::fail(const Sentence& message) const {
    throw DataError(file(), line_,
                    key_.empty() ? message
                                 : Sentence{fmt::format("“{}”：{}", key_, message.zh),
                                            fmt::format("`{}`: {}", key_, message.en)});
}

const ConfigNode* ConfigNode::find(std::string_view key) const {
    if (kind_ != Kind::table) {
        fail(Sentence{"此处应为表（table）", "a table is expected"});
    }
    const auto found = std::ranges::find(order_, key);
    return found == order_.end() ? nullptr : &items_[static_cast<std::size_t>(found - order_.begin())];
}

const ConfigNode& ConfigNode::at(std::string_view key) const {
    if (const auto* node = find(key)) {
        return *node;
    }
    fail(sentence("缺少键“{}”", "the key `{}` is missing", key));
}

void ConfigNode::allow(std::initializer_list<std::string_view> allowed) const {
    if (kind_ != Kind::table) {
        fail(Sentence{"此处应为表（table）", "a table is expected"});
    }
    for (std::size_t i = 0; i < order_.size(); ++i) {
        if (std::ranges::find(allowed, std::string_view{order_[i]}) == allowed.end()) {
            items_[i].fail(sentence("未知的键；此处允许：{}", "unknown key; allowed here: {}",
                                    fmt::join(allowed, ", ")));
        }
    }
}

const std::vector<ConfigNode>& ConfigNode::array() const {
    if (kind_ != Kind::array) {
        fail(Sentence{"此处应为数组", "an array is expected"});
    }
    return items_;
}
const std::string& ConfigNode::string() const {
    if (kind_ != Kind::string) {
        fail(Sentence{"此处应为文本", "a text is expected"});
    }
    return text_;
}
std::int64_t ConfigNode::integer() const {
    if (kind_ != Kind::integer) {
        fail(Sentence{"此处应为整数", "a whole number is expected"});
    }
    return integer_;
}
double ConfigNode::real() const {
    if (kind_ == Kind::integer) {
        return static_cast<double>(integer_);
    }
    if (kind_ != Kind::real) {
        fail(Sentence{"此处应为数值", "a number is expected"});
    }
    return real_;
}
bool ConfigNode::boolean() const {
    if (kind_ != Kind::boolean) {
        fail(Sentence{"此处应为 true 或 false", "true or false is expected"});
    }
    return integer_ != 0;
}
const std::string& ConfigNode::date() const {
    if (kind_ != Kind::date && kind_ != Kind::string) {
        fail(Sentence{"此处应为日期", "a date is expected"});
    }
    return text_;
}
std::vector<std::string> ConfigNode::strings() const {
    std::vector<std::string> result;
    for (const auto& item : array()) {
        result.push_back(item.string());
    }
    return result;
}

std::string ConfigNode::string_or(std::string_view key, std::string_view fallback) const {
    const auto* node = find(key);
    return node ? node->string() : std::string{fallback};
}
std::int64_t ConfigNode::integer_or(std::string_view key, std::int64_t fallback) const {
    const auto* node = find(key);
    return node ? node->integer() : fallback;
}
double ConfigNode::real_or(std::string_view key, double fallback) const {
    const auto* node = find(key);
    return node ? node->real() : fallback;
}
bool ConfigNode::boolean_or(std::string_view key, bool fallback) const {
    const auto* node = find(key);
    return node ? node->boolean() : fallback;
}
std::vector<std::string> ConfigNode::strings_or_empty(std::string_view key) const {
    const auto* node = find(key);
    return node ? node->strings() : std::vector<std::string>{};
}
std::vector<const ConfigNode*> ConfigNode::tables(std::string_view key) const {
    std::vector<const ConfigNode*> result;
    if (const auto* node = find(key)) {
        for (const auto& item : node->array()) {
            if (item.kind() != Kind::table) {
                item.fail(Sentence{"此处应为表（table）", "a table is expected"});
            }
            result.push_back(&item);
        }
    }
    return result;
}

} // namespace longmen
