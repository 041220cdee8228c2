// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what the matches of a query are.
#pragma once

#include <longmen/search/detail/layout.hpp>
#include <longmen/search/run.hpp>

#include <xapian.h>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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

/// Counts values of every match; lists count each member once.
class FacetCounter final : public Xapian::MatchSpy {
    const FacetPlace& place_;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> counts_;

    void add(std::string_view value);

public:
    explicit FacetCounter(const FacetPlace& place) : place_(place) {}
    void operator()(const Xapian::Document& document, double weight) override;
    /// Rows by count, then key.
    [[nodiscard]] Facet facet(std::size_t rows) const;
};

/// Counts families; a record without one is one by itself.
class FamilyCounter final : public Xapian::MatchSpy {
    std::unordered_set<std::string> families_;
    std::size_t alone_ = 0;

public:
    void operator()(const Xapian::Document& document, double weight) override;
    [[nodiscard]] std::size_t count() const { return families_.size() + alone_; }
};

} // namespace longmen::search::detail
