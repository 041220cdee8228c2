// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace as analytics see it.
#pragma once

#include <longmen/record/patent.hpp>
#include <longmen/record/term.hpp>
#include <longmen/store/workspace.hpp>

#include <optional>

namespace longmen::store {

/// Everything as of a date (default: the workspace's data date; DataError when there is none). Patents by
/// number, enterprises by name then code.
///
/// Tie of a patent to an enterprise: the credit code of an applicant, else a name of the enterprise (present,
/// former, alias, English) under `organisation_key`. A joint patent belongs to each joint applicant and
/// counts once for each; totals of a park or a city count it once. A right whose full term ended by `as_of`
/// is `expired` whatever older status the records give; where no source gives the end, `terms` does (CN
/// only), for a divisional from its parent's filing date where the parent is a record. Families are not
/// worked out here: `family` is the vendor's id.
Corpus load_corpus(const Workspace& workspace, const TermRules& terms,
                   std::optional<Date> as_of = std::nullopt);

} // namespace longmen::store
