// SPDX-License-Identifier: GPL-3.0-or-later
// Error messages that name file and line.
#include <longmen/base/errors.hpp>

#include <fmt/format.h>

namespace longmen {

namespace {

std::string placed(std::string_view path, std::uint64_t line, std::string_view message) {
    return line == 0 ? fmt::format("{}: {}", path, message) : fmt::format("{}:{}: {}", path, line, message);
}

} // namespace

DataError::DataError(std::string_view path, std::uint64_t line, const Sentence& message)
    : SaidError(Sentence{placed(path, line, message.zh), placed(path, line, message.en)}) {}

} // namespace longmen
