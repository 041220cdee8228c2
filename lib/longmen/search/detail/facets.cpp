// SPDX-License-Identifier: GPL-3.0-or-later
// Counts values of matches.
#include <longmen/search/detail/facets.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <charconv>

namespace longmen::search::detail {

void FacetCounts::add_one(std::string_view value, std::size_t count) {
    if (const auto found = counts_.find(value); found != counts_.end()) {
        found->second += count;
    } else {
        counts_.emplace(value, count);
    }
}

void FacetCounts::add(std::string_view value, std::size_t count) {
    if (value.empty()) {
        if (!place_.missing.empty() && count > 0) {
            add_one(place_.missing, count);
        }
        return;
    }
    if (!place_.list) {
        add_one(place_.length > 0 ? value.substr(0, place_.length) : value, count);
        return;
    }
    const auto cut = [&](std::string_view member) {
        return place_.length > 0 ? member.substr(0, place_.length) : member;
    };
    for (auto rest = value; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto member = cut(rest.substr(0, end));
        // A member named before counts no second time; lists are short.
        bool named = false;
        for (auto left = value.substr(0, value.size() - rest.size()); !named && !left.empty();) {
            const auto stop = std::min(left.find('\n'), left.size());
            named = cut(left.substr(0, stop)) == member;
            left.remove_prefix(std::min(stop + 1, left.size()));
        }
        if (!named && !member.empty()) {
            add_one(member, count);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

Facet FacetCounts::facet(std::size_t rows) const {
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

void FamilyCounts::add(std::string value, std::size_t count) {
    if (value.empty()) {
        alone += count;
    } else {
        families.insert(std::move(value));
    }
}

const FacetPlace& facet_place(std::string_view key) {
    const auto* place = std::ranges::find(facet_places, key, &FacetPlace::key);
    if (place == facet_places.end()) {
        throw InternalError("no facet has this key: " + std::string{key});
    }
    return *place;
}

MatchCounts::MatchCounts(Xapian::Enquire& enquire, std::vector<FacetChoice> facets)
    : choices_(std::move(facets)) {
    const auto watch = [&](unsigned slot) {
        spies_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
        enquire.add_matchspy(spies_.back().get());
    };
    watch(slot_family);
    for (const auto& choice : choices_) {
        const auto& place = facet_place(choice.key);
        facets_.emplace_back(place);
        watch(place.slot);
    }
    watch(slot_publications);
}

void MatchCounts::finish(Xapian::doccount matches) {
    const auto each = [&](std::size_t spy, const auto& take) {
        const auto& counted = *spies_[spy];
        Xapian::doccount with = 0;
        for (auto value = counted.values_begin(); value != counted.values_end(); ++value) {
            take(*value, value.get_termfreq());
            with += value.get_termfreq();
        }
        take(std::string{}, matches - with);
    };
    each(0, [&](std::string value, std::size_t count) { families_.add(std::move(value), count); });
    for (std::size_t i = 0; i < facets_.size(); ++i) {
        each(i + 1, [&](const std::string& value, std::size_t count) { facets_[i].add(value, count); });
    }
    each(facets_.size() + 1, [&](const std::string& value, std::size_t count) {
        std::int64_t publications = 0;
        std::from_chars(value.data(), value.data() + value.size(), publications);
        publications_ += publications * static_cast<std::int64_t>(count);
    });
}

std::vector<Facet> MatchCounts::facets() const {
    std::vector<Facet> facets;
    for (std::size_t i = 0; i < facets_.size(); ++i) {
        facets.push_back(facets_[i].facet(choices_[i].rows));
    }
    return facets;
}

} // namespace longmen::search::detail
