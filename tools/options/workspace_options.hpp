// SPDX-License-Identifier: GPL-3.0-or-later
// Which workspace, as of which date.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace longmen::tools {

class WorkspaceOptions {
    std::string folder_;
    std::string as_of_;

public:
    void declare(CLI::App& app, Lang lang, bool with_as_of = true);
    /// -w, else LONGMEN_WORKSPACE, else ./longmen-workspace.
    [[nodiscard]] std::string folder() const;
    /// UsageError when --as-of is no date.
    [[nodiscard]] std::optional<Date> as_of() const;
};

} // namespace longmen::tools
