// SPDX-License-Identifier: GPL-3.0-or-later
// What the publications of an application of PATSTAT tell of it: its number, days and claims.
#pragma once

#include <longmen/ingest/detail/record_columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

class PatstatPublications {
    NumberPool pool_; ///< numbers as the tables write them, with their kinds
    struct Known {
        PackedNumber best = 0; ///< of the publication that gives the number
        Day best_day = unknown_day, first_day = unknown_day;
        std::int32_t claims = missing_measure;
        bool any = false, granted = false, first_granted = false;
    };
    std::vector<Known> known_; ///< by row of the table of applications

    [[nodiscard]] bool earlier(Day a_day, PackedNumber a, Day b_day, PackedNumber b) const;

public:
    /// An application by its own number, for `number_of`.
    [[nodiscard]] PackedNumber application(std::string_view office, std::string_view number,
                                           std::string_view kind);
    /// Call once, when all applications are known.
    void begin(std::size_t applications) { known_.resize(applications); }
    void add(std::size_t row, std::string_view office, std::string_view number, std::string_view kind,
             Day day, bool grant);
    /// Of a grant; of several the most.
    void add_claims(std::size_t row, std::int32_t claims) {
        known_[row].claims = std::max(known_[row].claims, claims);
    }

    /// Of the first publication that is no grant, else of the first grant.
    [[nodiscard]] Day first_day(std::size_t row) const { return known_[row].first_day; }
    [[nodiscard]] Day grant_day(std::size_t row) const {
        return known_[row].granted ? known_[row].best_day : unknown_day;
    }
    [[nodiscard]] std::int32_t claims(std::size_t row) const { return known_[row].claims; }
    /// Number in canonical form: of the first grant, else of the latest publication, else of the application
    /// where an office gave it one, else the id in the source.
    [[nodiscard]] std::string number_of(std::size_t row, PackedNumber application, PackedNumber id) const;
};

} // namespace longmen::ingest::detail
