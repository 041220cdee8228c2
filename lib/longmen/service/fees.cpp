// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the open fees of a workspace.
#include <longmen/service/fees.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/event.hpp>
#include <longmen/record/in_force.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/store/events.hpp>

#include <algorithm>
#include <unordered_map>

namespace longmen::service {
namespace {

constexpr int most_years = 30;

/// Payments by patent. A file tells of payments up to its date; where it has none, up to its last payment.
std::unordered_map<std::int64_t, FeePayments> load_payments(const store::Workspace& workspace) {
    std::unordered_map<std::int64_t, FeePayments> result;
    for (const auto& event : store::load_events(workspace, event_key(EventKind::fee_paid))) {
        const auto day = Date::from_iso(event.date);
        if (!day || day->precision() != DatePrecision::day) {
            continue; // paid on nobody knows which day: nothing to hold a fee against
        }
        const auto told = Date::from_iso(event.source_date);
        const auto known_to = told && told->days() > day->days() ? *told : *day;
        auto& of = result.try_emplace(event.patent, FeePayments{{}, known_to}).first->second;
        of.known_to =
            std::max(of.known_to, known_to, [](const Date& a, const Date& b) { return a.days() < b.days(); });
        of.payments.push_back({*day, fee_year_in(event.detail)});
    }
    return result;
}

bool is_open(const FeeYear& fee, const Date& until) {
    switch (fee.state) {
    case FeeState::due:
        return fee.due.days() <= until.days();
    case FeeState::grace:
        return true;
    case FeeState::unknown:
        return fee.grace_month > 0;
    case FeeState::paid_with_grant:
    case FeeState::paid:
    case FeeState::lapsed:
        break;
    }
    return false;
}

} // namespace

FeeList list_fees(const store::Workspace& workspace, const FeesRequest& request) {
    return list_fees(workspace, request, load_corpus(workspace, request.models_folder, request.as_of));
}

FeeList list_fees(const store::Workspace& workspace, const FeesRequest& request, Corpus corpus) {
    if (request.years < 1 || request.years > most_years) {
        throw UsageError(sentence("--years 须在 1 至 {} 之间", "--years must be from 1 to {}", most_years));
    }
    const auto rules = FeeRules::read_folder(request.models_folder);
    FeeList list;
    list.request = request;
    list.corpus = std::move(corpus);
    const auto& as_of = list.corpus.as_of;
    list.until = as_of.add_years(request.years);
    if (const auto* restoration = rules.restoration(as_of)) {
        list.restoration = restoration->fee;
    }
    // Also without any right, a reduction that does not exist is refused.
    (void)annual_fees({.reduction = request.reduction, .as_of = as_of}, rules);
    const auto payments = load_payments(workspace);
    for (std::size_t i = 0; i < list.corpus.patents.size(); ++i) {
        const auto& patent = list.corpus.patents[i];
        const auto in_force =
            patent.office == "CN" ? in_force_on(patent, as_of, as_of) : std::optional{false};
        list.state_open += in_force ? 0 : 1;
        if (!in_force || !*in_force) {
            continue;
        }
        ++list.in_force;
        FeeCase right{patent.type,       patent.app_date, patent.grant_date, patent.expiry_date,
                      request.reduction, as_of,           std::nullopt};
        if (const auto told = payments.find(patent.id); told != payments.end()) {
            right.payments = told->second;
            ++list.with_payments;
        }
        const auto fees = annual_fees(right, rules);
        if (!fees.defined()) {
            list.unknown[fees.reason()].push_back(patent.number);
            continue;
        }
        for (const auto& fee : fees.value()) {
            list.lapsed += fee.state == FeeState::lapsed ? 1 : 0;
            if (is_open(fee, list.until) && fee.payable()) {
                list.open.push_back({i, fee, *fee.payable(), surcharge(fee, rules, as_of)});
            }
        }
    }
    std::ranges::stable_sort(list.open, {}, [](const OpenFee& open) { return open.fee.due.days(); });
    return list;
}

} // namespace longmen::service
