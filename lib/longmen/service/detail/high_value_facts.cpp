// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers facts for the cases of high-value patents.
#include <longmen/service/detail/high_value_facts.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/event.hpp>
#include <longmen/record/in_force.hpp>
#include <longmen/record/number.hpp>
#include <longmen/store/events.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace longmen::service::detail {

using programme::AbroadRight;
using programme::HighValueFacts;

RightsAbroad::RightsAbroad(const Corpus& corpus, const programme::GrantedKinds& kinds, Date data_date,
                           bool extended)
    : corpus_(corpus), kinds_(kinds), data_date_(data_date), extended_(extended) {
    for (std::uint32_t i = 0; i < corpus.patents.size(); ++i) {
        const auto& patent = corpus.patents[i];
        if (!patent.office.empty() && patent.office != "CN") {
            foreign_[extended ? patent.extended_family : patent.family].push_back(i);
        }
    }
}

AbroadRight RightsAbroad::of_record(const Patent& patent) const {
    AbroadRight right{patent.number, patent.office};
    right.alive = in_force_on(patent, data_date_, data_date_);
    bool told = false;
    bool granted = false;
    for (const auto& number : patent.publications) {
        const auto kind = kinds_.granted(number);
        told = told || kind;
        granted = granted || kind.value_or(false);
    }
    if (patent.grant_date) {
        right.granted = true;
        right.granted_on = patent.grant_date;
    } else if (granted || validity_of(patent.status) == Validity::in_force) {
        right.granted = true;
    } else if (told || validity_of(patent.status) == Validity::pending) {
        right.granted = false;
    }
    return right;
}

void RightsAbroad::fill(const Patent& patent, HighValueFacts& facts) const {
    auto& rights = facts.abroad;
    std::set<std::string> known;
    if (const auto family = foreign_.find(extended_ ? patent.extended_family : patent.family);
        family != foreign_.end()) {
        for (const auto at : family->second) {
            const auto& member = corpus_.patents[at];
            rights.push_back(of_record(member));
            for (const auto& number : member.publications) {
                if (const auto parsed = parse_number(number, NumberHint::publication)) {
                    known.insert(parsed->key());
                }
            }
        }
    }
    const auto& listed = extended_ && !patent.extended_family_members.empty() ? patent.extended_family_members
                                                                              : patent.family_members;
    for (const auto& text : listed) {
        const auto number = parse_number(text, NumberHint::publication);
        const auto office = number ? number->office : text.substr(0, 2);
        if (office == "CN" || (number && !known.insert(number->key()).second)) {
            continue;
        }
        rights.push_back({text, office, kinds_.granted(text)});
    }
    // Of an office that some number or record tells about, the others add nothing.
    std::set<std::string> told;
    for (const auto& right : rights) {
        if (right.granted) {
            told.insert(right.office);
        }
    }
    std::erase_if(rights,
                  [&](const AbroadRight& right) { return !right.granted && told.contains(right.office); });
    const bool more_members = patent.vendor_family_size && *patent.vendor_family_size > 1;
    facts.family_known =
        !listed.empty() || !rights.empty() || (patent.vendor_family_size.has_value() && !more_members);
}

std::optional<Money> amount_in(std::string_view detail) {
    const auto text = fold_key(detail);
    constexpr std::array<std::string_view, 2> words{"金额", "amount"};
    for (const auto word : words) {
        const auto at = text.find(word);
        if (at == std::string::npos) {
            continue;
        }
        const auto begin = text.find_first_of("0123456789", at);
        if (begin == std::string::npos) {
            continue;
        }
        const auto unit = find_money_unit(std::string_view{text}.substr(at, begin - at));
        const auto end = text.find_first_of(";", begin);
        auto amount = std::string_view{text}.substr(begin, end == std::string::npos ? end : end - begin);
        for (const std::string_view stop : {"。", "、"}) {
            amount = amount.substr(0, amount.find(stop));
        }
        if (const auto money = parse_money(amount, unit)) {
            return money;
        }
    }
    return std::nullopt;
}

DealFacts gather_deals(const store::Workspace& workspace, const Corpus& corpus,
                       const std::vector<NumberedPledge>& pledges, const std::vector<NumberedAward>& awards) {
    DealFacts facts;
    const auto told_by = [](const store::PatentEvent& event) {
        return event.date.empty() ? event.detail
                                  : event.date + (event.detail.empty() ? "" : " " + event.detail);
    };
    for (const auto& event : store::load_events(workspace, event_key(EventKind::pledge))) {
        facts.pledges[event.patent].push_back(
            {Date::from_iso(event.date), amount_in(event.detail), told_by(event)});
    }
    for (const auto& event : store::load_events(workspace, event_key(EventKind::award))) {
        facts.awards[event.patent].push_back({Date::from_iso(event.date), event.detail, told_by(event)});
    }
    if (!pledges.empty() || !awards.empty()) {
        std::unordered_map<std::string, std::int64_t> by_number;
        const auto know = [&](const std::string& number, std::int64_t id) {
            if (const auto parsed = parse_number(number)) {
                by_number.try_emplace(parsed->key(), id);
            }
        };
        for (const auto& patent : corpus.patents) {
            know(patent.number, patent.id);
            know(patent.app_no, patent.id);
            for (const auto& number : patent.publications) {
                know(number, patent.id);
            }
        }
        const auto put = [&](const auto& row, auto& to) {
            const auto found = by_number.find(row.number);
            if (found == by_number.end()) {
                ++facts.not_found;
            } else {
                to[found->second].push_back(row.fact);
            }
        };
        for (const auto& row : pledges) {
            put(row, facts.pledges);
        }
        for (const auto& row : awards) {
            put(row, facts.awards);
        }
    }
    facts.tells_pledges = !pledges.empty() || !facts.pledges.empty();
    facts.tells_awards = !awards.empty() || !facts.awards.empty();
    return facts;
}

} // namespace longmen::service::detail
