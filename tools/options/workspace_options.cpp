// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace folder and cut-off date.
#include "workspace_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>

namespace longmen::tools {

void WorkspaceOptions::declare(CLI::App& app, Lang lang, bool with_as_of) {
    app.add_option("-w,--workspace", folder_,
                   std::string{Text{"工作区文件夹（默认 LONGMEN_WORKSPACE 或 ./longmen-workspace）",
                                    "Workspace folder (default LONGMEN_WORKSPACE or ./longmen-workspace)"}
                                   .in(lang)});
    if (with_as_of) {
        app.add_option("--as-of", as_of_,
                       std::string{Text{"截止日期 YYYY-MM-DD（默认为数据日期）",
                                        "Cut-off date YYYY-MM-DD (default: the data's date)"}
                                       .in(lang)});
    }
}

std::string WorkspaceOptions::folder() const {
    if (!folder_.empty()) {
        return folder_;
    }
    const char* environment = std::getenv("LONGMEN_WORKSPACE");
    return environment && *environment ? environment : "longmen-workspace";
}

std::optional<Date> WorkspaceOptions::as_of() const {
    if (as_of_.empty()) {
        return std::nullopt;
    }
    const auto date = Date::from_iso(as_of_);
    if (!date || date->precision() != DatePrecision::day) {
        throw UsageError(
            sentence("--as-of {}：应为日期 YYYY-MM-DD", "--as-of {}: a date YYYY-MM-DD is expected", as_of_));
    }
    return date;
}

} // namespace longmen::tools
