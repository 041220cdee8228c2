// SPDX-License-Identifier: GPL-3.0-or-later
// Grouping names of organisations: the order of the joinings, and the groups made from them.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/resolve/detail/org_clusters.hpp>
#include <longmen/resolve/detail/org_reading.hpp>
#include <longmen/resolve/detail/org_similarity.hpp>
#include <longmen/resolve/organisations.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace longmen::resolve {
namespace {

using detail::Caution;
using detail::Rank;

struct Row {
    std::string_view key;
    Text text;
};

constexpr auto reasons = std::to_array<Row>({
    {"by_hand", {"人工指定", "decided by hand"}},
    {"same_code", {"统一社会信用代码相同", "the same credit code"}},
    {"same_name", {"名称相同", "the same name"}},
    {"legal_form", {"仅组织形式不同", "only the legal form differs"}},
    {"bracketed_place", {"仅括号写法不同", "only the brackets differ"}},
    {"spelling", {"缩写、词序或空格不同", "abbreviations, word order or blanks differ"}},
    {"former_name", {"曾用名", "a former name"}},
    {"alias", {"同一机构的别名", "another name of the same body"}},
    {"transliteration", {"同一名称的不同文字", "the same name in another script"}},
    {"department", {"同一高校的院系", "a part of the same university"}},
    {"branch", {"分支机构", "a branch"}},
    {"similar", {"拼写相近", "similar spelling"}},
});

/// A key and the mention that has it.
struct Keyed {
    std::string key;
    Rank rank = 0;
};

class Grouping {
    const std::vector<OrganisationMention>& mentions_;
    const OrganisationVocabulary& vocabulary_;
    const OrganisationOptions& options_;
    std::vector<std::size_t> position_;   ///< of each rank in the input
    std::vector<OrganisationName> names_; ///< by rank
    std::vector<Keyed> bags_;             ///< sorted by key
    detail::Clusters clusters_;

public:
    Grouping(const std::vector<OrganisationMention>& mentions, const OrganisationVocabulary& vocabulary,
             const OrganisationOptions& options)
        : mentions_(mentions), vocabulary_(vocabulary), options_(options), clusters_(rank_mentions()) {}

    OrganisationGroups run(const std::vector<OrganisationOverride>& overrides) {
        OrganisationGroups result;
        result.unused_overrides = apply(overrides);
        note_joint_applicants();
        join_codes();
        join_keys(keys([](const auto& name) { return name.normalised; }), Caution::codes,
                  [&](Rank a, Rank b) {
                      return names_[a].bracketed == names_[b].bracketed ? MergeReason::same_name
                                                                        : MergeReason::bracketed_place;
                  });
        bags_ = keys([](const auto& name) { return name.bag_key(); });
        const auto reason = [&](Rank a, Rank b) { return reason_between(a, b); };
        join_keys(bags_, Caution::joint, reason);
        join_keys(keys([](const auto& name) { return name.joined_key(); }), Caution::joint, reason);
        join_aliases();
        join_former_names();
        join_parts();
        if (options_.similar) {
            join_similar();
        }
        collect(result);
        return result;
    }

private:
    // --- gather --------------------------------------------------------------------------------------------

    [[nodiscard]] const OrganisationMention& mention(Rank rank) const { return mentions_[position_[rank]]; }

    std::vector<detail::ClusterFacts> rank_mentions() {
        std::vector<OrganisationName> parsed;
        parsed.reserve(mentions_.size());
        for (const auto& mention : mentions_) {
            parsed.push_back(parse_organisation_name(mention.name, vocabulary_, mention.country));
        }
        unmask_firms(parsed);
        position_.resize(mentions_.size());
        std::iota(position_.begin(), position_.end(), std::size_t{0});
        const auto content = [&](std::size_t at) {
            const auto& mention = mentions_[at];
            return std::tie(parsed[at].normalised, mention.credit_code, mention.name, mention.country,
                            mention.province, mention.records, mention.joint);
        };
        std::ranges::sort(position_, [&](auto a, auto b) { return content(a) < content(b); });
        std::vector<detail::ClusterFacts> facts;
        facts.reserve(position_.size());
        names_.reserve(position_.size());
        for (const auto at : position_) {
            names_.push_back(std::move(parsed[at]));
            const auto& name = names_.back();
            facts.push_back({name.countries, name.also, name.country_known, name.order,
                             name.type == PartyType::individual, mentions_[at].country,
                             mentions_[at].credit_code});
        }
        return facts;
    }

    /// `BOOZ ALLEN HAMILTON` looks like a person until a firm of that name is there with its legal form.
    static void unmask_firms(std::vector<OrganisationName>& names) {
        std::unordered_set<std::string>
            firms; // in the order of their words: SMITH JOHN is not John Smith Inc
        for (const auto& name : names) {
            if (!name.legal_form.empty() && name.places.empty() && !name.cjk) {
                firms.insert(name.joined_key());
            }
        }
        for (auto& name : names) {
            if (name.type == PartyType::individual && !name.cjk) {
                name.type = PartyType::enterprise;
                if (!firms.contains(name.joined_key())) {
                    name.type = PartyType::individual;
                }
            }
        }
    }

    template <class KeyOf>
    [[nodiscard]] std::vector<Keyed> keys(KeyOf key_of) const {
        std::vector<Keyed> result;
        result.reserve(names_.size());
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            if (!names_[rank].normalised.empty()) {
                result.push_back({key_of(names_[rank]), rank});
            }
        }
        sort_keys(result);
        return result;
    }
    static void sort_keys(std::vector<Keyed>& keyed) {
        std::ranges::sort(keyed, [](const auto& a, const auto& b) {
            return std::tie(a.key, a.rank) < std::tie(b.key, b.rank);
        });
    }

    /// Ranks with the key, of a sorted list.
    [[nodiscard]] static std::vector<Rank> with_key(const std::vector<Keyed>& keyed, std::string_view key) {
        std::vector<Rank> result;
        for (const auto& row : std::ranges::equal_range(
                 keyed, key, {}, [](const auto& k) -> std::string_view { return k.key; })) {
            result.push_back(row.rank);
        }
        return result;
    }

    /// Ranks of one normalised name: they lie side by side.
    [[nodiscard]] std::pair<Rank, Rank> with_name(std::string_view normalised) const {
        const auto range = std::ranges::equal_range(
            names_, normalised, {}, [](const auto& name) -> std::string_view { return name.normalised; });
        return {static_cast<Rank>(range.begin() - names_.begin()),
                static_cast<Rank>(range.end() - names_.begin())};
    }
    [[nodiscard]] std::string normalised(std::string_view name) const {
        return detail::letters_and_digits(vocabulary_.tables().fold_name(name));
    }

    // --- by hand -------------------------------------------------------------------------------------------

    std::vector<std::size_t> apply(const std::vector<OrganisationOverride>& overrides) {
        std::vector<std::size_t> unused;
        for (const bool same : {true, false}) {
            for (std::size_t at = 0; at < overrides.size(); ++at) {
                const auto& word = overrides[at];
                if (word.same != same) {
                    continue;
                }
                const auto [begin, end] = with_name(normalised(word.name));
                const auto [other_begin, other_end] = with_name(normalised(word.other));
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
    void keep_apart(std::pair<Rank, Rank> one, std::pair<Rank, Rank> other) {
        for (Rank rank = one.first; rank < one.second; ++rank) {
            clusters_.keep_apart(rank, other.first);
        }
        for (Rank rank = other.first; rank < other.second; ++rank) {
            clusters_.keep_apart(one.first, rank);
        }
    }

    void note_joint_applicants() {
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            for (const auto& beside : mention(rank).joint) {
                const auto [begin, end] = with_name(normalised(beside));
                if (begin != end && names_[begin].normalised != names_[rank].normalised) {
                    clusters_.note_joint(rank, begin);
                }
            }
        }
    }

    // --- joinings ------------------------------------------------------------------------------------------

    void join_codes() {
        std::vector<Keyed> codes;
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            if (!mention(rank).credit_code.empty()) {
                codes.push_back({mention(rank).credit_code, rank});
            }
        }
        sort_keys(codes);
        join_keys(codes, Caution::codes, [](Rank, Rank) { return MergeReason::same_code; });
    }

    template <class ReasonOf>
    void join_keys(const std::vector<Keyed>& keyed, Caution caution, ReasonOf reason_of) {
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

    [[nodiscard]] MergeReason reason_between(Rank a, Rank b) const {
        const auto& one = names_[a];
        const auto& other = names_[b];
        if (one.words != other.words || one.places != other.places) {
            return MergeReason::spelling;
        }
        if (one.legal_form != other.legal_form) {
            return MergeReason::legal_form;
        }
        return one.bracketed != other.bracketed ? MergeReason::bracketed_place : MergeReason::spelling;
    }

    /// Mentions that write a name given elsewhere, with a legal form that agrees with it.
    [[nodiscard]] std::vector<Rank> writing(std::string_view name) {
        const auto parsed = parse_organisation_name(name, vocabulary_);
        auto ranks = with_key(bags_, parsed.bag_key());
        std::erase_if(ranks, [&](Rank rank) {
            return (names_[rank].countries & parsed.countries) == 0 ||
                   (names_[rank].order & parsed.order) == 0;
        });
        return ranks;
    }

    void join_aliases() {
        for (const auto& alias : vocabulary_.tables().aliases) {
            std::vector<Rank> ranks;
            for (const auto& name : alias.names) {
                const auto found = writing(name);
                ranks.insert(ranks.end(), found.begin(), found.end());
            }
            std::ranges::sort(ranks);
            for (std::size_t at = 1; at < ranks.size(); ++at) {
                const auto reason = alias.former ? MergeReason::former_name
                                    : names_[ranks[0]].cjk != names_[ranks[at]].cjk
                                        ? MergeReason::transliteration
                                        : MergeReason::alias;
                clusters_.join({ranks[0], ranks[at], reason, 1}, Caution::joint);
            }
        }
    }

    void join_former_names() {
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            for (const auto& former : names_[rank].former) {
                for (const auto other : writing(former)) {
                    clusters_.join({rank, other, MergeReason::former_name, 1}, Caution::codes);
                }
            }
        }
    }

    /// Departments, and branches on request, under the key of the whole.
    void join_parts() {
        std::vector<Keyed> parts;
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            const auto& name = names_[rank];
            const bool wanted = name.unit == NameUnit::department
                                    ? options_.departments
                                    : name.unit == NameUnit::branch && options_.branches;
            if (wanted && !name.parent.empty()) {
                const auto parent = parse_organisation_name(name.parent, vocabulary_, mention(rank).country);
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
                const auto unit = names_[ranks[at]].unit;
                if (unit != NameUnit::whole) {
                    clusters_.join({ranks[0], ranks[at],
                                    unit == NameUnit::branch ? MergeReason::branch : MergeReason::department,
                                    1},
                                   Caution::codes);
                }
            }
            begin = end;
        }
    }

    void join_similar() {
        std::vector<Rank> units;
        std::vector<std::pair<Rank, std::string>> seen;
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            if (!names_[rank].cjk) {
                seen.emplace_back(clusters_.root(rank), names_[rank].joined_key());
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
        for (const auto& pair : detail::similar_pairs(names_, distinct, vocabulary_.tables())) {
            // Names of one key were looked at together, and what was kept apart then stays so.
            if (names_[pair.a].bag_key() == names_[pair.b].bag_key()) {
                continue;
            }
            const auto& one = mention(pair.a).province;
            const auto& other = mention(pair.b).province;
            if (one.empty() || other.empty() || one == other) {
                clusters_.join({pair.a, pair.b, MergeReason::similar, pair.score}, Caution::joint);
            }
        }
    }

    // --- finish --------------------------------------------------------------------------------------------

    void collect(OrganisationGroups& result) {
        std::vector<std::pair<Rank, Rank>> members; // root, rank
        members.reserve(names_.size());
        for (Rank rank = 0; rank < names_.size(); ++rank) {
            members.emplace_back(clusters_.root(rank), rank);
        }
        std::ranges::sort(members);
        std::vector<std::pair<Rank, std::size_t>> first; // representative's rank, group
        std::vector<std::size_t> group_of(names_.size());
        std::vector<OrganisationGroup> groups;
        for (std::size_t begin = 0; begin < members.size();) {
            auto end = begin;
            OrganisationGroup group;
            Rank best = members[begin].second;
            for (; end < members.size() && members[end].first == members[begin].first; ++end) {
                const auto rank = members[end].second;
                group.members.push_back(position_[rank]);
                group_of[rank] = groups.size();
                if (standing(rank) < standing(best)) {
                    best = rank;
                }
            }
            group.representative = position_[best];
            group.type = names_[best].type;
            first.emplace_back(best, groups.size());
            groups.push_back(std::move(group));
            begin = end;
        }
        for (const auto& link : clusters_.links()) {
            const bool code = link.reason == MergeReason::same_code;
            const auto& one = mention(link.a);
            const auto& other = mention(link.b);
            groups[group_of[link.a]].links.push_back({position_[link.a], position_[link.b], link.reason,
                                                      code ? one.credit_code : one.name,
                                                      code ? other.credit_code : other.name, link.score});
        }
        std::ranges::sort(first);
        result.groups.reserve(groups.size());
        for (const auto& [rank, index] : first) {
            result.groups.push_back(std::move(groups[index]));
        }
    }
    /// The smallest stands for the group.
    [[nodiscard]] std::tuple<bool, std::int64_t, Rank> standing(Rank rank) const {
        return {names_[rank].unit != NameUnit::whole, -static_cast<std::int64_t>(mention(rank).records),
                rank};
    }
};

} // namespace

std::string_view merge_reason_key(MergeReason reason) {
    return reasons.at(static_cast<std::size_t>(reason)).key;
}

Text merge_reason_text(MergeReason reason) {
    return reasons.at(static_cast<std::size_t>(reason)).text;
}

OrganisationGroups group_organisations(const std::vector<OrganisationMention>& mentions,
                                       const OrganisationVocabulary& vocabulary,
                                       const std::vector<OrganisationOverride>& overrides,
                                       const OrganisationOptions& options) {
    return Grouping{mentions, vocabulary, options}.run(overrides);
}

} // namespace longmen::resolve
