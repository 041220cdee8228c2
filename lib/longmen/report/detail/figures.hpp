// SPDX-License-Identifier: GPL-3.0-or-later
// From analyses to charts and tables, the same in every report.
#pragma once

#include <longmen/analysis/ages.hpp>
#include <longmen/analysis/matrix.hpp>
#include <longmen/analysis/positions.hpp>
#include <longmen/analysis/series.hpp>
#include <longmen/analysis/tallies.hpp>
#include <longmen/report/document.hpp>
#include <longmen/report/report_data.hpp>

#include <span>
#include <string>
#include <vector>

namespace longmen::report::detail {

/// The language of the report, in one call.
struct Words {
    Lang lang;
    [[nodiscard]] std::string operator()(const char* zh, const char* en) const {
        return Text{zh, en}.in(lang).data();
    }
    [[nodiscard]] bool zh() const { return lang == Lang::zh; }
};

using Selection = std::span<const std::uint32_t>;

/// Filings by year, stacked by patent type.
[[nodiscard]] Chart filing_trend(const ReportData& data, Selection selection, const std::string& caption);
/// Counts as horizontal bars, `name` from key.
[[nodiscard]] Chart tally_bars(const analysis::Tally& tally, const std::string& caption,
                               const std::string& what, Lang lang);
[[nodiscard]] Chart status_bars(const ReportData& data, Selection selection, const std::string& caption);
/// Technology fields of the selection as bars.
[[nodiscard]] Chart field_bars(const ReportData& data, Selection selection, const std::string& caption);
/// Rights in force by the year their full term ends.
[[nodiscard]] Chart expiry_bars(const ReportData& data, Selection selection, const std::string& caption);
/// Years since filing of the rights in force.
[[nodiscard]] Chart age_bars(const ReportData& data, Selection selection, const std::string& caption);
/// Technology field by filing year, for the most frequent fields.
[[nodiscard]] Chart field_by_year(const ReportData& data, Selection selection, const std::string& caption);

/// Specialisation by class: own count, share, expected, RTA.
[[nodiscard]] Listing position_listing(const analysis::Position& position, const std::string& caption,
                                       Lang lang, std::size_t most);
/// Best patents of the selection by value.
[[nodiscard]] Listing best_patents(const ReportData& data, Selection selection, const std::string& caption,
                                   std::size_t most);

/// Name of the technology field of a patent, as a category.
[[nodiscard]] analysis::Categories field_category(const ReportData& data);
/// `12.5 %` style: one decimal.
[[nodiscard]] std::string percent(double share);

/// Chapters shared by all reports.
[[nodiscard]] Chapter method_chapter(const ReportData& data, const std::string& number, Selection selection);
[[nodiscard]] Chapter appendix(const ReportData& data, const std::string& number);
/// One line each: program, data, models, generation; printed at the foot.
[[nodiscard]] std::vector<std::string> colophon(const ReportData& data);

} // namespace longmen::report::detail
