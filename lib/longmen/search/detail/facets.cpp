// SPDX-License-Identifier: GPL-3.0-or-later
// Counts values of matches.
#include <longmen/search/detail/facets.hpp>

#include <algorithm>

namespace longmen::search::detail {

void FacetCounter::add(std::string_view value) {
    if (const auto found = counts_.find(value); found != counts_.end()) {
        ++found->second;
    } else {
        counts_.emplace(value, 1);
    }
}

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
    const auto value = document.get_value(place_.slot);
    std::string_view rest = value;
    if (rest.empty() && !place_.missing.empty()) {
        add(place_.missing);
        return;
    }
    if (!place_.list) {
        if (!rest.empty()) {
            add(place_.length > 0 ? rest.substr(0, place_.length) : rest);
        }
        return;
    }
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto member = rest.substr(0, end);
        // A member named before counts no second time; lists are short.
        const auto before = std::string_view{value}.substr(0, value.size() - rest.size());
        bool named = false;
        for (auto left = before; !named && !left.empty();) {
            const auto stop = std::min(left.find('\n'), left.size());
            named = left.substr(0, stop) == member;
            left.remove_prefix(std::min(stop + 1, left.size()));
        }
        if (!named && !member.empty()) {
            add(member);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

Facet FacetCounter::facet(std::size_t rows) const {
    Facet facet{std::string{place_.key}, {}, counts_.size()};
    for (const auto& [name, count] : counts_) {
        facet.rows.push_back({name, count});
    }
    std::ranges::sort(facet.rows, [](const FacetRow& a, const FacetRow& b) {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    facet.rows.resize(std::min(rows, facet.rows.size()));
    return facet;
}

void FamilyCounter::operator()(const Xapian::Document& document, double /*weight*/) {
    auto family = document.get_value(slot_family);
    if (family.empty()) {
        ++alone_;
    } else {
        families_.insert(std::move(family));
    }
}

} // namespace longmen::search::detail
