// SPDX-License-Identifier: GPL-3.0-or-later
// Every family of the corpus by its best active member, placed among its like by the value a model gives.
#pragma once

#include <longmen/record/patent.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/stats/cohorts.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace longmen::analysis {

/// Where the value of one patent stands.
struct CohortPlace {
    Measured<double> percentile = Undefined::no_data; ///< mid-rank, 0-1
    std::string cohort;                               ///< `CN/28/2016`, see scoring::cohort_id
    std::size_t size = 0;                             ///< families in the cohort
};

/// The families filed by the cut-off date, each by one member: its active member of highest value (ties: the
/// smallest number), else any active one, else the first by number. Those with an active member and a value
/// are the members of the cohorts: technology field x filing year x office, widened as the model's own
/// cohorts are, with the model's minimum.
class FamilyStandings {
    stats::Cohorts cohorts_;
    std::vector<std::vector<double>> sorted_; // values, by cohort
    std::vector<std::string> ids_;            // by cohort

public:
    struct Family {
        std::uint32_t representative = 0;
        bool active = false;
    };
    std::map<std::string, Family> families; ///< by key

    /// Corpus and scores belong together.
    FamilyStandings(const Corpus& corpus, const scoring::ValueModel& model, const scoring::Scores& scores);

    /// Of any patent, whoever represents its family. Undefined as its value is, or cohort_too_small.
    [[nodiscard]] CohortPlace place(std::uint32_t patent, const scoring::Scores& scores) const;
};

/// The name of a patent's family: its own number when it stands alone.
[[nodiscard]] const std::string& family_key(const Patent& patent);

} // namespace longmen::analysis
