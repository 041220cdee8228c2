// SPDX-License-Identifier: GPL-3.0-or-later
// One [[term]] of a model file, read and checked.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/scoring/value_model.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace longmen::scoring::detail {

/// Position of a node's text among allowed names; DataError naming them.
template <std::size_t n>
std::size_t choose(const ConfigNode& node, const std::array<std::string_view, n>& allowed) {
    const auto found = std::ranges::find(allowed, node.string());
    if (found == allowed.end()) {
        node.fail(sentence("未知的名称“{}”；此处允许：{}", "unknown name `{}`; allowed here: {}",
                           node.string(), fmt::join(allowed, ", ")));
    }
    return static_cast<std::size_t>(found - allowed.begin());
}

/// DataError unless low <= value <= high.
[[nodiscard]] double real_within(const ConfigNode& node, double low, double high);
/// DataError unless the number is above 0 and finite.
[[nodiscard]] double above_zero(const ConfigNode& node);

/// The term under the aggregation, groups and baseline of the model's head. DataError as read_value_model
/// says.
[[nodiscard]] ValueTerm read_term(const ConfigNode& node, const ValueModel& model);

} // namespace longmen::scoring::detail
