// SPDX-License-Identifier: GPL-3.0-or-later
// Technology fields of class symbols while a table is read.
#pragma once

#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

inline constexpr std::size_t subclass_size = 4; ///< characters of a class symbol that name its subclass

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
