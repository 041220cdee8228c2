// SPDX-License-Identifier: GPL-3.0-or-later
// A measured value, or the reason why there is none. Undefined is never zero.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <string_view>
#include <variant>

namespace longmen {

/// Why a value does not exist. Keys (`undefined_key`) are stable and appear in files.
enum class Undefined : std::uint8_t {
    no_data,          ///< the source carries no such field for this record
    not_granted,      ///< defined for granted patents only
    no_classes,       ///< no classification symbol
    no_citations,     ///< nothing cited or citing
    window_open,      ///< the window ends after the cut-off date
    cohort_too_small, ///< the cohort stays under its minimum after merging
    zero_denominator, ///< division by zero
    not_in_force,     ///< defined for rights in force only
    not_applicable,   ///< the rule excludes this kind of record
    impossible_value, ///< the data contradict themselves (a grant before the filing)
};

[[nodiscard]] std::string_view undefined_key(Undefined reason);
/// The reason in words, without a full stop.
[[nodiscard]] Text undefined_text(Undefined reason);

/// A value with its completeness, or a reason. `complete == false` marks a right-censored value.
template <class T>
class Measured {
    std::variant<Undefined, T> state_ = Undefined::no_data;
    bool complete_ = true;

public:
    Measured(Undefined reason) : state_(reason), complete_(false) {}
    Measured(T value, bool complete = true) : state_(value), complete_(complete) {}
    [[nodiscard]] bool defined() const { return state_.index() == 1; }
    /// Precondition: defined().
    [[nodiscard]] const T& value() const { return std::get<1>(state_); }
    /// Precondition: !defined().
    [[nodiscard]] Undefined reason() const { return std::get<0>(state_); }
    [[nodiscard]] bool complete() const { return complete_; }
};

} // namespace longmen
