// SPDX-License-Identifier: GPL-3.0-or-later
// Specialisation, rivals and white spots of a portfolio.
#include <longmen/analysis/positions.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/specialisation.hpp>
#include <longmen/record/in_force.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace longmen::analysis {

namespace {

constexpr double level = 0.95; // of the interval of RTA

using Profile = std::map<std::string, std::size_t>;

Profile profile_of(const Corpus& corpus, std::span<const std::uint32_t> selection,
                   const Categories& categories) {
    Profile result;
    for (const auto position : selection) {
        for (auto& key : categories(corpus.patents[position])) {
            ++result[std::move(key)];
        }
    }
    return result;
}

std::size_t total(const Profile& profile) {
    std::size_t sum = 0;
    for (const auto& [key, count] : profile) {
        sum += count;
    }
    return sum;
}

/// Filings of each class in the last complete years: recent ones and all of the long window.
struct Recent {
    Profile recent, all;
};
Recent recent_of(const Corpus& corpus, std::span<const std::uint32_t> selection, const Categories& categories,
                 const Date& as_of, const Rules& rules) {
    const int last = as_of.year() - rules.grey_years;
    Recent result;
    for (const auto position : selection) {
        const auto& patent = corpus.patents[position];
        const int year = patent.app_date ? patent.app_date->year() : last + 1;
        if (year > last || year <= last - rules.long_years) {
            continue;
        }
        for (const auto& key : categories(patent)) {
            ++result.all[key];
            result.recent[key] += year > last - rules.recent_years ? 1 : 0;
        }
    }
    return result;
}

std::optional<double> cosine(const Profile& a, const Profile& b) {
    const auto square = [](const Profile& profile) {
        double sum = 0;
        for (const auto& [key, count] : profile) {
            sum += static_cast<double>(count) * static_cast<double>(count);
        }
        return sum;
    };
    if (a.empty() || b.empty()) {
        return {};
    }
    double product = 0;
    for (const auto& [key, count] : a) {
        if (const auto other = b.find(key); other != b.end()) {
            product += static_cast<double>(count) * static_cast<double>(other->second);
        }
    }
    return std::min(1.0, product / std::sqrt(square(a) * square(b)));
}

std::vector<std::string> in_common(const Profile& a, const Profile& b) {
    constexpr std::size_t most = 5;
    std::vector<std::pair<std::size_t, std::string>> shared;
    for (const auto& [key, count] : a) {
        if (const auto other = b.find(key); other != b.end()) {
            shared.emplace_back(std::min(count, other->second), key);
        }
    }
    std::ranges::stable_sort(shared, std::greater{}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < std::min(most, shared.size()); ++i) {
        keys.push_back(shared[i].second);
    }
    return keys;
}

Peer peer_of(const Corpus& corpus, const Party& party, const Date& as_of, const Rules& rules) {
    Peer peer;
    peer.key = party.key;
    peer.name = party.name;
    peer.enterprise = party.enterprise;
    peer.patents = party.patents.size();
    for (const auto position : party.patents) {
        const auto& patent = corpus.patents[position];
        const auto in_force = in_force_on(patent, as_of, corpus.as_of);
        peer.inventions += patent.type == PatentType::invention ? 1 : 0;
        peer.in_force += in_force.value_or(false) ? 1 : 0;
        peer.in_force_unknown += in_force ? 0 : 1;
        peer.recent += patent.app_date && patent.app_date->days() <= as_of.days() &&
                               patent.app_date->year() > as_of.year() - rules.recent_years
                           ? 1
                           : 0;
    }
    return peer;
}

} // namespace

Position position_of(const Corpus& corpus, std::span<const std::uint32_t> own,
                     std::span<const std::uint32_t> whole, const Categories& categories, const Date& as_of,
                     const Rules& rules) {
    const Profile mine = profile_of(corpus, own, categories),
                  everyone = profile_of(corpus, whole, categories);
    const Recent growth = recent_of(corpus, whole, categories, as_of, rules);
    Position result;
    result.own = total(mine);
    result.all = total(everyone);
    for (const auto& [key, count] : everyone) {
        ClassPosition entry;
        entry.key = key;
        entry.all = count;
        if (const auto found = mine.find(key); found != mine.end()) {
            entry.own = found->second;
        }
        const auto found =
            indicators::specialisation({static_cast<double>(entry.own), static_cast<double>(result.own),
                                        static_cast<double>(count), static_cast<double>(result.all)},
                                       level);
        if (found.defined()) {
            entry.expected = found.value().expected;
            entry.rta = found.value().rta;
            entry.rta_interval = found.value().rta_interval;
            entry.rpa = found.value().rpa_tanh;
        }
        entry.reliable = entry.expected >= rules.white.min_expected;
        entry.p = stats::poisson_at_most(entry.own, entry.expected);
        if (const auto grown = growth.all.find(key); grown != growth.all.end()) {
            entry.recent = static_cast<double>(growth.recent.at(key)) / static_cast<double>(grown->second);
        }
        result.classes.push_back(entry);
    }
    for (const auto& entry : result.classes) {
        if (rules.white.white(entry.own, entry.expected, entry.p)) {
            result.white_spots.push_back(entry);
        }
    }
    std::ranges::stable_sort(result.white_spots, {}, &ClassPosition::p);
    std::ranges::stable_sort(result.classes, [](const ClassPosition& a, const ClassPosition& b) {
        return a.own != b.own ? a.own > b.own : a.all > b.all;
    });
    std::size_t n = 0;
    for (const auto position : whole) {
        n += categories(corpus.patents[position]).empty() ? 0 : 1;
    }
    result.basis = make_basis({}, as_of, n, whole.size() - n,
                              {"比较范围为全部所选记录", "compared with all records selected"});
    if (std::ranges::none_of(result.classes, &ClassPosition::reliable)) {
        result.white_spot_note = {
            fmt::format("组合仅{}件，没有一个类别的期望数达到{:g}件，不能判断空白", own.size(),
                        rules.white.min_expected),
            fmt::format("with {} records no class is expected to hold {:g}: white spots cannot be told",
                        own.size(), rules.white.min_expected)};
    }
    return result;
}

Peers peers_of(const Corpus& corpus, const std::vector<Party>& parties, const std::string& focal,
               const Categories& categories, const Date& as_of, const Rules& rules, std::size_t most) {
    const auto found = std::ranges::find(parties, focal, &Party::key);
    if (found == parties.end()) {
        throw UsageError(sentence("没有名为“{}”且拥有专利的申请人或企业",
                                  "no applicant or enterprise with patents is called `{}`", focal));
    }
    const Profile own = profile_of(corpus, found->patents, categories);
    struct Near {
        const Party* party;
        double similarity;
    };
    std::vector<Near> near;
    std::size_t larger = 0;
    for (const auto& party : parties) {
        larger += party.patents.size() > found->patents.size() ? 1 : 0;
        if (&party == &*found) {
            continue;
        }
        const auto similarity = cosine(own, profile_of(corpus, party.patents, categories));
        if (similarity && *similarity > 0) {
            near.push_back({&party, *similarity});
        }
    }
    std::ranges::stable_sort(near, [](const Near& a, const Near& b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity
                                            : a.party->patents.size() > b.party->patents.size();
    });
    if (near.size() > most) {
        near.resize(most);
    }
    Peers result;
    result.parties = parties.size();
    result.focal = peer_of(corpus, *found, as_of, rules);
    result.focal.rank = larger + 1;
    if (!own.empty()) {
        result.focal.similarity = 1;
    }
    Selection seen;
    for (const auto& party : parties) {
        seen.insert(seen.end(), party.patents.begin(), party.patents.end());
    }
    std::ranges::sort(seen);
    seen.erase(std::ranges::unique(seen).begin(), seen.end());
    for (const auto& [party, similarity] : near) {
        Peer peer = peer_of(corpus, *party, as_of, rules);
        peer.similarity = similarity;
        peer.in_common = in_common(own, profile_of(corpus, party->patents, categories));
        peer.rank = 1 + static_cast<std::size_t>(std::ranges::count_if(parties, [&](const Party& other) {
                        return other.patents.size() > party->patents.size();
                    }));
        result.nearest.push_back(std::move(peer));
    }
    result.basis = make_basis({}, as_of, seen.size(), 0,
                              {"按申请人分类构成的余弦相似度", "by cosine of the parties' classes"});
    return result;
}

} // namespace longmen::analysis
