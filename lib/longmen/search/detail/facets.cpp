// SPDX-License-Identifier: GPL-3.0-or-later
// Counts values of matches.
#include <longmen/search/detail/facets.hpp>

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
    for (auto rest = value; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto member = rest.substr(0, end);
        // A member named before counts no second time; lists are short.
        bool named = false;
        for (auto left = value.substr(0, value.size() - rest.size()); !named && !left.empty();) {
            const auto stop = std::min(left.find('\n'), left.size());
            named = left.substr(0, stop) == member;
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

/// Hands the values of a slot on, match by match.
class MatchCounts::Spy final : public Xapian::MatchSpy {
    unsigned slot_;
    std::function<void(std::string)> take_;

public:
    Spy(unsigned slot, std::function<void(std::string)> take) : slot_(slot), take_(std::move(take)) {}
    void operator()(const Xapian::Document& document, double /*weight*/) override {
        take_(document.get_value(slot_));
    }
};

MatchCounts::MatchCounts(Xapian::Enquire& enquire, bool facets, bool remote) : remote_(remote) {
    const auto watch = [&](unsigned slot, std::function<void(std::string)> take) {
        if (remote_) {
            spies_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
        } else {
            spies_.push_back(std::make_unique<Spy>(slot, std::move(take)));
        }
        enquire.add_matchspy(spies_.back().get());
    };
    watch(slot_family, [this](std::string value) { families_.add(std::move(value), 1); });
    if (facets) {
        for (const auto& place : facet_places) {
            auto& counts = facets_.emplace_back(place);
            watch(place.slot, [&counts](const std::string& value) { counts.add(value, 1); });
        }
    }
    if (remote_) {
        watch(slot_publications, {});
    }
}

MatchCounts::~MatchCounts() = default;

void MatchCounts::finish(Xapian::doccount matches) {
    if (!remote_) {
        return;
    }
    const auto each = [&](std::size_t spy, const auto& take) {
        const auto& counted = static_cast<const Xapian::ValueCountMatchSpy&>(*spies_[spy]);
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

std::vector<Facet> MatchCounts::facets(std::size_t rows) const {
    std::vector<Facet> facets;
    for (const auto& counts : facets_) {
        facets.push_back(counts.facet(rows));
    }
    return facets;
}

} // namespace longmen::search::detail
