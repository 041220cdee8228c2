// SPDX-License-Identifier: GPL-3.0-or-later
// Language from arguments and environment.
#include "locale.hpp"

#include <cstdlib>
#include <string_view>

namespace longmen::tools {

Lang choose_language(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        std::string_view value;
        if (argument == "--lang" && i + 1 < argc) {
            value = argv[i + 1];
        } else if (argument.starts_with("--lang=")) {
            value = argument.substr(7);
        }
        if (value == "en" || value == "zh") {
            return value == "en" ? Lang::en : Lang::zh;
        }
    }
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) {
            return std::string_view{value}.starts_with("en") ? Lang::en : Lang::zh;
        }
    }
    return Lang::zh;
}

} // namespace longmen::tools
