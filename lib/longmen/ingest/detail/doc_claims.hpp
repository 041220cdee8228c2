// SPDX-License-Identifier: GPL-3.0-or-later
// Claims of a document: one a line with its number, and how many there are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

class DocumentClaims {
    std::string text_, first_;
    std::size_t count_ = 0, dependent_ = 0;
    bool counted_ = true; ///< each text was one claim
    bool closed_ = false; ///< the numbers began anew: the same claims in another language

public:
    struct Forms {
        bool numbered =
            false; ///< every claim begins with its number; a text without one goes on with the last
        std::vector<std::string> dependent_beginnings; ///< of claims that depend on another one
    };
    /// `marked`: an element in it points at another claim.
    void add(std::string_view text, bool marked, const Forms& forms);
    void clear() { *this = {}; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    /// `1. ...` a line; a text that could not be told apart as it is.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// Without its number; empty when the claims could not be told apart.
    [[nodiscard]] std::string first() const { return counted_ ? first_ : std::string{}; }
    [[nodiscard]] bool counted() const { return counted_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t independent() const { return count_ - dependent_; }
};

} // namespace longmen::ingest::detail
