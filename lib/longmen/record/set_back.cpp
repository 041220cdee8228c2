// SPDX-License-Identifier: GPL-3.0-or-later
// Takes from a record what is later than a day, or has no date.
#include <longmen/record/set_back.hpp>

namespace longmen {
namespace {

/// States of applications that were never granted.
bool never_granted(LegalState state) {
    return state == LegalState::rejected || state == LegalState::withdrawn ||
           state == LegalState::deemed_withdrawn;
}

LegalState alive_on(const Patent& patent, const Date& day, bool granted_later_counts) {
    if (patent.grant_date) {
        if (last_day_of(*patent.grant_date).days() <= day.days()) {
            return LegalState::in_force;
        }
        return patent.grant_date->days() > day.days() ? LegalState::pending : LegalState::unknown;
    }
    return granted_later_counts ? LegalState::unknown : LegalState::pending;
}

LegalState state_on(const Patent& patent, const Date& day, const std::optional<Date>& ended) {
    switch (validity_of(patent.status)) {
    case Validity::unknown:
        return LegalState::unknown;
    case Validity::pending:
        return patent.status;
    case Validity::in_force:
        return alive_on(patent, day, true);
    case Validity::dead:
        break;
    }
    const auto end = ended                                  ? ended
                     : patent.status == LegalState::expired ? patent.expiry_date
                                                            : std::optional<Date>{};
    if (!end) {
        return LegalState::unknown;
    }
    if (last_day_of(*end).days() <= day.days()) {
        return patent.status;
    }
    return end->days() > day.days() ? alive_on(patent, day, !never_granted(patent.status))
                                    : LegalState::unknown;
}

} // namespace

Date last_day_of(const Date& date) {
    switch (date.precision()) {
    case DatePrecision::year:
        return Date::from_days(date.add_years(1).days() - 1);
    case DatePrecision::month:
        return Date::from_days(date.add_months(1).days() - 1);
    case DatePrecision::day:
        break;
    }
    return date;
}

Patent set_back(Patent patent, const Date& day, const std::optional<Date>& ended) {
    patent.status = state_on(patent, day, ended);
    const auto forget_later = [&](std::optional<Date>& date) {
        if (date && last_day_of(*date).days() > day.days()) {
            date.reset();
        }
    };
    forget_later(patent.grant_date);
    forget_later(patent.pub_date);
    for (auto* count :
         {&patent.vendor_forward_citations, &patent.vendor_backward_citations, &patent.vendor_family_size,
          &patent.transfers, &patent.licences, &patent.pledges, &patent.litigations}) {
        count->reset();
    }
    patent.family_members.clear();
    patent.extended_family_members.clear();
    return patent;
}

} // namespace longmen
