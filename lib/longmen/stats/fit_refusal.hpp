// SPDX-License-Identifier: GPL-3.0-or-later
// Why a model cannot be fitted.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <string_view>

namespace longmen::stats {

/// Keys (`fit_refusal_key`) are stable.
enum class FitRefusal : std::uint8_t {
    no_data,
    one_class,         ///< the outcomes are all the same: nothing happened, or it happened to all
    dependent_columns, ///< an input follows from the others, and nothing is penalised
    not_converged,     ///< no maximum was reached; without a penalty the outcomes may be separated
};

[[nodiscard]] std::string_view fit_refusal_key(FitRefusal refusal);
/// The reason in words, without a full stop.
[[nodiscard]] Text fit_refusal_text(FitRefusal refusal);

} // namespace longmen::stats
