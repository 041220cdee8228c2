// SPDX-License-Identifier: GPL-3.0-or-later
// The two parts of a classification symbol that indicators need: subclass and main group.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace longmen::indicators {

struct IpcSymbol {
    std::string subclass; ///< `A61K`
    int group = 0;        ///< main group, 0 when the symbol ends at the subclass
};

/// Reads `A61K31/00`, `A61K 31/00 (2006.01)`, `a61k0031/00`, `A61K`. Nothing when the text does not start
/// with a section A-H (Y in CPC), two digits and a letter.
[[nodiscard]] std::optional<IpcSymbol> parse_ipc(std::string_view text);

} // namespace longmen::indicators
