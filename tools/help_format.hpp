// SPDX-License-Identifier: GPL-3.0-or-later
// How help pages are laid out, in the user's language.
#pragma once

#include <longmen/base/lang.hpp>

#include <memory>

namespace CLI {
class FormatterBase;
}

namespace longmen::tools {

/// Labels in the language; an option shows the kind of its value in ASCII, so that columns line up.
[[nodiscard]] std::shared_ptr<CLI::FormatterBase> help_format(Lang lang);

} // namespace longmen::tools
