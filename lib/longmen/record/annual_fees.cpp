// SPDX-License-Identifier: GPL-3.0-or-later
// Due dates, reductions, grace and states of annual fees.
#include <longmen/record/annual_fees.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace longmen {
namespace {

struct StateRow {
    std::string_view key;
    Text text;
};
constexpr auto states = std::to_array<StateRow>({
    {"paid_with_grant", {"授权时已缴", "paid with the grant"}},
    {"paid", {"已缴", "paid"}},
    {"due", {"待缴", "due"}},
    {"grace", {"滞纳期内未缴", "unpaid, in grace"}},
    {"lapsed", {"逾期未缴", "unpaid when the grace ended"}},
    {"unknown", {"缴费情况不明", "payment unknown"}},
});

constexpr std::int64_t whole = 100; // per cent

/// The year of fee a day lies in; an anniversary begins the next one.
int year_of(const Date& filed, const Date& day) {
    int year = day.year() - filed.year();
    year += filed.add_years(year).days() <= day.days() ? 1 : 0;
    return year;
}

/// Marks what the payments made by the as-of date pay.
void settle(std::vector<FeeYear>& fees, const FeeCase& right) {
    auto given = right.payments->payments;
    std::erase_if(given, [&](const FeePayment& payment) { return payment.day.days() > right.as_of.days(); });
    std::ranges::sort(given, {}, [](const FeePayment& payment) { return payment.day.days(); });
    const auto pay = [](FeeYear& fee) { fee.state = FeeState::paid; };
    for (const auto& payment : given) {
        if (payment.fee_year) {
            const auto named = std::ranges::find(fees, *payment.fee_year, &FeeYear::year);
            if (named != fees.end() && named->state != FeeState::paid_with_grant) {
                pay(*named);
            }
        }
    }
    for (const auto& payment : given) {
        const auto open = std::ranges::find_if(fees, [&](const FeeYear& fee) {
            return fee.state != FeeState::paid && fee.state != FeeState::paid_with_grant && fee.grace_end &&
                   payment.day.days() <= fee.grace_end->days();
        });
        const bool with_grant = payment.day.days() <= right.granted->days();
        if (!payment.fee_year && !with_grant && open != fees.end()) {
            pay(*open);
        }
    }
}

FeeState state_of(const FeeYear& fee, const FeeCase& right) {
    if (fee.state == FeeState::paid || fee.state == FeeState::paid_with_grant) {
        return fee.state;
    }
    if (right.as_of.days() <= fee.due.days()) {
        return FeeState::due;
    }
    // Silence of the payments says something only up to the day they are told for.
    if (!right.payments || right.payments->known_to.days() < right.as_of.days()) {
        return FeeState::unknown;
    }
    return fee.grace_month > 0 ? FeeState::grace : FeeState::lapsed;
}

void check_reduction(const std::string& key, const FeeRules& rules) {
    const auto keys = rules.reduction_keys();
    if (!key.empty() && std::ranges::find(keys, key) == keys.end()) {
        throw UsageError(sentence("没有减缴档“{}”；可用的有：none, {}",
                                  "no reduction `{}`; there are: none, {}", key, fmt::join(keys, ", ")));
    }
}

} // namespace

std::string_view fee_state_key(FeeState state) {
    return states.at(static_cast<std::size_t>(state)).key;
}
Text fee_state_text(FeeState state) {
    return states.at(static_cast<std::size_t>(state)).text;
}

int grace_month(const Date& due, int months, const Date& day) {
    if (day.days() <= due.days()) {
        return 0;
    }
    for (int month = 1; month <= months; ++month) {
        if (day.days() <= due.add_months(month).days()) {
            return month;
        }
    }
    return 0;
}

Measured<std::vector<FeeYear>> annual_fees(const FeeCase& right, const FeeRules& rules) {
    check_reduction(right.reduction, rules);
    const auto to_the_day = [](const std::optional<Date>& date) {
        return date && date->precision() == DatePrecision::day;
    };
    if (right.type == PatentType::unknown || !to_the_day(right.filed) || !to_the_day(right.granted)) {
        return Undefined::no_data;
    }
    const auto& filed = *right.filed;
    const auto& granted = *right.granted;
    if (granted.days() < filed.days()) {
        return Undefined::impossible_value;
    }
    if (granted.days() > right.as_of.days()) {
        return Undefined::not_granted;
    }
    std::vector<FeeYear> fees;
    const int first = year_of(filed, granted);
    for (int year = first;; ++year) {
        const auto begins = filed.add_years(year - 1);
        const auto due = year == first ? granted : begins;
        if (right.term_end && begins.days() >= right.term_end->days()) {
            break;
        }
        FeeYear fee{.year = year, .due = due, .grace_end = {}, .full = {}, .reduced = {}};
        fee.full = rules.fee(right.type, year, due);
        // No schedule yet on that day is a gap in the rules; past the last year of one there is no fee.
        if (!fee.full && rules.last_year(right.type, due) != 0) {
            break;
        }
        const auto* reduction = rules.reduction(right.reduction, due);
        if (fee.full && reduction && year - first < reduction->years) {
            fee.reduced = share_of(*fee.full, whole - reduction->percent);
        }
        if (year == first) {
            fee.state = FeeState::paid_with_grant;
        } else if (const auto* grace = rules.grace(due)) {
            fee.grace_end = due.add_months(grace->months);
            fee.grace_month = grace_month(due, grace->months, right.as_of);
        }
        fees.push_back(fee);
        constexpr int most_years = 100; // of a right whose end nobody knows, under rules without a last year
        if (year - first > most_years) {
            break;
        }
    }
    if (right.payments) {
        settle(fees, right);
    }
    for (auto& fee : fees) {
        fee.state = state_of(fee, right);
    }
    return fees;
}

std::optional<Money> surcharge(const FeeYear& fee, const FeeRules& rules, const Date& paid) {
    const auto* grace = fee.grace_end && fee.full ? rules.grace(fee.due) : nullptr;
    const int month = grace ? grace_month(fee.due, grace->months, paid) : 0;
    if (month == 0) {
        return std::nullopt;
    }
    return share_of(*fee.full, grace->surcharge_percent.at(static_cast<std::size_t>(month - 1)));
}

std::optional<int> fee_year_in(std::string_view words) {
    constexpr std::string_view before = "第";
    constexpr std::string_view after = "年";
    const auto folded = fold_key(words);
    const std::string_view text{folded};
    for (auto at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
        const auto digits = text.substr(at + before.size());
        int year = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
        const std::string_view rest{end, static_cast<std::size_t>(digits.data() + digits.size() - end)};
        if (error == std::errc{} && year > 0 && rest.starts_with(after)) {
            return year;
        }
    }
    return std::nullopt;
}

} // namespace longmen
