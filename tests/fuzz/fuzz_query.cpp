// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query and as a text to be searched: read or refused with a place, never a crash.
#include <longmen/base/text.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/search/query_options.hpp>
#include <longmen/search/query_print.hpp>
#include <longmen/search/snippet.hpp>
#include <longmen/search/tokens.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace longmen;
    const std::string text{reinterpret_cast<const char*>(data), size};
    if (!is_valid_utf8(text)) {
        return 0;
    }
    try {
        std::vector<Sentence> hints;
        search::QueryOptions options;
        options.hints = &hints;
        options.limits.nesting = 8; // referred-to queries grow with each reference
        options.limits.parts = 200;
        options.resolve = [&](std::string_view mark) {
            return mark == "#1" ? std::optional<std::string>{"(a OR \"b c\") NEAR/3 d"} : std::nullopt;
        };
        const auto query = search::parse_query(text, options);
        const auto printed = search::print_query(query);
        if (!search::same_query(query, search::parse_query(printed))) {
            std::abort(); // what is printed means the same
        }
    } catch (const search::QueryError& error) {
        (void)search::point_at(text, error.character());
    }
    search::Tokeniser tokeniser;
    const auto tokens = tokeniser.split(text);
    if (!tokens.empty() && search::find_phrase(tokens, tokens).empty()) {
        std::abort(); // a text holds itself
    }
    const auto snippet = search::make_snippet(text, {text.substr(0, 9)}, 10);
    for (const auto& [begin, end] : snippet.marks) {
        if (begin >= end || end > snippet.text.size()) {
            std::abort();
        }
    }
    return 0;
}
