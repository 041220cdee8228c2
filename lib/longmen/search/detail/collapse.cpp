// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the matches of families.
#include <longmen/search/detail/collapse.hpp>

#include <longmen/search/detail/layout.hpp>

#include <array>
#include <unordered_map>
#include <utility>

namespace longmen::search::detail {

void count_members(const Columns& columns, const std::vector<std::uint32_t>& rows, std::vector<Hit>& hits) {
    const auto& column = columns.column(by_family);
    const auto lists = column.count(rows, columns.rows());
    for (auto& hit : hits) {
        const auto list = column.list_of(static_cast<std::uint32_t>(hit.id), columns.rows());
        hit.members = list == 0 ? 1 : lists[list];
    }
}

void count_members(Xapian::Enquire& enquire, Xapian::doccount all, const std::vector<std::string>& families,
                   std::vector<Hit>& hits) {
    std::unordered_map<std::string, std::size_t> members;
    for (const auto& family : families) {
        if (!family.empty()) {
            members.emplace(family, 0);
        }
    }
    Xapian::ValueCountMatchSpy counted(slot_family);
    enquire.add_matchspy(&counted);
    (void)enquire.get_mset(0, 0, all);
    enquire.clear_matchspies();
    for (auto value = counted.values_begin(); value != counted.values_end(); ++value) {
        if (const auto found = members.find(*value); found != members.end()) {
            found->second = value.get_termfreq();
        }
    }
    for (std::size_t i = 0; i < hits.size(); ++i) {
        hits[i].members = families[i].empty() ? 1 : members.at(families[i]);
    }
}

} // namespace longmen::search::detail
