// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of bulk tables.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/record/columns.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace longmen::ingest::detail {

/// Days of the dates of a table, which mostly come in order.
class Days {
    std::array<char, 10> last_{};
    Day day_ = unknown_day;

    static int digits(std::string_view text) {
        int value = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

public:
    /// False when the text is neither empty, a year nor a day.
    bool read(std::string_view text, Day& day, std::uint8_t& year_only) {
        constexpr std::size_t iso_size = 10;
        constexpr std::size_t year_size = 4;
        year_only = 0;
        if (text.size() == iso_size && std::equal(text.begin(), text.end(), last_.begin())) {
            day = day_;
            return true;
        }
        if (text.empty()) {
            day = unknown_day;
            return true;
        }
        if (text.size() != year_size && (text.size() != iso_size || text[4] != '-' || text[7] != '-')) {
            return false;
        }
        const bool year = text.size() == year_size;
        const auto date =
            Date::from_ymd(digits(text.substr(0, year_size)), year ? 1 : digits(text.substr(5, 2)),
                           year ? 1 : digits(text.substr(8, 2)));
        if (!date) {
            return false;
        }
        day = date->days();
        if (year) {
            year_only = 1;
        } else {
            std::ranges::copy(text, last_.begin());
            day_ = day;
        }
        return true;
    }
};

} // namespace longmen::ingest::detail
