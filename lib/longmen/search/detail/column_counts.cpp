// SPDX-License-Identifier: GPL-3.0-or-later
// Counts lists first, then what is in them: a list that many records have is taken apart once.
#include <longmen/search/detail/column_counts.hpp>

#include <longmen/search/detail/facets.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace longmen::search::detail {
namespace {

CountedBy column_of(const FacetPlace& place) {
    switch (place.slot) {
    case slot_filed:
        return by_year;
    case slot_published:
        return by_published;
    case slot_expires:
        return by_expires;
    case slot_applicants:
        return by_applicant;
    case slot_classes:
        return by_class;
    case slot_status:
        return by_status;
    default:
        return by_county;
    }
}

/// Records by value: what is shown, and how many have it.
using Counted = std::pair<std::string_view, std::uint32_t>;

/// Of a column, `lists[i]` records having its list `i`; of names cut to `length`, a record counts once.
std::vector<Counted> counted(const Column& column, const std::vector<std::uint32_t>& lists,
                             std::size_t length) {
    std::vector<std::uint32_t> values(column.names()); // of each name the number of what is shown
    std::vector<Counted> counts;
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (std::uint32_t name = 0; name < values.size(); ++name) {
        const auto text = length > 0 ? column.name(name).substr(0, length) : column.name(name);
        const auto [place, added] = length > 0
                                        ? known.try_emplace(text, static_cast<std::uint32_t>(counts.size()))
                                        : std::pair{known.end(), true};
        values[name] = added ? static_cast<std::uint32_t>(counts.size()) : place->second;
        if (added) {
            counts.emplace_back(text, 0);
        }
    }
    std::vector<std::uint32_t> once;
    for (std::size_t list = 0; list < lists.size(); ++list) {
        if (lists[list] == 0) {
            continue;
        }
        once.clear();
        for (const auto name : column.list(list)) {
            once.push_back(values[name]);
        }
        if (length > 0) {
            std::ranges::sort(once);
            once.erase(std::unique(once.begin(), once.end()), once.end());
        }
        for (const auto value : once) {
            counts[value].second += lists[list];
        }
    }
    std::erase_if(counts, [](const Counted& one) { return one.second == 0; });
    return counts;
}

} // namespace

std::size_t families_of(const Columns& columns, std::span<const std::uint32_t> rows) {
    const auto lists = columns.column(by_family).count(rows, columns.rows());
    const auto families = std::count_if(lists.begin() + 1, lists.end(), [](auto count) { return count > 0; });
    return lists[0] + static_cast<std::size_t>(families);
}

std::vector<Facet> facets_of(const Columns& columns, std::span<const std::uint32_t> rows,
                             const std::vector<FacetChoice>& choices) {
    std::vector<Facet> facets;
    for (const auto& choice : choices) {
        const auto& place = facet_place(choice.key);
        const auto& column = columns.column(column_of(place));
        const bool cut = place.list && place.length > 0; // years are cut already
        auto values = counted(column, column.count(rows, columns.rows()), cut ? place.length : 0);
        const auto shown = values.begin() + static_cast<std::ptrdiff_t>(std::min(choice.rows, values.size()));
        std::partial_sort(values.begin(), shown, values.end(), [](const Counted& a, const Counted& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        auto& facet = facets.emplace_back();
        facet.key = place.key;
        facet.distinct = values.size();
        for (auto value = values.begin(); value != shown; ++value) {
            facet.rows.push_back({std::string{value->first}, value->second});
        }
    }
    return facets;
}

} // namespace longmen::search::detail
