// SPDX-License-Identifier: GPL-3.0-or-later
// The three things that may be thrown: the caller's fault, the world's fault, ours.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace longmen {

/// What both kinds of error have in common: a sentence for people in both languages. `what()` is the English
/// one.
class SaidError : public std::runtime_error {
    std::string zh_;

protected:
    explicit SaidError(const Sentence& message) : std::runtime_error(message.en), zh_(message.zh) {}

public:
    [[nodiscard]] std::string_view in(Lang lang) const {
        return lang == Lang::zh ? std::string_view{zh_} : std::string_view{what()};
    }
};

/// The caller or user asked for something impossible (exit code 2).
class UsageError : public SaidError {
public:
    explicit UsageError(const Sentence& message) : SaidError(message) {}
};

/// A file, or the data in it, cannot be used at all (exit code 1).
/// The message is one sentence that names the file and what was expected.
class DataError : public SaidError {
public:
    explicit DataError(const Sentence& message) : SaidError(message) {}
    /// `path:line: message`; a line of 0 is left out.
    DataError(std::string_view path, std::uint64_t line, const Sentence& message);
};

/// We are wrong; the user is asked to report it.
class InternalError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

} // namespace longmen
