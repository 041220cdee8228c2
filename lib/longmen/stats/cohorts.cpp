// SPDX-License-Identifier: GPL-3.0-or-later
// Cohorts from three groupings of the members, each cell widened on its own.
#include <longmen/stats/cohorts.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace longmen::stats {
namespace {

using Group = std::vector<std::uint32_t>;
/// Office, field or sector (0 where all are meant), year.
using GroupKey = std::tuple<int, int, int>;

/// The members grouped in the three ways the steps need.
struct Groups {
    std::map<GroupKey, Group> by_field, by_sector, by_year;
    Group all;

    explicit Groups(std::span<const CohortMember> members) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto& m = members[i];
            if (!m.counted) {
                continue;
            }
            const auto position = static_cast<std::uint32_t>(i);
            all.push_back(position);
            if (m.year) {
                by_field[{m.office, m.field, *m.year}].push_back(position);
                by_sector[{m.office, m.sector, *m.year}].push_back(position);
                by_year[{m.office, 0, *m.year}].push_back(position);
            }
        }
    }
};

struct Step {
    const std::map<GroupKey, Group>* groups;
    int what;   ///< field, sector or 0
    int spread; ///< years before and after
};

Step step_of(const Groups& groups, CohortLevel level, const CohortMember& key) {
    switch (level) {
    case CohortLevel::cell:
        return {&groups.by_field, key.field, 0};
    case CohortLevel::years:
        return {&groups.by_field, key.field, 1};
    case CohortLevel::sector:
        return {&groups.by_sector, key.sector, 1};
    default:
        return {&groups.by_year, 0, 1};
    }
}

template <class Visit>
void for_years(const Step& step, int office, int year, Visit visit) {
    for (int y = year - step.spread; y <= year + step.spread; ++y) {
        if (const auto found = step.groups->find({office, step.what, y}); found != step.groups->end()) {
            visit(found->second);
        }
    }
}

std::size_t size_at(const Groups& groups, CohortLevel level, const CohortMember& key) {
    if (level == CohortLevel::corpus) {
        return groups.all.size();
    }
    std::size_t size = 0;
    for_years(step_of(groups, level, key), key.office, *key.year, [&](const Group& g) { size += g.size(); });
    return size;
}

Cohort cohort_at(const Groups& groups, CohortLevel level, const CohortMember& key) {
    Cohort cohort;
    cohort.level = level;
    if (level == CohortLevel::corpus) {
        cohort.members = groups.all;
        return cohort;
    }
    const auto step = step_of(groups, level, key);
    cohort.field = level <= CohortLevel::years ? key.field : 0;
    cohort.sector = level <= CohortLevel::sector ? key.sector : 0;
    cohort.office = key.office;
    cohort.year_from = *key.year - step.spread;
    cohort.year_to = *key.year + step.spread;
    for_years(step, key.office, *key.year,
              [&](const Group& g) { cohort.members.insert(cohort.members.end(), g.begin(), g.end()); });
    std::ranges::sort(cohort.members);
    return cohort;
}

} // namespace

Cohorts make_cohorts(std::span<const CohortMember> members, std::size_t minimum, CohortLevel first) {
    if (minimum == 0) {
        throw UsageError(
            Sentence{"对比组的最少成员数须不小于 1", "a cohort needs a minimum of at least 1 member"});
    }
    const Groups groups{members};
    Cohorts result;

    // --- cells, in the order of their keys -----------------------------------------------------------------
    using CellKey = std::tuple<int, int, int, std::optional<int>>;
    std::map<CellKey, std::uint32_t> cell_index;
    for (const auto& m : members) {
        cell_index.try_emplace({m.office, m.sector, m.field, m.year}, 0);
    }
    for (auto& [key, index] : cell_index) {
        index = static_cast<std::uint32_t>(result.cells.size());
        CohortCell cell;
        std::tie(cell.key.office, cell.key.sector, cell.key.field, cell.key.year) = key;
        result.cells.push_back(cell);
    }
    result.cell_of.reserve(members.size());
    for (const auto& m : members) {
        result.cell_of.push_back(cell_index.at({m.office, m.sector, m.field, m.year}));
    }

    // --- widen each cell until it is large enough; equal cohorts are made once -----------------------------
    std::map<std::tuple<CohortLevel, int, int, int>, std::uint32_t> made;
    for (auto& cell : result.cells) {
        const auto steps = widen_cohort(
            cell.key.year.has_value(), minimum, CohortLevel::corpus,
            [&](CohortLevel level) { return size_at(groups, level, cell.key); }, first);
        cell.sizes = steps.sizes;
        if (!steps.level) {
            continue;
        }
        const bool corpus = *steps.level == CohortLevel::corpus;
        const int what = corpus ? 0 : step_of(groups, *steps.level, cell.key).what;
        const auto [found, fresh] =
            made.try_emplace({*steps.level, corpus ? 0 : cell.key.office, what, corpus ? 0 : *cell.key.year},
                             static_cast<std::uint32_t>(result.cohorts.size()));
        if (fresh) {
            result.cohorts.push_back(cohort_at(groups, *steps.level, cell.key));
        }
        cell.cohort = found->second;
    }
    return result;
}

} // namespace longmen::stats
