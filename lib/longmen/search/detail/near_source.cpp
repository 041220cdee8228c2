// SPDX-License-Identifier: GPL-3.0-or-later
// Compares positions of words.
#include <longmen/search/detail/near_source.hpp>

#include <algorithm>
#include <bit>
#include <bitset>

namespace longmen::search::detail {
namespace {

/// Where the terms stand one behind the other.
void add_stretches(const Positions& positions, const std::vector<std::string>& phrase,
                   std::vector<Stretch>& found) {
    auto starts = positions(phrase[0]);
    for (std::size_t k = 1; k < phrase.size() && !starts.empty(); ++k) {
        const auto next = positions(phrase[k]);
        std::erase_if(starts, [&](Xapian::termpos start) {
            return !std::ranges::binary_search(next, start + static_cast<Xapian::termpos>(k));
        });
    }
    for (const auto start : starts) {
        found.emplace_back(start, start + static_cast<Xapian::termpos>(phrase.size() - 1));
    }
}

struct Place {
    Stretch stretch;
    std::size_t part = 0;
    std::bitset<std::size_t{1} << most_near_parts> reached; ///< sets of parts in a chain that ends here
};

} // namespace

bool stand_near(const std::vector<std::vector<Stretch>>& parts, unsigned distance, bool ordered) {
    std::vector<Place> places;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (const auto& stretch : parts[part]) {
            places.push_back({stretch, part, {}});
        }
    }
    std::ranges::sort(places, {}, [](const Place& place) { return std::pair(place.stretch, place.part); });
    const std::size_t all = (std::size_t{1} << parts.size()) - 1;
    // A chain reaches no further back than the longest stretch and the distance.
    Xapian::termpos longest = 0;
    for (const auto& place : places) {
        longest = std::max(longest, place.stretch.second - place.stretch.first);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& place = places[i];
        const auto bit = std::size_t{1} << place.part;
        if (!ordered || place.part == 0) {
            place.reached.set(bit);
        }
        for (std::size_t k = i; k-- > 0;) {
            const auto& before = places[k];
            if (before.stretch.first + longest + distance + 1 < place.stretch.first) {
                break;
            }
            if (before.stretch.second >= place.stretch.first ||
                place.stretch.first - before.stretch.second - 1 > distance) {
                continue;
            }
            for (std::size_t set = 1; set <= all; ++set) {
                if (before.reached.test(set) && (set & bit) == 0 &&
                    (!ordered || static_cast<std::size_t>(std::popcount(set)) == place.part)) {
                    place.reached.set(set | bit);
                }
            }
        }
        if (place.reached.test(all)) {
            return true;
        }
    }
    return false;
}

bool holds_near(const Nearness& near, const Positions& positions) {
    std::vector<std::vector<Stretch>> found;
    for (const auto& part : near.parts) {
        auto& stretches = found.emplace_back();
        for (const auto& phrase : part) {
            add_stretches(positions, phrase, stretches);
        }
        if (stretches.empty()) {
            return false;
        }
        std::ranges::sort(stretches);
    }
    return stand_near(found, near.distance, near.ordered);
}

bool NearSource::holds(Xapian::docid document) const {
    return holds_near(near_, [&](const std::string& term) {
        return std::vector<Xapian::termpos>{database_.positionlist_begin(document, term),
                                            database_.positionlist_end(document, term)};
    });
}

void NearSource::next(double least) {
    skip_to(at_ + 1, least);
}

void NearSource::skip_to(Xapian::docid document, double /*least*/) {
    at_ = std::max(at_, document);
    while (at_ <= last_ && !holds(at_)) {
        ++at_;
    }
}

bool NearSource::check(Xapian::docid document, double /*least*/) {
    if (document <= at_) {
        return true; // stands there, or further on, already
    }
    if (!holds(document)) {
        return false;
    }
    at_ = document;
    return true;
}

void NearSource::init(const Xapian::Database& database) {
    database_ = database;
    last_ = database.get_lastdocid();
    at_ = 0;
}

} // namespace longmen::search::detail
