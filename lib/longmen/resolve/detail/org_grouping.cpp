// SPDX-License-Identifier: GPL-3.0-or-later
// By hand, by code, by name, by other names, by parts, by similarity.
#include <longmen/resolve/detail/org_grouping.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/resolve/detail/org_conversions.hpp>
#include <longmen/resolve/detail/org_scripts.hpp>
#include <longmen/resolve/detail/org_similarity.hpp>
#include <longmen/resolve/detail/org_tables.hpp>

#include <algorithm>
#include <numeric>

namespace longmen::resolve::detail {

Grouping::Grouping(const std::vector<OrganisationMention>& mentions, const OrganisationVocabulary& vocabulary,
                   const OrganisationOptions& options)
    : vocabulary_(vocabulary), options_(options), ranking_(mentions, vocabulary),
      clusters_(ranking_.facts()) {}

template <class ReasonOf>
void Grouping::join_keys(const std::vector<Keyed>& keyed, Caution caution, ReasonOf reason_of) {
    for (std::size_t begin = 0; begin < keyed.size();) {
        std::vector<Rank> ranks;
        auto end = begin;
        for (; end < keyed.size() && keyed[end].key == keyed[begin].key; ++end) {
            ranks.push_back(keyed[end].rank);
        }
        if (ranks.size() > 1) {
            clusters_.join_bucket(std::move(ranks), caution, reason_of);
        }
        begin = end;
    }
}

OrganisationGroups Grouping::run(const std::vector<OrganisationOverride>& overrides) {
    OrganisationGroups result;
    result.unused_overrides = apply(overrides);
    note_joint_applicants();
    join_codes();
    join_names();
    join_aliases();
    join_former_names();
    join_conversions();
    join_parts();
    if (options_.similar) {
        join_similar();
    }
    join_scripts();
    collect(result);
    return result;
}

// --- by hand -------------------------------------------------------------------------------------------

std::vector<std::size_t> Grouping::apply(const std::vector<OrganisationOverride>& overrides) {
    std::vector<std::size_t> unused;
    for (const bool same : {true, false}) {
        for (std::size_t at = 0; at < overrides.size(); ++at) {
            const auto& word = overrides[at];
            if (word.same != same) {
                continue;
            }
            const auto [begin, end] = ranking_.writing(word.name);
            const auto [other_begin, other_end] = ranking_.writing(word.other);
            if (begin == end || other_begin == other_end) {
                unused.push_back(at);
                continue;
            }
            if (same) {
                for (Rank rank = other_begin; rank < other_end; ++rank) {
                    clusters_.join({begin, rank, MergeReason::by_hand, 1}, Caution::none);
                }
                continue;
            }
            if (clusters_.root(begin) == clusters_.root(other_begin)) {
                throw UsageError(
                    sentence("人工指定互相矛盾：“{}”与“{}”既被指定为同一机构，又被指定为不同机构",
                             "what was decided by hand contradicts itself: `{}` and `{}` are said "
                             "to be one organisation and two",
                             word.name, word.other));
            }
            keep_apart({begin, end}, {other_begin, other_end});
        }
    }
    std::ranges::sort(unused);
    return unused;
}
/// Mentions of one name are joined first, so that one pair speaks for all of them.
void Grouping::keep_apart(std::pair<Rank, Rank> one, std::pair<Rank, Rank> other) {
    for (Rank rank = one.first; rank < one.second; ++rank) {
        clusters_.keep_apart(rank, other.first);
    }
    for (Rank rank = other.first; rank < other.second; ++rank) {
        clusters_.keep_apart(one.first, rank);
    }
}

void Grouping::note_joint_applicants() {
    for (Rank rank = 0; rank < ranking_.size(); ++rank) {
        for (const auto& beside : ranking_.mention(rank).joint) {
            const auto [begin, end] = ranking_.writing(beside);
            if (begin != end && ranking_.name(begin).normalised != ranking_.name(rank).normalised) {
                clusters_.note_joint(rank, begin);
            }
        }
    }
}

// --- joinings ------------------------------------------------------------------------------------------

void Grouping::join_codes() {
    std::vector<Keyed> codes;
    for (Rank rank = 0; rank < ranking_.size(); ++rank) {
        if (!ranking_.mention(rank).credit_code.empty()) {
            codes.push_back({ranking_.mention(rank).credit_code, rank});
        }
    }
    sort_keys(codes);
    join_keys(codes, Caution::codes, [](Rank, Rank) { return MergeReason::same_code; });
}

void Grouping::join_names() {
    join_keys(
        ranking_.keys([](const auto& name) { return name.normalised; }), Caution::codes, [&](Rank a, Rank b) {
            return ranking_.name(a).bracketed == ranking_.name(b).bracketed ? MergeReason::same_name
                                                                            : MergeReason::bracketed_place;
        });
    bags_ = ranking_.keys([](const auto& name) { return name.bag_key(); });
    const auto reason = [&](Rank a, Rank b) { return reason_between(a, b); };
    const auto telling = [&](std::vector<Keyed> keyed) {
        std::erase_if(keyed, [&](const Keyed& row) { return !tells(ranking_.name(row.rank)); });
        return keyed;
    };
    join_keys(telling(bags_), Caution::joint, reason);
    join_keys(telling(ranking_.keys([](const auto& name) { return name.joined_key(); })), Caution::joint,
              reason);
}

/// `Technology Co., Ltd.` and `Technology Corp.` say nothing of who is meant: only the same letters join
/// them. `Korea Aerospace Research Institute` says enough, though each word of it is common.
bool Grouping::tells(const OrganisationName& name) {
    const auto said = [](const NameWord& word) { return word.word_class == WordClass::trade; };
    return std::ranges::any_of(name.words,
                               [](const NameWord& word) { return word.word_class == WordClass::plain; }) ||
           std::ranges::count_if(name.words, said) >
               (name.type == PartyType::enterprise || name.places.empty() ? 1 : 0);
}

MergeReason Grouping::reason_between(Rank a, Rank b) const {
    const auto& one = ranking_.name(a);
    const auto& other = ranking_.name(b);
    if (one.words != other.words || one.places != other.places) {
        return MergeReason::spelling;
    }
    if (one.legal_form != other.legal_form) {
        return MergeReason::legal_form;
    }
    return one.bracketed != other.bracketed ? MergeReason::bracketed_place : MergeReason::spelling;
}

/// Mentions that write a name given elsewhere, with a legal form that agrees with it.
std::vector<Rank> Grouping::writing(std::string_view name) const {
    const auto parsed = parse_organisation_name(name, vocabulary_);
    auto ranks = with_key(bags_, parsed.bag_key());
    std::erase_if(ranks, [&](Rank rank) {
        return (ranking_.name(rank).countries & parsed.countries) == 0 ||
               (ranking_.name(rank).order & parsed.order) == 0;
    });
    return ranks;
}

void Grouping::join_aliases() {
    for (const auto& alias : vocabulary_.tables().aliases) {
        std::vector<Rank> ranks;
        for (const auto& name : alias.names) {
            const auto found = writing(name);
            ranks.insert(ranks.end(), found.begin(), found.end());
        }
        std::ranges::sort(ranks);
        for (std::size_t at = 1; at < ranks.size(); ++at) {
            const auto reason = alias.former ? MergeReason::former_name
                                : ranking_.name(ranks[0]).cjk != ranking_.name(ranks[at]).cjk
                                    ? MergeReason::transliteration
                                    : MergeReason::alias;
            clusters_.join({ranks[0], ranks[at], reason, 1}, Caution::joint);
        }
    }
}

void Grouping::join_former_names() {
    for (Rank rank = 0; rank < ranking_.size(); ++rank) {
        for (const auto& former : ranking_.name(rank).former) {
            for (const auto other : writing(former)) {
                clusters_.join({rank, other, MergeReason::former_name, 1}, Caution::codes);
            }
        }
    }
}

void Grouping::join_conversions() {
    for (const auto& [one, other] : conversions(ranking_, vocabulary_.tables())) {
        clusters_.join({one, other, MergeReason::conversion, 1}, Caution::joint);
    }
}

/// Departments, and branches on request, under the key of the whole.
void Grouping::join_parts() {
    std::vector<Keyed> parts;
    for (Rank rank = 0; rank < ranking_.size(); ++rank) {
        const auto& name = ranking_.name(rank);
        const bool wanted = name.unit == NameUnit::department
                                ? options_.departments
                                : name.unit == NameUnit::branch && options_.branches;
        if (wanted && !name.parent.empty()) {
            const auto parent =
                parse_organisation_name(name.parent, vocabulary_, ranking_.mention(rank).country);
            parts.push_back({parent.bag_key(), rank});
        }
    }
    sort_keys(parts);
    for (std::size_t begin = 0; begin < parts.size();) {
        auto end = begin;
        auto ranks = with_key(bags_, parts[begin].key);
        for (; end < parts.size() && parts[end].key == parts[begin].key; ++end) {
            ranks.push_back(parts[end].rank);
        }
        for (std::size_t at = 1; at < ranks.size(); ++at) {
            const auto unit = ranking_.name(ranks[at]).unit;
            if (unit != NameUnit::whole) {
                clusters_.join({ranks[0], ranks[at],
                                unit == NameUnit::branch ? MergeReason::branch : MergeReason::department, 1},
                               Caution::codes);
            }
        }
        begin = end;
    }
}

void Grouping::join_similar() {
    std::vector<Rank> units;
    std::vector<std::pair<Rank, std::string>> seen;
    for (Rank rank = 0; rank < ranking_.size(); ++rank) {
        if (!ranking_.name(rank).cjk) {
            seen.emplace_back(clusters_.root(rank), ranking_.name(rank).joined_key());
            units.push_back(rank);
        }
    }
    // One mention for each spelling of a group, the first by name.
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, [&](auto a, auto b) { return std::tie(seen[a], units[a]) < std::tie(seen[b], units[b]); });
    std::vector<Rank> distinct;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at == 0 || seen[order[at]] != seen[order[at - 1]]) {
            distinct.push_back(units[order[at]]);
        }
    }
    std::ranges::sort(distinct);
    for (const auto& pair : similar_pairs(ranking_.names(), distinct, vocabulary_.tables())) {
        // Names of one key were looked at together, and what was kept apart then stays so.
        if (ranking_.name(pair.a).bag_key() == ranking_.name(pair.b).bag_key()) {
            continue;
        }
        const auto& one = ranking_.mention(pair.a).province;
        const auto& other = ranking_.mention(pair.b).province;
        if (one.empty() || other.empty() || one == other) {
            clusters_.join({pair.a, pair.b, MergeReason::similar, pair.score}, Caution::joint);
        }
    }
}

void Grouping::join_scripts() {
    for (const auto& [one, other] : script_pairs(ranking_, clusters_, vocabulary_.tables())) {
        clusters_.join({one, other, MergeReason::transliteration, 1}, Caution::joint);
    }
}

// --- finish --------------------------------------------------------------------------------------------

void Grouping::collect(OrganisationGroups& result) {
    std::vector<std::pair<Rank, Rank>> members; // root, rank
    members.reserve(ranking_.size());
    for (Rank rank = 0; rank < ranking_.size(); ++rank) {
        members.emplace_back(clusters_.root(rank), rank);
    }
    std::ranges::sort(members);
    std::vector<std::pair<Rank, std::size_t>> first; // representative's rank, group
    std::vector<std::size_t> group_of(ranking_.size());
    std::vector<OrganisationGroup> groups;
    for (std::size_t begin = 0; begin < members.size();) {
        auto end = begin;
        OrganisationGroup group;
        Rank best = members[begin].second;
        for (; end < members.size() && members[end].first == members[begin].first; ++end) {
            const auto rank = members[end].second;
            group.members.push_back(ranking_.position(rank));
            group_of[rank] = groups.size();
            if (standing(rank) < standing(best)) {
                best = rank;
            }
        }
        group.representative = ranking_.position(best);
        group.type = ranking_.name(best).type;
        first.emplace_back(best, groups.size());
        groups.push_back(std::move(group));
        begin = end;
    }
    for (const auto& link : clusters_.links()) {
        const bool code = link.reason == MergeReason::same_code;
        const auto& one = ranking_.mention(link.a);
        const auto& other = ranking_.mention(link.b);
        groups[group_of[link.a]].links.push_back({ranking_.position(link.a), ranking_.position(link.b),
                                                  link.reason, code ? one.credit_code : one.name,
                                                  code ? other.credit_code : other.name, link.score});
    }
    std::ranges::sort(first);
    result.groups.reserve(groups.size());
    for (const auto& [rank, index] : first) {
        result.groups.push_back(std::move(groups[index]));
    }
}
/// The smallest stands for the group.
std::tuple<bool, std::int64_t, Rank> Grouping::standing(Rank rank) const {
    return {ranking_.name(rank).unit != NameUnit::whole,
            -static_cast<std::int64_t>(ranking_.mention(rank).records), rank};
}

} // namespace longmen::resolve::detail
