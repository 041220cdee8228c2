// SPDX-License-Identifier: GPL-3.0-or-later
// --baseline, of commands that compare with cohorts.
#pragma once

#include <longmen/base/lang.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace longmen::tools {

inline void declare_baseline(CLI::App& app, Lang lang, std::string& baseline) {
    app.add_option("--baseline", baseline,
                   std::string{Text{"比较组取自此基线（文件或名称），而非本数据",
                                    "Cohorts of this baseline (a file or a name), not of these data"}
                                   .in(lang)});
}

} // namespace longmen::tools
