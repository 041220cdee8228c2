// SPDX-License-Identifier: GPL-3.0-or-later
// An address in China: its province, city and county, by the longest names it holds.
#pragma once

#include <longmen/base/config.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve {

enum class DivisionLevel : std::uint8_t { province, city, county };

/// One administrative division. Its level is that of its code (GB/T 2260): two digits a province, four a
/// city, six a county.
struct Division {
    std::string code;
    std::string name;       ///< in full: 晋中市
    std::string short_name; ///< 晋中; as the full one where nothing can be left out
    [[nodiscard]] DivisionLevel level() const;
};

/// Where an address lies; a code is empty where the text does not tell.
struct Location {
    std::string province; ///< two digits
    std::string city;     ///< four
    std::string county;   ///< six
    bool operator==(const Location&) const = default;
};

/// Names of divisions and what they are called in addresses.
class Regions {
public:
    /// The table of models/vocabulary/regions.toml. DataError with file, line and key when it is not as
    /// described there.
    [[nodiscard]] static Regions read(const Config& config);

    /// Adds a division of a user's table. A code that is known takes the new name and keeps the old one as a
    /// former one. False, and nothing is added, when the code is not of a province, city or county (2, 4 or 6
    /// digits), or the name is empty: townships do not tell places.
    bool add(const std::string& code, const std::string& name);

    /// Province, city and county of an address.
    ///
    /// Question    Where does this address lie?
    /// Definition  At each position the longest name of a division is taken. The first one that fits decides;
    /// later ones
    ///             count only inside it (in 北京市海淀区太原路 no city is taken from the street), and a name
    ///             that several divisions share (朝阳区) only when what stands before it leaves one of them.
    ///             Short names (太原, 介休) count at the beginning and directly behind their parent.
    /// Variant     Codes (`14`, `CN14`, `140700`, `山西;14`) are read as such. A county without its city
    /// gives the city too. Inputs      any text; width and blanks are folded. Result      what is not told
    /// stays empty. Cost        linear in the length of the text. Checked by  test_address
    [[nodiscard]] Location locate(std::string_view address) const;

    /// Nothing when no such code is known; former codes lead to today's division.
    [[nodiscard]] const Division* find(std::string_view code) const;

private:
    struct Named {
        std::string code;
        bool short_name = false;
    };
    std::map<std::string, Division, std::less<>> divisions_; ///< by code
    std::map<std::string, std::string, std::less<>> former_codes_;
    std::map<std::string, std::vector<Named>, std::less<>> names_;
    std::size_t longest_name_ = 0; ///< in bytes
    std::vector<std::string> suffixes_;
    std::vector<std::string> peoples_;
    std::vector<std::string> not_places_;

    void add(Division division);
    void add_name(const std::string& name, const std::string& code, bool short_name);
    [[nodiscard]] std::string shortened(std::string_view name) const;
    [[nodiscard]] Location by_code(std::string_view text) const;
    [[nodiscard]] Location location_of(std::string_view code) const;
};

} // namespace longmen::resolve
