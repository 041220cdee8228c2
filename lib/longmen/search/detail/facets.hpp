// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what the matches of a query are.
#pragma once

#include <longmen/search/detail/layout.hpp>
#include <longmen/search/run.hpp>

#include <xapian.h>

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
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
    std::size_t length = 0;   ///< only so much of the value; 0 for all
    std::string_view missing; ///< what a record without a value counts as; nothing when empty
};
inline constexpr std::array<FacetPlace, 5> facet_places{{{"year", slot_filed, false, 4, {}},
                                                         {"applicant", slot_applicants, true, 0, {}},
                                                         {"ipc", slot_classes, true, 0, {}},
                                                         {"status", slot_status, false, 0, "unknown"},
                                                         {"county", slot_county, false, 0, {}}}};

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

/// Looks at every match of an enquiry and counts facets and families. The matches of remote databases are
/// counted where they lie, value by value, and put together afterwards.
class MatchCounts {
    class Spy;
    bool remote_;
    FamilyCounts families_;
    std::int64_t publications_ = 0;
    std::deque<FacetCounts> facets_;
    std::vector<std::unique_ptr<Xapian::MatchSpy>>
        spies_; ///< the first of families, the last of publications

public:
    MatchCounts(Xapian::Enquire& enquire, bool facets, bool remote);
    ~MatchCounts();
    /// To be called when the matches are there.
    void finish(Xapian::doccount matches);
    [[nodiscard]] std::size_t families() const { return families_.count(); }
    /// Only of remote databases; the others have a workspace to ask.
    [[nodiscard]] std::int64_t publications() const { return publications_; }
    [[nodiscard]] std::vector<Facet> facets(std::size_t rows) const;
};

} // namespace longmen::search::detail
