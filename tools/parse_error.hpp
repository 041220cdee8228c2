// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a command line, said in the user's language.
#pragma once

#include <longmen/base/lang.hpp>

#include <CLI/Error.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::tools {

/// The parser's complaint as a sentence in both languages. `commands` are the names there are: a first word
/// that is none of them is named, with the nearest one if it is near.
[[nodiscard]] Sentence parse_error_sentence(const CLI::ParseError& error, int argc, char** argv,
                                            const std::vector<std::string_view>& commands);

} // namespace longmen::tools
