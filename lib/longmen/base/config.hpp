// SPDX-License-Identifier: GPL-3.0-or-later
// Model files (TOML): values that know their line, and readers that refuse what they do not know.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

/// One value of a TOML file. Immutable after reading. Every accessor throws DataError with file, line and
/// key.
class ConfigNode {
public:
    enum class Kind : std::uint8_t { table, array, string, integer, real, boolean, date };

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] std::uint32_t line() const { return line_; }
    [[nodiscard]] const std::string& file() const { return *file_; }
    [[nodiscard]] const std::string& key() const { return key_; }

    // tables
    /// Keys in the order of the file.
    [[nodiscard]] const std::vector<std::string>& keys() const { return order_; }
    [[nodiscard]] const ConfigNode* find(std::string_view key) const;
    /// DataError when absent.
    [[nodiscard]] const ConfigNode& at(std::string_view key) const;
    /// DataError naming the first key that is not in `allowed`, and the allowed names.
    void allow(std::initializer_list<std::string_view> allowed) const;
    /// DataError that names file, line and key before the message.
    [[noreturn]] void fail(const Sentence& message) const;

    // values; DataError when of another kind
    [[nodiscard]] const std::vector<ConfigNode>& array() const;
    [[nodiscard]] const std::string& string() const;
    [[nodiscard]] std::int64_t integer() const;
    /// An integer counts as a real.
    [[nodiscard]] double real() const;
    [[nodiscard]] bool boolean() const;
    /// A TOML local date as ISO text, or a string.
    [[nodiscard]] const std::string& date() const;
    [[nodiscard]] std::vector<std::string> strings() const;

    // table members with a default
    [[nodiscard]] std::string string_or(std::string_view key, std::string_view fallback) const;
    [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t fallback) const;
    [[nodiscard]] double real_or(std::string_view key, double fallback) const;
    [[nodiscard]] bool boolean_or(std::string_view key, bool fallback) const;
    [[nodiscard]] std::vector<std::string> strings_or_empty(std::string_view key) const;
    /// The members of an array of tables; empty when absent.
    [[nodiscard]] std::vector<const ConfigNode*> tables(std::string_view key) const;

private:
    friend struct ConfigBuilder;
    Kind kind_ = Kind::table;
    std::uint32_t line_ = 0;
    const std::string* file_ = nullptr;
    std::string key_;
    std::string text_;
    std::int64_t integer_ = 0;
    double real_ = 0;
    std::vector<std::string> order_;
    std::vector<ConfigNode> items_; // table members in `order_`, or array items
};

/// A TOML file held in memory.
class Config {
public:
    /// DataError when the file is absent, no TOML, or repeats a key.
    static Config read(const std::string& path);
    static Config parse(std::string_view text, const std::string& name);
    [[nodiscard]] const ConfigNode& root() const { return *root_; }
    /// Checksum of the bytes (see hash_hex): results name the exact model they came from.
    [[nodiscard]] const std::string& checksum() const { return checksum_; }

private:
    struct Owned;
    std::shared_ptr<const Owned> owned_; // shared and at rest: nodes point at the file's name inside
    std::string checksum_;
    const ConfigNode* root_ = nullptr;
};

} // namespace longmen
