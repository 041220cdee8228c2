// SPDX-License-Identifier: GPL-3.0-or-later
// --unit: families, applications or publications.
#pragma once

#include "../context.hpp"

#include <longmen/base/parallel.hpp>
#include <longmen/service/levels.hpp>

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace longmen::tools {

class UnitOption {
    std::string unit_;

public:
    void declare(CLI::App& app, Lang lang);
    [[nodiscard]] bool given() const { return !unit_.empty(); }
    /// The snapshot at the level asked for; what was folded is told.
    [[nodiscard]] service::LeveledSnapshot apply(Context& context, store::Snapshot snapshot,
                                                 std::optional<Day> until, Threads& threads) const;
};

} // namespace longmen::tools
