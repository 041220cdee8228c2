// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a text from a query.
#include <longmen/search/topic.hpp>

#include <longmen/base/text.hpp>
#include <longmen/search/tokens.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace longmen::search {
namespace {

constexpr std::array<std::string_view, 6> operators{"AND", "OR", "NOT", "与", "或", "非"};
constexpr std::array<std::string_view, 2> nearness{"NEAR/", "ADJ/"};

/// A colon, plain or full width, with something on either side of it in the same word.
bool names_field(std::string_view word) {
    for (const std::string_view colon : {":", "："}) {
        const auto at = word.find(colon);
        if (at != std::string_view::npos && at > 0 && at + colon.size() < word.size()) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_topic(std::string_view text, const Settings& settings) {
    if (Tokeniser{}.split(text).size() <= settings.closest.topic_words) {
        return false;
    }
    for (const std::string_view mark : {"\"", "“", "”", "*", "#", "^"}) {
        if (text.find(mark) != std::string_view::npos) {
            return false;
        }
    }
    return std::ranges::none_of(split_trimmed(text, " "), [](const std::string& word) {
        return std::ranges::find(operators, word) != operators.end() || names_field(word) || word[0] == '=' ||
               std::ranges::any_of(nearness, [&](std::string_view near) { return word.starts_with(near); });
    });
}

QueryNode topic_query(std::string_view text) {
    QueryNode all;
    all.kind = QueryNode::Kind::all_of;
    all.end = text.size();
    std::size_t last = 0;
    for (const auto& token : Tokeniser{}.split(text)) {
        if (all.parts.empty() || token.begin != last) {
            auto& part = all.parts.emplace_back();
            part.begin = token.begin;
        }
        auto& part = all.parts.back();
        part.end = last = token.end;
        part.text = text.substr(part.begin, part.end - part.begin);
    }
    return all;
}

} // namespace longmen::search
