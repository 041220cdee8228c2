// SPDX-License-Identifier: GPL-3.0-or-later
// --outcome, --as-of-each-year and --drop-undated: what is held against what, and as of when.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/service/validate.hpp>

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::tools {

class OutcomeOptions {
    std::string each_year_;

public:
    void declare(CLI::App& app, Lang lang, std::string& outcome, bool& drop_undated) {
        const auto help = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
        app.add_option(
               "--outcome", outcome,
               help(
                   "结果：citations:N、citations:top10%、growth:N、growth:median、growth:top10%、event:代码、"
                   "in_force、family:N、breadth:N、breadth:top10%、members:N、members:top10%，或结果文件",
                   "Outcome: citations:N, citations:top10%, growth:N, growth:median, growth:top10%, "
                   "event:CODE, in_force, family:N, breadth:N, breadth:top10%, members:N, members:top10%, "
                   "or a file"))
            ->required();
        app.add_option(
            "--as-of-each-year", each_year_,
            help("以各年末为截止日，如 2005..2010", "Cut-off at each year-end, such as 2005..2010"));
        app.add_flag("--drop-undated", drop_undated,
                     help("不计没有日期的项，而不是拒绝该模型",
                          "Leave terms without a date out, instead of refusing the model"));
    }

    /// The one of --as-of or those of --as-of-each-year; none when neither is given. UsageError when both
    /// are.
    [[nodiscard]] std::vector<Date> dates(const std::optional<Date>& as_of) const {
        if (each_year_.empty()) {
            return as_of ? std::vector{*as_of} : std::vector<Date>{};
        }
        if (as_of) {
            throw UsageError(Sentence{"--as-of 与 --as-of-each-year 只能给一个",
                                      "--as-of and --as-of-each-year exclude each other"});
        }
        return service::parse_year_ends(each_year_);
    }
};

} // namespace longmen::tools
