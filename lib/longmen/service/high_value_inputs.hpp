// SPDX-License-Identifier: GPL-3.0-or-later
// What a user brings to the count of high-value patents: a table of industries, pledges, awards, populations.
#pragma once

#include <longmen/programme/high_value.hpp>
#include <longmen/programme/strategic_industries.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::service {

/// A model file (`.toml`), or a table with the headings 产业 (industry), 类别 (entry), IPC (ipc), and where
/// there are 代码 (code), 不含 (except), 关键词 (keywords). A row without a name continues the entry above
/// it. A user's table is taken as whole. DataError with file and row.
[[nodiscard]] programme::IndustryTable read_industries(const std::string& path);

/// Facts about patents, by the number written in the file.
struct NumberedPledge {
    std::string number; ///< key of DocNumber
    programme::PledgeFact fact;
};
struct NumberedAward {
    std::string number;
    programme::AwardFact fact;
};

/// Headings 专利号 (number), 金额 (amount) with its unit in the heading or the cell, 日期 (date). DataError
/// with file and row: a number in no known form, an amount that is none or has no unit, what is no date.
[[nodiscard]] std::vector<NumberedPledge> read_pledges(const std::string& path);
/// Headings 专利号 (number), 奖项 (award), 日期 or 年份 (date, year).
[[nodiscard]] std::vector<NumberedAward> read_awards(const std::string& path);

/// People of places, or of everything that is counted.
struct Populations {
    std::optional<std::int64_t> everything;
    std::vector<std::pair<std::string, std::int64_t>> places; ///< name as written, people

    /// `everything` where it is given; else of a place by its name or the beginning of it (晋中, 晋中市).
    [[nodiscard]] std::optional<std::int64_t> of(std::string_view place) const;
};

/// A number of people (`3380000`, `338万`), or a table with the headings 地区 (region) and 常住人口
/// (population), the unit (人, 万人) in the heading or the cell. UsageError when it is neither; DataError
/// with file and row.
[[nodiscard]] Populations read_populations(const std::string& words);

} // namespace longmen::service
