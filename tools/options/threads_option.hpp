// SPDX-License-Identifier: GPL-3.0-or-later
// --threads, of commands that use several.
#pragma once

#include "checks.hpp"

#include <longmen/base/lang.hpp>

#include <string>

namespace longmen::tools {

/// 0: as many as the machine has.
inline void declare_threads(CLI::App& app, Lang lang, unsigned& threads) {
    app.add_option("--threads", threads,
                   std::string{Text{"线程数，0 为全部", "Threads to use, 0 for all"}.in(lang)})
        ->check(whole_number());
}

} // namespace longmen::tools
