// SPDX-License-Identifier: GPL-3.0-or-later
// Error messages that name file and line.
#include <longmen/base/errors.hpp>

#include <fmt/format.h>

namespace longmen {

DataError::DataError(std::string_view path, std::uint64_t line, std::string_view message)
    : std::runtime_error(line == 0 ? fmt::format("{}: {}", path, message)
                                   : fmt::format("{}:{}: {}", path, line, message)) {}

} // namespace longmen
