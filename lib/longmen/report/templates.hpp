// SPDX-License-Identifier: GPL-3.0-or-later
// Blank forms to hand out: what comes back filled in goes in by `import` without hand work.
#pragma once

#include <longmen/base/lang.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::report {

/// `enterprises`, `figures`, `patents`, `events`, `assets`.
[[nodiscard]] std::vector<std::string_view> form_kinds();

/// The bytes of an XLSX form: a sheet to fill in, with units in the headings, text cells for codes and
/// numbers, and cells that refuse what cannot be right; and a sheet that explains each column with an
/// example. UsageError naming the kinds there are for any other kind.
[[nodiscard]] std::string blank_form(std::string_view kind, Lang lang);

} // namespace longmen::report
