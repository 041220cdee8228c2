// SPDX-License-Identifier: GPL-3.0-or-later
// Groups as lists of documents, and sums over them.
#include <longmen/indicators/detail/group_facts.hpp>

#include <longmen/base/date.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/citation_lags.hpp>
#include <longmen/indicators/concentration.hpp>
#include <longmen/indicators/cycle_time.hpp>
#include <longmen/indicators/detail/renewal_spells.hpp>
#include <longmen/indicators/science_linkage.hpp>
#include <longmen/indicators/self_citations.hpp>

#include <algorithm>

namespace longmen::indicators::detail {
namespace {

/// The documents of each group: those of group i are `items[begins[i] .. begins[i + 1])`, ascending.
struct Members {
    std::vector<std::size_t> begins;
    std::vector<NodeId> items;

    [[nodiscard]] std::span<const NodeId> operator[](std::size_t group) const {
        return std::span{items}.subspan(begins[group], begins[group + 1] - begins[group]);
    }
    [[nodiscard]] std::size_t groups() const { return begins.size() - 1; }
};

/// Ids of documents that count, and of those of some years: ids ascend with the day.
struct Ids {
    NodeId first = 0, last = 0;          ///< with a day up to the cut-off date
    NodeId year_begin = 0, year_end = 0; ///< of the last full year
    NodeId before_begin = 0;             ///< of the `impact_years` before it

    Ids(const ColumnInput& input, const graph::DayIndex& days) {
        const auto as_of = Date::from_days(input.as_of);
        const int year = *Date::from_ymd(as_of.year(), 12, 31) == as_of ? as_of.year() : as_of.year() - 1;
        const auto end_of = [&](int of) { return days.first_after(Date::from_ymd(of, 12, 31)->days()); };
        first = days.first_known();
        last = days.first_after(input.as_of);
        year_begin = end_of(year - 1);
        year_end = std::min(end_of(year), last);
        before_begin = end_of(year - 1 - impact_years);
    }
};

template <typename GroupsOf>
Members members_of(std::size_t groups, const Ids& ids, GroupsOf groups_of) {
    Members members{std::vector<std::size_t>(groups + 1, 0), {}};
    for (auto node = ids.first; node < ids.last; ++node) {
        groups_of(node, [&](std::uint32_t group) { ++members.begins[group + 1]; });
    }
    for (std::size_t i = 0; i < groups; ++i) {
        members.begins[i + 1] += members.begins[i];
    }
    members.items.resize(members.begins.back());
    auto next = members.begins;
    for (auto node = ids.first; node < ids.last; ++node) {
        groups_of(node, [&](std::uint32_t group) { members.items[next[group]++] = node; });
    }
    return members;
}

bool has(std::span<const std::uint32_t> applicants, std::uint32_t wanted) {
    return std::ranges::find(applicants, wanted) != applicants.end();
}

Members members_of(const ColumnInput& input, const GroupOptions& options, const Ids& ids, bool selected) {
    constexpr std::size_t fields = 256;
    const std::size_t groups = options.kind == GroupKind::applicants ? input.applicant_count
                               : options.kind == GroupKind::fields   ? fields
                                                                     : 1;
    return members_of(groups, ids, [&](NodeId node, auto add) {
        if (selected && options.applicant && !has(input.applicants[node], *options.applicant)) {
            return;
        }
        if (options.kind == GroupKind::applicants) {
            for (const auto applicant : input.applicants[node]) {
                add(applicant);
            }
        } else {
            add(options.kind == GroupKind::fields ? input.field[node] : 0);
        }
    });
}

class Gather {
    const ColumnInput& input_;
    const GroupOptions& options_;
    const Ids& ids_;
    Buffer<double> ages_;
    std::span<const std::int32_t> references_ = input_.measure("npl_citations");

public:
    Gather(const ColumnInput& input, const GroupOptions& options, const Ids& ids, Threads& threads)
        : input_(input), options_(options), ids_(ids),
          ages_(citation_lags(input.graph, input.graph.cited, LagStatistic::median, threads)) {}

    [[nodiscard]] int year(NodeId node) const { return Date::from_days(input_.graph.day[node]).year(); }

    [[nodiscard]] Impact impact(std::span<const NodeId> members) const {
        Impact impact;
        for (const auto node : members) {
            if (node >= ids_.before_begin && node < ids_.year_begin) {
                ++impact.documents;
                impact.citations += citations_between(node, ids_.year_begin, ids_.year_end);
            }
        }
        return impact;
    }

    [[nodiscard]] std::uint64_t citations_between(NodeId node, NodeId begin, NodeId end) const {
        return static_cast<std::uint64_t>(std::ranges::count_if(
            input_.graph.citing[node], [&](NodeId citing) { return citing >= begin && citing < end; }));
    }

    void fill(GroupFacts& facts, std::span<const NodeId> members) const {
        facts.documents = members.size();
        std::vector<std::int32_t> cited, references;
        std::vector<double> ages,
            counts(static_cast<std::size_t>(year(members.back()) - year(members.front()) + 1));
        for (const auto node : members) {
            const auto citations = citations_between(node, ids_.first, ids_.last);
            facts.citations += citations;
            cited.push_back(static_cast<std::int32_t>(citations));
            ages.push_back(ages_[node]);
            if (!references_.empty()) {
                references.push_back(references_[node]);
            }
            facts.latest += node >= ids_.year_begin && node < ids_.year_end ? 1 : 0;
            counts[static_cast<std::size_t>(year(node) - year(members.front()))] += 1;
            count_own(facts, node);
        }
        const int active = Date::from_days(input_.as_of).year() - year(members.front()) + 1;
        facts.hirsch = hirsch(cited, active);
        facts.impact = impact(members);
        facts.cycle_time = cycle_time(ages);
        facts.science_linkage = science_linkage(references);
        facts.renewal = renewal(members);
        if (options_.kind != GroupKind::applicants) {
            facts.applicant_hhi = applicant_hhi(members);
            // Years after the last document are years without any.
            counts.resize(static_cast<std::size_t>(active), 0);
            facts.life_cycle = life_cycle(year(members.front()), counts, options_.life_cycle);
        }
    }

private:
    void count_own(GroupFacts& facts, NodeId node) const {
        if (input_.applicants.size() == 0) {
            return;
        }
        for (const auto citing : input_.graph.citing[node]) {
            if (citing >= ids_.first && citing < ids_.last) {
                const auto relation = relation_of(input_.applicants, citing, node);
                facts.known_citations += relation != Relation::unknown ? 1 : 0;
                facts.own_citations += relation == Relation::self ? 1 : 0;
            }
        }
    }

    [[nodiscard]] Measured<RenewalSurvival> renewal(std::span<const NodeId> members) const {
        std::vector<RenewalSpell> spells;
        if (!input_.measure(in_force_until).empty()) {
            for (const auto node : members) {
                if (const auto spell = renewal_spell_of(input_, node); spell.defined()) {
                    spells.push_back(spell.value());
                }
            }
        }
        return renewal_survival(spells, options_.level);
    }

    [[nodiscard]] Measured<double> applicant_hhi(std::span<const NodeId> members) const {
        if (input_.applicants.size() == 0) {
            return Undefined::no_data;
        }
        std::vector<std::pair<std::uint32_t, double>> parts;
        for (const auto node : members) {
            const auto applicants = input_.applicants[node];
            for (const auto applicant : applicants) {
                parts.emplace_back(applicant, 1 / static_cast<double>(applicants.size()));
            }
        }
        std::ranges::stable_sort(parts, {}, &std::pair<std::uint32_t, double>::first);
        std::vector<double> amounts;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i == 0 || parts[i].first != parts[i - 1].first) {
                amounts.push_back(0);
            }
            amounts.back() += parts[i].second;
        }
        const auto found = concentration(amounts);
        return found.defined() ? Measured<double>{found.value().hhi} : Measured<double>{Undefined::no_data};
    }
};

} // namespace

std::vector<GroupFacts> group_facts(const ColumnInput& input, const GroupOptions& options, Threads& threads) {
    const graph::DayIndex days{input.graph.day};
    const Ids ids{input, days};
    const auto members = members_of(input, options, ids, true);
    const Gather gather{input, options, ids, threads};
    const auto whole = members_of(1, ids, [](NodeId, auto add) { add(0); });
    const auto whole_impact = gather.impact(whole[0]);
    const auto of_applicant = members_of(1, ids, [&](NodeId node, auto add) {
        if (!options.applicant || has(input.applicants[node], *options.applicant)) {
            add(0);
        }
    });
    const auto everybody = options.applicant ? members_of(input, options, ids, false) : Members{};
    constexpr std::uint32_t unclassified = 0; // belongs to no field
    std::vector<GroupFacts> facts;
    for (std::uint32_t group = 0; group < members.groups(); ++group) {
        // Where specialisation is asked for, a field without documents of one's own tells something too.
        const bool shown = options.kind == GroupKind::fields && options.applicant ? !everybody[group].empty()
                                                                                  : !members[group].empty();
        if (shown) {
            GroupFacts one;
            one.group = group;
            one.all_documents = of_applicant[0].size();
            one.whole_impact = whole_impact;
            if (options.applicant && options.kind == GroupKind::fields && group != unclassified) {
                const auto count = [](std::span<const NodeId> nodes) {
                    return static_cast<double>(nodes.size());
                };
                one.specialisation = specialisation(
                    {count(members[group]), count(of_applicant[0]) - count(members[unclassified]),
                     count(everybody[group]), count(whole[0]) - count(everybody[unclassified])},
                    options.level);
            }
            facts.push_back(std::move(one));
        }
    }
    constexpr std::size_t groups_of_piece = 16;
    threads.ranges(facts.size(), groups_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            if (!members[facts[i].group].empty()) {
                gather.fill(facts[i], members[facts[i].group]);
            }
        }
    });
    std::ranges::stable_sort(facts, std::greater{}, &GroupFacts::documents);
    return facts;
}

} // namespace longmen::indicators::detail
