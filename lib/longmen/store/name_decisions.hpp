// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decided about names of applicants: the same organisation, or two.
#pragma once

#include <longmen/store/workspace.hpp>

#include <string>
#include <vector>

namespace longmen::store {

struct NameDecision {
    std::string name, other; ///< as written
    bool same = true;
    std::string reason, person, at;
    std::string undone_at; ///< empty while it stands
};

/// Keeps a decision; an earlier one about the same two names is taken back. UsageError: a name or the reason
/// is empty, both names are one.
NameDecision decide_names(Workspace& workspace, NameDecision decision);
/// UsageError when nothing was decided about these names.
NameDecision undo_name_decision(Workspace& workspace, const std::string& name, const std::string& other,
                                const std::string& at);
/// In the order they were made, those taken back too.
[[nodiscard]] std::vector<NameDecision> list_name_decisions(const Workspace& workspace);

} // namespace longmen::store
