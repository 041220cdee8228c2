// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a navigation report is written from. A report computes nothing about a patent or an owner
// itself.
#pragma once

#include <longmen/analysis/data_quality.hpp>
#include <longmen/analysis/rules.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/programme/assess.hpp>
#include <longmen/programme/programme.hpp>
#include <longmen/programme/targets.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/report/search_quality.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/value_model.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace longmen::report {

/// References live longer than the report is being written.
struct ReportData {
    Lang lang = Lang::zh;
    const Corpus& corpus;
    const analysis::Rules& rules;
    const scoring::ValueModel& model;
    const scoring::Scores& scores;
    const programme::Programme& programme;
    const programme::Assessment& assessment;
    std::optional<programme::TargetReport> targets;
    Table files; ///< imports: what the report rests on
    std::int64_t conflicts = 0, rejected = 0, remarks = 0;
    SearchQuality searches{}; ///< that were judged
};

} // namespace longmen::report
