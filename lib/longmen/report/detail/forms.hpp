// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that are handed out: their sheets, columns, notes and examples.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace longmen::report::detail {

/// What a cell of a column takes.
enum class Takes : std::uint8_t { text, number, credit_code, year, amount, count, asset_kind };

struct FormColumn {
    Text heading;
    Takes takes = Takes::text;
    bool needed = false;
    Text note;
    Text example;
};

struct Form {
    std::string_view kind;
    Text sheet;
    std::span<const FormColumn> columns;
};

/// In the order in which they are offered.
[[nodiscard]] std::span<const Form> all_forms();

} // namespace longmen::report::detail
