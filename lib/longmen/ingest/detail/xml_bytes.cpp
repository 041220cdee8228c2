// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the characters of a document.
#include <longmen/ingest/detail/xml_bytes.hpp>

#include <simdjson.h>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

bool is_control(char c) {
    return c >= 0 && c < ' ' && !is_xml_blank(c);
}

/// U+FFFE and U+FFFF, which are no characters.
bool holds_no_character(std::string_view text) {
    constexpr std::string_view lead = "\xef\xbf";
    for (auto at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1)) {
        if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xBE) {
            return true;
        }
    }
    return false;
}

#ifdef __SSE2__
/// False when no block holds a control character or the beginning of U+FFC0 to U+FFFF; `done` counts the
/// bytes looked at.
bool is_doubtful(std::string_view text, std::size_t& done) {
    constexpr std::size_t width = 16;
    auto doubts = _mm_setzero_si128();
    for (done = 0; done + width < text.size(); done += width) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + done));
        const auto next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + done + 1));
        const auto blanks =
            _mm_or_si128(_mm_or_si128(lanes_of(bytes, '\n'), lanes_of(bytes, '\t')), lanes_of(bytes, '\r'));
        const auto controls = _mm_andnot_si128(blanks, lanes_from(bytes, '\0', ' '));
        const auto leads = _mm_and_si128(lanes_of(bytes, '\xef'), lanes_of(next, '\xbf'));
        doubts = _mm_or_si128(doubts, _mm_or_si128(controls, leads));
    }
    return _mm_movemask_epi8(doubts) != 0;
}
#endif

} // namespace

bool is_xml_text(std::string_view text) {
    if (!simdjson::validate_utf8(text.data(), text.size())) {
        return false;
    }
    auto rest = text;
#ifdef __SSE2__
    std::size_t done = 0;
    if (!is_doubtful(text, done)) {
        rest = text.substr(done);
    }
#endif
    return std::ranges::none_of(rest, is_control) && !holds_no_character(rest);
}

} // namespace longmen::ingest::detail
