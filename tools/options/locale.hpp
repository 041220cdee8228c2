// SPDX-License-Identifier: GPL-3.0-or-later
// Which language the program speaks: --lang, else the locale, else Chinese.
#pragma once

#include <longmen/base/lang.hpp>

namespace longmen::tools {

/// Looks at the arguments before they are parsed, because help texts depend on the language.
Lang choose_language(int argc, char** argv);

} // namespace longmen::tools
