// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections by hand: pinned above every import, with who, why and when; they can be undone.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

struct Fix {
    std::int64_t id = 0;
    std::string subject; ///< `patent`, `enterprise`, `figures`
    std::string label;   ///< number or name at the time of the correction
    std::string field, value, former, reason, person, at;
    std::string undone_at; ///< empty while it stands
};

/// `who` is a number in any form, a credit code or a name; `field` a key of the field dictionary, of an
/// enterprise (`name`, `uscc`, `park`, ...), or `2021:rd_expense` for a figure of a year (money as `500万元`
/// or `5000000元`). The value takes the canonical form of the field; an empty one takes the value away.
/// UsageError: nobody of that name, no such field, not a value of its type, no reason given, or a field that
/// follows from the publications.
Fix fix(Workspace& workspace, std::string_view who, std::string_view field, std::string_view value,
        std::string_view reason, std::string_view person, std::string_view at);

/// Takes the correction of the field back: the best value of the imports stands again. UsageError when there
/// is none.
Fix undo_fix(Workspace& workspace, std::string_view who, std::string_view field, std::string_view at);

[[nodiscard]] std::vector<Fix> list_fixes(const Workspace& workspace);

} // namespace longmen::store
