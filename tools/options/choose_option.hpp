// SPDX-License-Identifier: GPL-3.0-or-later
// --choose: a line through what is scored.
#pragma once

#include <longmen/base/lang.hpp>

#include <CLI/CLI.hpp>

#include <string>

namespace longmen::tools {

inline void declare_choose(CLI::App& app, Lang lang, std::string& line) {
    app.add_option(
        "--choose", line,
        std::string{Text{"入选线 best:名额 或 at-least:分数：怎样才会翻转结论，随机权重下入选的比例",
                         "A line, best:PLACES or at-least:VALUE: what would turn a decision, and how "
                         "often it stands under random weights"}
                        .in(lang)});
}

} // namespace longmen::tools
