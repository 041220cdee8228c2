// SPDX-License-Identifier: GPL-3.0-or-later
// How long work tells its caller how far it is; the library itself prints nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace longmen {

/// Called from one thread. The default does nothing.
class Progress {
public:
    virtual ~Progress() = default;
    /// A new stage; `total` is 0 when it is not known.
    virtual void begin(std::string_view /*stage*/, std::uint64_t /*total*/) {}
    /// `done` of the stage's total so far.
    virtual void at(std::uint64_t /*done*/) {}
    virtual void end() {}
};

} // namespace longmen
