// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the state of a right on a day from one record.
#include <longmen/record/in_force.hpp>

namespace longmen {

std::optional<bool> in_force_on(const Patent& patent, const Date& day, const Date& data_date) {
    if (patent.grant_date && patent.grant_date->days() > day.days()) {
        return false;
    }
    if (patent.app_date && patent.app_date->days() > day.days()) {
        return false;
    }
    if (patent.expiry_date && patent.expiry_date->days() <= day.days()) {
        return false;
    }
    switch (validity_of(patent.status)) {
    case Validity::in_force:
        // A grant without its date may be younger than the day asked for.
        return day.days() < data_date.days() && !patent.grant_date ? std::nullopt : std::optional{true};
    case Validity::pending:
        return false;
    case Validity::dead:
        break;
    case Validity::unknown:
        return {};
    }
    switch (patent.status) {
    case LegalState::rejected:
    case LegalState::withdrawn:
    case LegalState::deemed_withdrawn:
    case LegalState::invalidated: // void from the beginning
    case LegalState::revoked:
        return false;
    default:
        break;
    }
    if (patent.status == LegalState::expired && patent.grant_date && patent.expiry_date) {
        return true; // granted by the day, and the day lies before the end of the term
    }
    return day.days() < data_date.days() ? std::nullopt : std::optional{false};
}

} // namespace longmen
