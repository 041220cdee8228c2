// SPDX-License-Identifier: GPL-3.0-or-later
// Derived stand-ins of an evaluation, for all patents of a workspace.
#pragma once

#include <longmen/programme/evaluation.hpp>
#include <longmen/store/workspace.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace longmen::service::detail {

class DerivedValues {
    /// By DerivedValue, then by patent; empty where the rule does not take it.
    std::array<std::vector<Measured<double>>, programme::derived_keys.size()> values_;

public:
    /// DataError when the rule names a table of industries that cannot be read. First claims and texts are
    /// read where they are needed.
    DerivedValues(const store::Workspace& workspace, const std::string& models_folder, const Corpus& corpus,
                  const programme::EvaluationRule& rule);

    /// Precondition: the rule takes it.
    [[nodiscard]] const Measured<double>& at(programme::DerivedValue value, std::size_t patent) const {
        return values_.at(static_cast<std::size_t>(value)).at(patent);
    }
};

} // namespace longmen::service::detail
