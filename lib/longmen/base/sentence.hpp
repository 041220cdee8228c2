// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences put together at run time, in both languages from the same values.
#pragma once

#include <longmen/base/lang.hpp>

#include <fmt/format.h>

namespace longmen {

/// Both patterns take the same arguments; one that needs another order numbers them (`{1}`).
///     throw UsageError(sentence("没有名为“{}”的时点库", "there is no book `{}`", name));
template <class... Args>
[[nodiscard]] Sentence sentence(fmt::format_string<Args...> zh, fmt::format_string<Args...> en,
                                Args&&... args) { // NOLINT: used twice, so never moved from
    return {fmt::vformat(zh, fmt::make_format_args(args...)),
            fmt::vformat(en, fmt::make_format_args(args...))};
}

} // namespace longmen
