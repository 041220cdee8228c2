// SPDX-License-Identifier: GPL-3.0-or-later
// The annual fees of one Chinese right: what is due when, and what became of it as of a date.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/fee_rules.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

enum class FeeState : std::uint8_t {
    paid_with_grant, ///< the year of grant: paid with registration, or there would be no grant
    paid,
    due,    ///< not yet late
    grace,  ///< late and known to be unpaid; the month of grace says since when
    lapsed, ///< known to be unpaid when the grace ended
    unknown ///< late by the calendar, and nobody told whether it was paid
};
[[nodiscard]] std::string_view fee_state_key(FeeState state);
[[nodiscard]] Text fee_state_text(FeeState state);

struct FeePayment {
    Date day;
    std::optional<int> fee_year; ///< without it: the earliest year still open on that day
};

/// The payments of a right that were told, and up to when they are told.
struct FeePayments {
    std::vector<FeePayment> payments;
    Date known_to;
};

struct FeeCase {
    PatentType type = PatentType::unknown;
    std::optional<Date> filed{};   ///< as for the term, see TermBasis
    std::optional<Date> granted{}; ///< day of announcement
    std::optional<Date> term_end{};
    std::string reduction{}; ///< key of a FeeRules::Reduction; empty: none
    Date as_of{};
    std::optional<FeePayments> payments{}; ///< nothing: no data of payments
};

/// One year of fee.
struct FeeYear {
    int year = 0;
    Date due;                      ///< last day to pay without being late
    std::optional<Date> grace_end; ///< last day of grace; nothing for the year of grant
    std::optional<Money> full;     ///< nothing when no schedule covers the due date
    std::optional<Money> reduced;  ///< nothing when none was asked for, or it does not cover this year
    FeeState state = FeeState::unknown;
    int grace_month = 0; ///< 1, 2, ... when the as-of date lies in the grace, paid or not; else 0

    /// What is paid in time.
    [[nodiscard]] std::optional<Money> payable() const { return reduced ? reduced : full; }
};

/// Years of fee from that of grant to the last begun before the end of the term, ascending.
/// Definition  Year n runs from the (n-1)th to the nth anniversary of filing, and its fee is due on the day
/// it
///             begins; the fee of the year in which the grant was announced, on that announcement.
/// Variant     Legal holidays are not known: a period ending on one ends on the next working day. The years
/// of
///             a compensated term beyond the schedule are not in the list, their fee is another one.
/// Source      guidelines for examination, part V chapter 9; the amounts of `rules`.
/// Undefined   no_data           type, filing date (to the day) or, for a grant, its date not known.
///             not_granted       granted after `as_of`.
///             impossible_value  a grant before the filing.
/// Errors      UsageError when no reduction has this key, naming those there are.
[[nodiscard]] Measured<std::vector<FeeYear>> annual_fees(const FeeCase& right, const FeeRules& rules);

/// Surcharge when a fee is paid on `paid`: nothing before the due date or after the grace, or without rules
/// for that date. Its base is the full fee even when the fee is reduced.
[[nodiscard]] std::optional<Money> surcharge(const FeeYear& fee, const FeeRules& rules, const Date& paid);

/// 1 for the first month after the due date (its last day is the same day of the next month), 2, ...; 0 up
/// to the due date and after the last month.
[[nodiscard]] int grace_month(const Date& due, int months, const Date& day);

/// The year of fee named in words: 第5年年费. Nothing when none is named.
[[nodiscard]] std::optional<int> fee_year_in(std::string_view words);

} // namespace longmen
