// SPDX-License-Identifier: GPL-3.0-or-later
// Technology fields of class symbols while a table is read.
#pragma once

#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

inline constexpr std::size_t subclass_size = 4; ///< characters of a class symbol that name its subclass

/// Numbers of subclasses met before, without a look into the table of names. One for each thread.
class SubclassMemo {
    struct Place {
        std::uint32_t symbol = 0; ///< its four bytes; 0: free
        std::uint32_t number = 0;
    };
    static constexpr unsigned bits = 11; // places: three for each subclass of IPC and CPC
    std::array<Place, std::size_t{1} << bits> places_{};

public:
    /// As `names` has it. Places of the table ascend, so that of a subclass met before tells nothing new.
    [[nodiscard]] std::uint32_t number(std::string_view subclass, NameTable& names, std::uint64_t place) {
        std::uint32_t symbol = 0;
        if (subclass.size() != sizeof(symbol)) {
            return names.number(subclass, place);
        }
        std::memcpy(&symbol, subclass.data(), sizeof(symbol));
        constexpr std::uint32_t odd = 0x9E3779B1U;
        auto& at = places_.at(symbol * odd >> (32U - bits));
        if (at.symbol != symbol || symbol == 0) {
            at = {symbol, names.number(subclass, place)};
        }
        return at.number;
    }
};

/// Asks for each subclass and each main group once. One for each thread.
class alignas(apart) FieldMemo {
    static constexpr std::uint8_t not_asked = 0xFF;
    std::vector<std::uint8_t> of_subclass_; ///< by the number of its name
    NameTable groups_;
    std::vector<std::uint8_t> of_group_;

public:
    /// `number`: that of the subclass among the names this thread met.
    [[nodiscard]] std::uint8_t of(std::string_view symbol, std::uint32_t number, const FieldOf& field_of) {
        if (symbol.size() <= subclass_size) {
            if (number >= of_subclass_.size()) {
                of_subclass_.resize(number + std::size_t{1}, not_asked);
            }
            auto& field = of_subclass_[number];
            if (field == not_asked) {
                field = field_of(symbol);
            }
            return field;
        }
        const auto group = groups_.number(symbol.substr(0, symbol.find('/')), 0);
        if (group == of_group_.size()) {
            of_group_.push_back(field_of(symbol));
        }
        return of_group_[group];
    }
};

} // namespace longmen::ingest::detail
