// SPDX-License-Identifier: GPL-3.0-or-later
// A document as one HTML file that needs nothing else.
#pragma once

#include <longmen/report/document.hpp>

#include <string>

namespace longmen::report {

/// UTF-8. Charts, styles and script are inside; the page asks for nothing from outside, and says so to the
/// browser. The same document gives the same bytes.
[[nodiscard]] std::string to_html(const Document& document);

} // namespace longmen::report
