// SPDX-License-Identifier: GPL-3.0-or-later
// Counts lists first, then what is in them: a list that many records have is taken apart once.
#include <longmen/search/detail/column_counts.hpp>
#include <longmen/search/detail/facets.hpp>

#include <algorithm>
#include <utility>

namespace longmen::search::detail {
namespace {

CountedBy column_of(const FacetPlace& place) {
    switch (place.slot) {
    case slot_filed:
        return by_year;
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

} // namespace

std::size_t families_of(const Columns& columns, std::span<const std::uint32_t> rows) {
    const auto lists = columns.column(by_family).count(rows, columns.rows());
    const auto families = std::count_if(lists.begin() + 1, lists.end(), [](auto count) { return count > 0; });
    return lists[0] + static_cast<std::size_t>(families);
}

std::vector<Facet> facets_of(const Columns& columns, std::span<const std::uint32_t> rows, std::size_t most) {
    std::vector<Facet> facets;
    for (const auto& place : facet_places) {
        const auto& column = columns.column(column_of(place));
        const auto lists = column.count(rows, columns.rows());
        std::vector<std::uint32_t> names(column.names());
        for (std::size_t list = 0; list < lists.size(); ++list) {
            if (lists[list] > 0) {
                for (const auto name : column.list(list)) {
                    names[name] += lists[list];
                }
            }
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> counted; // count, name
        for (std::uint32_t name = 0; name < names.size(); ++name) {
            if (names[name] > 0) {
                counted.emplace_back(names[name], name);
            }
        }
        const auto shown = counted.begin() + static_cast<std::ptrdiff_t>(std::min(most, counted.size()));
        std::partial_sort(counted.begin(), shown, counted.end(), [&](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : column.name(a.second) < column.name(b.second);
        });
        auto& facet = facets.emplace_back();
        facet.key = place.key;
        facet.distinct = counted.size();
        for (auto row = counted.begin(); row != shown; ++row) {
            facet.rows.push_back({std::string{column.name(row->second)}, row->first});
        }
    }
    return facets;
}

} // namespace longmen::search::detail
