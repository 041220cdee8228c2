// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet an expert fills in: patents with the indicators of an evaluation, to score one by one.
#pragma once

#include <longmen/base/lang.hpp>

#include <string>
#include <vector>

namespace longmen::report {

struct ExpertFormRow {
    std::string number, title; ///< empty: for the expert to fill in
    std::string id, first, second, indicator, meaning;
    std::string hint; ///< what the data tell; empty: nothing
};

struct ExpertForm {
    std::string heading; ///< title of the rule
    std::string rule, scenario;
    std::vector<std::string> scenarios; ///< to choose from
    std::vector<ExpertFormRow> rows;
};

/// The bytes of an XLSX form: who scores and when on top, a row for each indicator of each patent with cells
/// for score (0 to 100, anything else is refused), reason and evidence, and a second sheet that says how to
/// fill it in. `import` takes it as it is.
[[nodiscard]] std::string expert_form(const ExpertForm& form, Lang lang);

} // namespace longmen::report
