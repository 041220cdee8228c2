// SPDX-License-Identifier: GPL-3.0-or-later
// From a cell to the canonical text of a field.
#pragma once

#include <longmen/base/diagnostics.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/ingest/profile.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// Cells that say there is nothing: empty, dashes, the profile's words.
[[nodiscard]] bool is_nothing(std::string_view trimmed, const Profile& profile);

/// True for 合计, 总计, 小计, total and the like, in the first cell that has text.
[[nodiscard]] bool is_total_word(std::string_view trimmed);

/// A whole number of at least zero: `7`, `7.0`, `1,234`. Nothing for anything else.
[[nodiscard]] std::optional<std::string> count_text(std::string_view cell);

/// Members in their order, each once.
class DistinctMembers {
    std::vector<std::string> members_;
    std::unordered_set<std::string> known_; ///< of many; a few are gone through

public:
    void add(std::string_view member);
    [[nodiscard]] const std::vector<std::string>& members() const { return members_; }
    [[nodiscard]] std::vector<std::string> take() { return std::move(members_); }
};

/// Members of a list, split by the profile's separators, trimmed, empty ones and repetitions dropped.
[[nodiscard]] std::vector<std::string> list_members(std::string_view cell, const Profile& profile);

/// A classification symbol without blanks and edition: `A23N5/00(2006.01)I` is `A23N5/00`.
[[nodiscard]] std::string class_symbol(std::string_view text);

/// A cell as a diagnostic shows it: cut to 200 bytes at a character.
[[nodiscard]] std::string shown(std::string_view cell);

/// What was read from cells whose few values come back row by row (statuses, provinces).
template <typename Result>
class Remembered {
    static constexpr std::size_t most_values = 1000; // a column with more is not of that kind
    std::unordered_map<std::string, Result> results_;

public:
    template <typename Read>
    const Result& of(std::string_view cell, Read read) {
        if (results_.size() == most_values) {
            results_.clear();
        }
        const auto [at, fresh] = results_.try_emplace(std::string{cell});
        if (fresh) {
            at->second = read(cell);
        }
        return at->second;
    }
};

} // namespace longmen::ingest::detail
