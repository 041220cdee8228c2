// SPDX-License-Identifier: GPL-3.0-or-later
// What a validation found, as its tables and its page are written from it.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/scoring/validation.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace longmen::report {

/// A model under validation.
struct ValidatedModel {
    std::string id, version, checksum;
    Sentence title;
    bool yardstick = false;
    std::vector<std::string> dropped; ///< terms left out, being undated
    std::vector<std::string> settled; ///< inputs told of the application itself, as the records have them now
};

/// One cut-off date.
struct ValidatedDate {
    Date as_of, until;
    Date learned_on; ///< where scores were turned into probabilities: outcomes within (learned_on, as_of]
    std::size_t learned_members = 0, learned_positives = 0;
    scoring::Validation found;
};

/// Patents of one field, filing year or office.
struct ValidatedGroup {
    std::string by;  ///< `field`, `year`, `office`
    std::string key; ///< number of the field, year, office
    Sentence name;
    bool small = false; ///< fewer than the rules ask for: no figures
    scoring::Validation found;
};

struct LeftOutCount {
    std::string key;
    Sentence why;
    std::size_t count = 0; ///< patents, once for each cut-off date
};

struct ValidationData {
    std::string outcome; ///< as given
    Sentence outcome_words;
    Date data_date;
    scoring::ValidationRules rules;
    std::vector<ValidatedModel> models; ///< in the order of the figures, the yardsticks last
    scoring::Validation pooled;         ///< every patent at one of the dates
    std::vector<ValidatedDate> dates;
    std::vector<ValidatedGroup> groups; ///< by field, year, office
    std::vector<LeftOutCount> left_out;
    std::vector<Sentence> cautions;
};

} // namespace longmen::report
