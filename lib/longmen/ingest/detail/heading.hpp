// SPDX-License-Identifier: GPL-3.0-or-later
// Headings as people make them: in two rows with merged cells, with the year inside.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// `2019年销售收入(万元)`, `研发投入2020年度(万元)`, `销售收入(2021年)(元)`: the year, and the heading
/// without it.
struct YearHeading {
    int year = 0;
    std::string heading;
};
/// Nothing when the heading names no year between 1949 and 2100, or nothing else.
[[nodiscard]] std::optional<YearHeading> year_heading(std::string_view heading);

/// A heading of two rows as one: `lower` has words only below merged cells of `upper`, and at least one of
/// them is known. A cell of `upper` reaches to the right as far as the cells beside it are blank and `lower`
/// has words. Where both speak, the lower word stands alone if it is known so and the upper one names no
/// year; else they are put together. Nothing when `lower` does not continue `upper`.
[[nodiscard]] std::optional<std::vector<std::string>>
two_row_heading(std::span<const std::string> upper, std::span<const std::string_view> lower,
                const std::function<bool(std::string_view)>& known);

} // namespace longmen::ingest::detail
