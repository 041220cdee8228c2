// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of option values that several commands share.
#pragma once

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>

namespace longmen::tools {

/// A whole number from 0: the parser alone would take `-3` for a very large one.
inline CLI::Validator whole_number() {
    return CLI::Validator{[](std::string& text) {
                              const bool digits =
                                  !text.empty() && text.size() < 19 &&
                                  std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
                              return digits ? std::string{} : "no_count " + text;
                          },
                          "0.."};
}

} // namespace longmen::tools
