// SPDX-License-Identifier: GPL-3.0-or-later
// One proxy of the rule of an evaluation, from its file.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/programme/evaluation_rule.hpp>

namespace longmen::programme::detail {

/// DataError with file, line and key, see read_evaluation_rule.
[[nodiscard]] Proxy read_proxy(const ConfigNode& node);

} // namespace longmen::programme::detail
