// SPDX-License-Identifier: GPL-3.0-or-later
// What a command is: options only, rules between options, the work.
#pragma once

#include "context.hpp"

namespace CLI {
class App;
}

namespace longmen::tools {

class Command {
public:
    virtual ~Command() = default;
    /// Options only, with help in the language; touches no file.
    virtual void declare(CLI::App& app, Lang lang) = 0;
    /// Rules between options; still no file. Throws UsageError.
    virtual void check() const {}
    /// The work, in the order a reader expects.
    virtual void run(Context& context) = 0;
};

} // namespace longmen::tools
