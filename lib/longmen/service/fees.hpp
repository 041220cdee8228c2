// SPDX-License-Identifier: GPL-3.0-or-later
// Annual fees ahead: for the rights in force, by patent, enterprise, park and year.
#pragma once

#include <longmen/record/annual_fees.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct FeesRequest {
    std::string models_folder;
    std::optional<Date> as_of; ///< default: the workspace's data date
    std::string reduction;     ///< key of the fee rules; empty: none. Taken for every right alike
    int years = 3;             ///< fees due up to that many years after `as_of`, 1-30
};

/// One fee of one right: ahead, or late and perhaps unpaid.
struct OpenFee {
    std::size_t patent = 0; ///< position in FeeList::corpus
    FeeYear fee;
    Money payable;               ///< in time
    std::optional<Money> late{}; ///< surcharge when it is paid on the as-of date; only in the grace
};

struct FeeList {
    Corpus corpus;
    FeesRequest request;
    Date until;                 ///< last due date listed
    std::vector<OpenFee> open;  ///< by due date, then number
    std::size_t in_force = 0;   ///< Chinese rights in force
    std::size_t state_open = 0; ///< Chinese rights of which the records do not tell whether they are in force
    std::size_t with_payments = 0;                         ///< in force, with at least one payment told
    std::map<Undefined, std::vector<std::string>> unknown; ///< in force without fees: reason, numbers
    std::size_t lapsed = 0; ///< fees known to be unpaid when their grace ended, of rights given as in force
    Money restoration;      ///< what it costs to restore a right ended for want of a fee
};

/// Chinese patents in force on `as_of`. A fee is open when it falls due by `until`, or lies in its grace, and
/// is not known to be paid. UsageError: no such reduction, years out of range. DataError: see load_corpus.
[[nodiscard]] FeeList list_fees(const store::Workspace& workspace, const FeesRequest& request);
/// The same of a corpus at hand, loaded from that workspace; its date goes before that of the request.
[[nodiscard]] FeeList list_fees(const store::Workspace& workspace, const FeesRequest& request, Corpus corpus);

enum class FeeSubject : std::uint8_t { patent, enterprise, park, year };

/// patent      `number title applicant fee_year due full_cny payable_cny state grace_end grace_month
///             surcharge_cny`
/// enterprise  `enterprise uscc year patents fees full_cny payable_cny grace_fees grace_cny`, one row for
/// each
///             year in which fees fall due; park `park year ...`; year `year ...`.
/// A joint right counts whole for each of its enterprises and once for a park and a year; rights of nobody in
/// the workspace stand under an empty name. `grace_*` are the fees late and not known to be paid, with their
/// surcharge on the as-of date; they are part of the sums of their year. `top` rows, 0 for all.
[[nodiscard]] Table fee_table(const FeeList& list, FeeSubject subject, Lang lang, std::size_t top);
/// `as_of until reduction payments(known|unknown|partly) by totals{patents fees full_cny payable_cny
/// grace_fees grace_cny} in_force state_unknown not_computable[]{reason count numbers[]} restoration_cny
/// rows[]`.
[[nodiscard]] std::string fee_json(const FeeList& list, FeeSubject subject);
/// What is known of payments: `known`, `partly`, `unknown`, and in words.
[[nodiscard]] std::string_view payments_key(const FeeList& list);
[[nodiscard]] Sentence payments_sentence(const FeeList& list);
/// What is counted, what it adds up to, what is not known: one sentence each.
[[nodiscard]] std::vector<std::string> fee_statement(const FeeList& list, Lang lang);

} // namespace longmen::service
