// SPDX-License-Identifier: GPL-3.0-or-later
// Which written names of applicants are one organisation, why, and what a person decided about it.
#pragma once

#include <longmen/base/table.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/resolve/organisations.hpp>
#include <longmen/store/name_decisions.hpp>

#include <string>
#include <vector>

namespace longmen::service {

/// One applicant with all its spellings.
struct Applicant {
    std::string name; ///< of the representative, as written
    resolve::PartyType type{};
    std::size_t patents = 0;            ///< records that name any of the spellings
    std::vector<std::string> spellings; ///< as written, without the representative's
    struct Joining {
        std::string name, other; ///< as written
        resolve::MergeReason reason{};
        double score = 1; ///< under `similar`
    };
    std::vector<Joining> joinings; ///< one for each further spelling: why it is here
};

/// Groups the written names of all applicants of a corpus. Enterprises take part under their name, code,
/// former names and aliases. Names on one record as joint applicants stay two; decisions by hand stand above
/// every rule. By patents, descending, then name. DataError for a vocabulary that cannot be read; UsageError
/// when decisions contradict each other.
[[nodiscard]] std::vector<Applicant> find_applicants(const Corpus& corpus, const std::string& models_folder,
                                                     const std::vector<store::NameDecision>& decisions);

/// Lets analyses of the corpus count by applicant: fills Corpus::same_as.
void unite_applicants(Corpus& corpus, const std::vector<Applicant>& applicants);

/// `applicant type patents spelling reason other score`: one row for each spelling, the representative first.
/// `only_joined` leaves out applicants with one spelling; `top` of 0 is all.
[[nodiscard]] Table applicant_table(const std::vector<Applicant>& applicants, Lang lang, bool only_joined,
                                    std::size_t top);
/// `name other same reason person at undone_at`.
[[nodiscard]] Table decision_table(const std::vector<store::NameDecision>& decisions, Lang lang);

} // namespace longmen::service
