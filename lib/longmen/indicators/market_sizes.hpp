// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of the markets that rights cover, and what a right in each state counts.
#pragma once

#include <longmen/base/config.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace longmen::indicators {

/// What is known of the right at one office.
enum class RightState : std::uint8_t { none, unknown, pending, in_force };

/// The table of models/indicators/markets.toml. Offices are by number (`office_number`).
class MarketSizes {
    std::map<std::uint32_t, double> size_; ///< over that of the unit
    std::map<std::uint32_t, std::vector<std::uint32_t>> regions_;
    double in_force_ = 0, pending_ = 0, unknown_ = 0;
    std::string checksum_;

public:
    /// DataError with file and line: unknown key, what is no office, a size not above 0, a weight outside
    /// 0..1, a unit or a state without a size.
    static MarketSizes read(const Config& config);

    /// 0 for an office that is not listed.
    [[nodiscard]] double size_of(std::uint32_t office) const;
    [[nodiscard]] double weight_of(RightState state) const;
    /// The states that a regional office stands for; the office itself for any other.
    [[nodiscard]] std::vector<std::uint32_t> states_of(std::uint32_t office) const;
    [[nodiscard]] const std::string& checksum() const { return checksum_; }
};

} // namespace longmen::indicators
