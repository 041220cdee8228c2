// SPDX-License-Identifier: GPL-3.0-or-later
// The three things that may be thrown: the caller's fault, the world's fault, ours.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace longmen {

/// The caller or user asked for something impossible (exit code 2).
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file, or the data in it, cannot be used at all (exit code 1).
/// The message is one sentence that names the file and what was expected.
class DataError : public std::runtime_error {
public:
    explicit DataError(const std::string& message) : std::runtime_error(message) {}
    /// `path:line: message`; a line of 0 is left out.
    DataError(std::string_view path, std::uint64_t line, std::string_view message);
};

/// We are wrong; the user is asked to report it.
class InternalError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

} // namespace longmen
