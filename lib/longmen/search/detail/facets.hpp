// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what the matches of a query are.
#pragma once

#include <longmen/search/detail/layout.hpp>
#include <longmen/search/run.hpp>

#include <xapian.h>

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace longmen::search::detail {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

struct FacetPlace {
    std::string_view key;
    unsigned slot = 0;
    bool list = false;        ///< several values, joined by '\n'
    std::size_t length = 0;   ///< only so much of each value; 0 for all
    std::string_view missing; ///< what a record without a value counts as; nothing when empty
};
inline constexpr std::array<FacetPlace, 9> facet_places{{{"year", slot_filed, false, 4, {}},
                                                         {"published", slot_published, false, 4, {}},
                                                         {"expires", slot_expires, false, 4, {}},
                                                         {"applicant", slot_applicants, true, 0, {}},
                                                         {"ipc1", slot_classes, true, 1, {}},
                                                         {"ipc3", slot_classes, true, 3, {}},
                                                         {"ipc", slot_classes, true, 0, {}},
                                                         {"status", slot_status, false, 0, "unknown"},
                                                         {"county", slot_county, false, 0, {}}}};

/// InternalError when none has this key.
[[nodiscard]] const FacetPlace& facet_place(std::string_view key);

/// Values of matches counted; lists count each member once.
class FacetCounts {
    const FacetPlace& place_;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> counts_;

    void add_one(std::string_view value, std::size_t count);

public:
    explicit FacetCounts(const FacetPlace& place) : place_(place) {}
    [[nodiscard]] unsigned slot() const { return place_.slot; }
    /// The value of `count` records, as it lies in the slot.
    void add(std::string_view value, std::size_t count);
    /// Rows by count, then key.
    [[nodiscard]] Facet facet(std::size_t rows) const;
};

/// Families of matches; a record without one is one by itself.
struct FamilyCounts {
    std::unordered_set<std::string> families;
    std::size_t alone = 0;

    void add(std::string value, std::size_t count);
    [[nodiscard]] std::size_t count() const { return families.size() + alone; }
};

/// Counts facets and families of an enquiry over shards: value by value where the matches lie, put together
/// afterwards. Of an index on this machine: column_counts.hpp.
class MatchCounts {
    std::vector<FacetChoice> choices_;
    FamilyCounts families_;
    std::int64_t publications_ = 0;
    std::deque<FacetCounts> facets_;
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>>
        spies_; ///< the first of families, the last of publications

public:
    MatchCounts(Xapian::Enquire& enquire, std::vector<FacetChoice> facets);
    /// To be called when the matches are there.
    void finish(Xapian::doccount matches);
    [[nodiscard]] std::size_t families() const { return families_.count(); }
    [[nodiscard]] std::int64_t publications() const { return publications_; }
    [[nodiscard]] std::vector<Facet> facets() const;
};

} // namespace longmen::search::detail
