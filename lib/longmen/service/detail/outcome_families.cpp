// SPDX-License-Identifier: GPL-3.0-or-later
// Families grown, by the records filed until a day.
#include <longmen/service/detail/outcome_families.hpp>

#include <longmen/service/detail/outcome_counts.hpp>

#include <set>
#include <unordered_map>

namespace longmen::service::detail {
namespace {

/// Offices of the records of each family filed by a day.
std::unordered_map<std::string, std::set<std::string>> offices_by(const Corpus& corpus, const Date& day) {
    std::unordered_map<std::string, std::set<std::string>> offices;
    for (const auto& patent : corpus.patents) {
        if (patent.app_date && patent.app_date->days() <= day.days() && !patent.office.empty() &&
            patent.office != "WO") {
            offices[patent.family].insert(patent.office);
        }
    }
    return offices;
}

} // namespace

void judge_families(Outcomes& outcomes, const Corpus& corpus, std::size_t least, const Date& as_of,
                    const Date& until) {
    const auto before = offices_by(corpus, as_of), after = offices_by(corpus, until);
    const auto size = [](const auto& offices, const std::string& family) {
        const auto found = offices.find(family);
        return found == offices.end() ? std::size_t{0} : found->second.size();
    };
    outcomes.counts.assign(corpus.patents.size(), 0);
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        if (outcomes.happened[i] == Outcomes::left_out) {
            continue;
        }
        const auto& family = corpus.patents[i].family;
        const auto grown = size(after, family);
        outcomes.counts[i] = static_cast<double>(grown);
        if (size(before, family) >= least) {
            leave_out(outcomes, i, LeftOut::already);
        } else {
            outcomes.happened[i] = grown >= least ? 1 : 0;
        }
    }
}

namespace {

/// Applications of each family filed by a day.
std::unordered_map<std::string, std::size_t> members_by(const Corpus& corpus, const Date& day) {
    std::unordered_map<std::string, std::size_t> members;
    for (const auto& patent : corpus.patents) {
        if (patent.app_date && patent.app_date->days() <= day.days()) {
            ++members[patent.family];
        }
    }
    return members;
}

/// Position of the first filed of each family.
std::unordered_map<std::string, std::size_t> first_filed(const Corpus& corpus) {
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) { // by number
        const auto& patent = corpus.patents[i];
        if (patent.app_date) {
            const auto [place, is_new] = first.try_emplace(patent.family, i);
            if (!is_new && patent.app_date->days() < corpus.patents[place->second].app_date->days()) {
                place->second = i;
            }
        }
    }
    return first;
}

std::size_t size_of(const std::size_t& members) {
    return members;
}
std::size_t size_of(const std::set<std::string>& offices) {
    return offices.size();
}

template <class Sizes>
void take_sizes(Outcomes& outcomes, const Corpus& corpus, std::size_t least, const Sizes& before,
                const Sizes& after) {
    const auto size = [](const Sizes& sizes, const std::string& family) {
        const auto found = sizes.find(family);
        return found == sizes.end() ? std::size_t{0} : size_of(found->second);
    };
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        if (outcomes.happened[i] == Outcomes::left_out) {
            continue;
        }
        const auto& family = corpus.patents[i].family;
        outcomes.counts[i] = static_cast<double>(size(after, family));
        if (least > 0 && size(before, family) >= least) {
            leave_out(outcomes, i, LeftOut::already);
        }
    }
}

} // namespace

void judge_breadth(Outcomes& outcomes, const Corpus& corpus, const OutcomeSpec& spec, const Date& as_of,
                   const Date& until) {
    const auto first = first_filed(corpus);
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        if (outcomes.happened[i] != Outcomes::left_out && first.at(corpus.patents[i].family) != i) {
            leave_out(outcomes, i, LeftOut::other_member);
        }
    }
    outcomes.counts.assign(corpus.patents.size(), 0);
    if (spec.members) {
        take_sizes(outcomes, corpus, spec.least, members_by(corpus, as_of), members_by(corpus, until));
    } else {
        take_sizes(outcomes, corpus, spec.least, offices_by(corpus, as_of), offices_by(corpus, until));
    }
}

} // namespace longmen::service::detail
