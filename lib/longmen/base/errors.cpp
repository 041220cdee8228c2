// SPDX-License-Identifier: GPL-3.0-or-later
// Error messages that name file and line.
#include <longmen/base/errors.hpp>

#include <fmt/format.h>

namespace longmen {

namespace {

Sentence placed(std::string_view path, std::uint64_t line, const Sentence& message) {
    if (path.empty()) { // a temporary file has no name to tell
        return message;
    }
    const auto place = line == 0 ? std::string{path} : fmt::format("{}:{}", path, line);
    return {place + "：" + message.zh, place + ": " + message.en};
}

} // namespace

DataError::DataError(std::string_view path, std::uint64_t line, const Sentence& message)
    : SaidError(placed(path, line, message)) {}

} // namespace longmen
