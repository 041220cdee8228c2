// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query and as a text to be searched: read or refused with a place, never a crash.
#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/snippet.hpp>
#include <longmen/search/tokens.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace longmen;
    const std::string text{reinterpret_cast<const char*>(data), size};
    if (!is_valid_utf8(text)) {
        return 0;
    }
    try {
        (void)search::parse_query(text);
    } catch (const UsageError&) {
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
