// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions about names in the workspace.
#include <longmen/store/name_decisions.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <algorithm>

namespace longmen::store {
namespace {

void take_back(Workspace& workspace, const std::string& name, const std::string& other,
               const std::string& at) {
    auto undo =
        workspace.database().prepare("UPDATE name_decision SET undone_at = ? WHERE undone_at IS NULL AND"
                                     " ((name = ? AND other = ?) OR (name = ? AND other = ?))");
    undo.bind(1, at).bind(2, name).bind(3, other).bind(4, other).bind(5, name).run();
}

} // namespace

NameDecision decide_names(Workspace& workspace, NameDecision decision) {
    decision.name = trim(decision.name);
    decision.other = trim(decision.other);
    if (decision.name.empty() || decision.other.empty() ||
        fold_key(decision.name) == fold_key(decision.other)) {
        throw UsageError(
            Sentence{"请给出两个不同的申请人名称", "two different names of applicants are expected"});
    }
    if (trim(decision.reason).empty()) {
        throw UsageError(Sentence{"决定须写明理由", "a decision needs a reason"});
    }
    decision.undone_at.clear();
    Change change{workspace};
    take_back(workspace, decision.name, decision.other, decision.at);
    auto add = workspace.database().prepare(
        "INSERT INTO name_decision(name, other, same, reason, person, at) VALUES(?, ?, ?, ?, ?, ?)");
    add.bind(1, decision.name).bind(2, decision.other).bind(3, std::int64_t{decision.same ? 1 : 0});
    add.bind(4, decision.reason).bind(5, decision.person).bind(6, decision.at).run();
    change.commit();
    return decision;
}

NameDecision undo_name_decision(Workspace& workspace, const std::string& name, const std::string& other,
                                const std::string& at) {
    const auto all = list_name_decisions(workspace);
    const auto found = std::ranges::find_if(all, [&](const NameDecision& one) {
        return one.undone_at.empty() && ((one.name == trim(name) && one.other == trim(other)) ||
                                         (one.name == trim(other) && one.other == trim(name)));
    });
    if (found == all.end()) {
        throw UsageError(sentence("对“{}”和“{}”没有生效的决定", "nothing stands decided about `{}` and `{}`",
                                  name, other));
    }
    Change change{workspace};
    take_back(workspace, found->name, found->other, at);
    change.commit();
    auto undone = *found;
    undone.undone_at = at;
    return undone;
}

std::vector<NameDecision> list_name_decisions(const Workspace& workspace) {
    std::vector<NameDecision> decisions;
    auto query = workspace.database().prepare(
        "SELECT name, other, same, reason, person, at, undone_at FROM name_decision ORDER BY id");
    while (query.step()) {
        decisions.push_back({query.text(0), query.text(1), query.integer(2) != 0, query.text(3),
                             query.text(4), query.text(5), query.text(6)});
    }
    return decisions;
}

} // namespace longmen::store
