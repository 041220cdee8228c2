// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace as analytics see it, with what the records tell of each other worked out.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/store/workspace.hpp>

#include <optional>
#include <string>

namespace longmen::service {

/// store::load_corpus, and the simple and extended family of each patent: through the vendor's families where
/// a source gives them and through priorities, parents and applications in common; links cut by hand in
/// `resolve/family_cuts.toml` of the models folder are ignored. A family is named by its smallest member.
/// Assets have the end of their term. Applicants are united as find_applicants does, decisions by hand
/// included. DataError as there, and for a cut list that cannot be read.
[[nodiscard]] Corpus load_corpus(const store::Workspace& workspace, const std::string& models_folder,
                                 std::optional<Date> as_of = std::nullopt);

} // namespace longmen::service
