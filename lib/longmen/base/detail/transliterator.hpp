// SPDX-License-Identifier: GPL-3.0-or-later
// One of ICU's rules that turn characters of one script into those of another.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace longmen::detail {

/// Keeps a state of its own: one for each thread. InternalError when ICU has no rule of this name.
class Transliterator {
    struct State;
    std::unique_ptr<State> state_;

public:
    explicit Transliterator(const char* rule);
    ~Transliterator();
    Transliterator(const Transliterator&) = delete;
    Transliterator& operator=(const Transliterator&) = delete;
    [[nodiscard]] std::string operator()(std::string_view text) const;
};

} // namespace longmen::detail
