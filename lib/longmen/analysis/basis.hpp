// SPDX-License-Identifier: GPL-3.0-or-later
// What every shown figure says about itself: unit, clock, cut-off, number of records.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/record/patent.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace longmen::analysis {

/// Which date places a record in time.
enum class Clock : std::uint8_t { filing, priority, publication, grant };
[[nodiscard]] std::string_view clock_key(Clock clock);
[[nodiscard]] Text clock_text(Clock clock);
/// `priority` falls back to filing.
[[nodiscard]] std::optional<Date> date_by(const Patent& patent, Clock clock);

/// The unit is the application (件) throughout.
struct Basis {
    std::optional<Clock> clock; ///< nothing where time plays no part
    Date as_of;
    std::size_t n = 0;       ///< records counted
    std::size_t without = 0; ///< records of the selection that lack what is counted
    Sentence statement;      ///< one line to print under the figure
};

/// `counted` and `lacking` are named in the statement; `rule` says how, may be empty.
[[nodiscard]] Basis make_basis(std::optional<Clock> clock, const Date& as_of, std::size_t n,
                               std::size_t without, const Sentence& rule = {});

} // namespace longmen::analysis
