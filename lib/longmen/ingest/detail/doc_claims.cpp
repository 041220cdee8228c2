// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers claims.
#include <longmen/ingest/detail/doc_claims.hpp>

#include <longmen/ingest/detail/doc_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace longmen::ingest::detail {
namespace {

/// `..., as in claim 3`: how far into a claim the reference may stand.
constexpr std::size_t reference_within = 250;

bool names_a_claim(std::string_view text, const std::vector<std::string>& beginnings) {
    if (std::ranges::any_of(beginnings, [&](const std::string& word) { return text.starts_with(word); })) {
        return true;
    }
    text = text.substr(0, reference_within);
    for (const std::string_view word : {"claim ", "claims ", "Claim "}) {
        for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
            const auto digit = at + word.size();
            if (digit < text.size() && text[digit] >= '0' && text[digit] <= '9') {
                return true;
            }
        }
    }
    return false;
}

} // namespace

void DocumentClaims::add(std::string_view text, bool marked, const Forms& forms) {
    if (text.empty() || closed_) {
        return;
    }
    const auto length = claim_number_length(text);
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + length, number);
    if (forms.numbered && length == 0) {
        counted_ = counted_ && count_ > 0;
        text_ += text_.empty() ? "" : " ";
        text_ += text;
        return;
    }
    if (number == 1 && count_ > 0) {
        closed_ = true;
        return;
    }
    const auto body = text.substr(length);
    ++count_;
    text_ += text_.empty() ? "" : "\n";
    text_ += length > 0 ? std::string{text} : fmt::format("{}. {}", count_, body);
    if (count_ == 1) {
        first_ = body;
    } else if (marked || names_a_claim(body, forms.dependent_beginnings)) {
        ++dependent_;
    }
}

} // namespace longmen::ingest::detail
