// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of annual fees as data: schedules, reductions, grace, restoration, each between its dates.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/base/money.hpp>
#include <longmen/record/patent_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

/// models/vocabulary/fees_cn.toml. All dates are those on which a fee is due.
class FeeRules {
public:
    struct Reduction {
        std::string key; ///< `85`, `70`
        std::string name_zh, name_en;
        std::int64_t percent = 0; ///< let off
        int years = 0;            ///< counted from the year of grant, which is the first
        std::optional<Date> valid_from, valid_to;
    };
    struct Grace {
        int months = 0;
        std::vector<std::int64_t> surcharge_percent; ///< of the full fee, one for each month begun
        std::optional<Date> valid_from, valid_to;
    };
    struct Restoration {
        Money fee;
        int months = 0; ///< from the receipt of the notice
        std::optional<Date> valid_from, valid_to;
    };

    /// DataError with file and line: unknown keys, steps that are not seamless from year 1, a share of a fee
    /// that is no whole number of fen, blocks of one kind that overlap.
    static FeeRules read(const Config& config);
    /// `vocabulary/fees_cn.toml` of a models folder.
    static FeeRules read_folder(const std::string& models_folder);

    /// The full fee; nothing when no schedule covers the date or the year.
    [[nodiscard]] std::optional<Money> fee(PatentType type, int fee_year, const Date& due) const;
    /// The last year of fee a schedule in force on `due` knows; 0 when there is none.
    [[nodiscard]] int last_year(PatentType type, const Date& due) const;
    /// Keys in the order of the file, each once.
    [[nodiscard]] std::vector<std::string> reduction_keys() const;
    [[nodiscard]] const Reduction* reduction(std::string_view key, const Date& due) const;
    [[nodiscard]] const Grace* grace(const Date& due) const;
    [[nodiscard]] const Restoration* restoration(const Date& due) const;

private:
    struct Schedule {
        PatentType type{};
        std::vector<Money> fees; ///< of year 1, 2, ...
        std::optional<Date> valid_from, valid_to;
    };
    std::vector<Schedule> schedules_;
    std::vector<Reduction> reductions_;
    std::vector<Grace> graces_;
    std::vector<Restoration> restorations_;

    [[nodiscard]] const Schedule* schedule(PatentType type, const Date& due) const;
};

/// `percent` of an amount, exactly. Precondition: it is a whole number of fen (FeeRules checks its own).
[[nodiscard]] Money share_of(Money amount, std::int64_t percent);

} // namespace longmen
