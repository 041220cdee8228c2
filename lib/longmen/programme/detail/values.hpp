// SPDX-License-Identifier: GPL-3.0-or-later
// Values of programme files; every reader throws DataError with file, line and what was expected.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::programme::detail {

/// The enumerator whose key stands in the file.
template <class Enum, std::size_t N>
Enum one_of(const ConfigNode& node, const std::array<std::string_view, N>& keys, Text what) {
    const auto found = std::ranges::find(keys, std::string_view{node.string()});
    if (found == keys.end()) {
        const auto allowed = fmt::format("{}", fmt::join(keys, ", "));
        node.fail({fmt::format("未知的{}“{}”；允许：{}", what.zh, node.string(), allowed),
                   fmt::format("unknown {} `{}`; allowed: {}", what.en, node.string(), allowed)});
    }
    return static_cast<Enum>(found - keys.begin());
}

[[nodiscard]] Date date_of(const ConfigNode& node);
/// A share between 0 and 1 in millionths, exactly.
[[nodiscard]] std::int64_t share_of(const ConfigNode& node);
/// A positive whole number of yuan.
[[nodiscard]] std::int64_t yuan_of(const ConfigNode& node);
[[nodiscard]] int small_of(const ConfigNode& node, std::int64_t low, std::int64_t high);
[[nodiscard]] std::optional<int> small_or_none(const ConfigNode& table, std::string_view key,
                                               std::int64_t low, std::int64_t high);
/// The members `<stem>_zh` and `<stem>_en`; both empty when neither is there and they are not required.
[[nodiscard]] Sentence pair_of(const ConfigNode& table, const std::string& stem, bool required = true);

} // namespace longmen::programme::detail
