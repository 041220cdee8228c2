// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of bytes that an XML document is cut at.
#pragma once

#include <longmen/ingest/detail/byte_lanes.hpp>

#include <string_view>

namespace longmen::ingest::detail {

[[nodiscard]] constexpr bool is_xml_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// ASCII letters, `_` and `:`; names may begin with letters of other scripts too, which none of ours do.
[[nodiscard]] constexpr bool begins_xml_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}

[[nodiscard]] constexpr bool goes_on_in_xml_name(char c) {
    return begins_xml_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

struct XmlName {
    std::size_t end;   ///< behind it
    std::size_t local; ///< behind its last colon, else where it begins
};

#ifdef __SSE2__
/// Lanes of what may stand in a name of ASCII.
[[nodiscard]] inline __m128i lanes_of_xml_name(__m128i bytes) {
    constexpr char letters = 26;
    constexpr char from_hyphen_to_colon = ':' - '-' + 1; // - . / 0 to 9 :
    const auto lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const auto marks = _mm_andnot_si128(lanes_of(bytes, '/'), lanes_from(bytes, '-', from_hyphen_to_colon));
    return _mm_or_si128(_mm_or_si128(lanes_from(lower, 'a', letters), lanes_of(bytes, '_')), marks);
}
#endif

/// The name that begins at `at`.
[[nodiscard]] inline XmlName xml_name_at(std::string_view text, std::size_t at) {
    auto local = at;
#ifdef __SSE2__
    constexpr std::size_t width = 16;
    constexpr std::uint32_t all = 0xFFFF;
    for (; at + width <= text.size(); at += width) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto behind = static_cast<std::uint32_t>(_mm_movemask_epi8(lanes_of_xml_name(bytes))) ^ all;
        const auto within = behind != 0 ? (behind & -behind) - 1 : all;
        const auto colons = static_cast<std::uint32_t>(_mm_movemask_epi8(lanes_of(bytes, ':'))) & within;
        local = colons != 0 ? at + static_cast<std::size_t>(std::bit_width(colons)) : local;
        if (behind != 0) {
            return {at + static_cast<std::size_t>(std::countr_zero(behind)), local};
        }
    }
#endif
    for (; at < text.size() && goes_on_in_xml_name(text[at]); ++at) {
        local = text[at] == ':' ? at + 1 : local;
    }
    return {at, local};
}

/// What ends a run of text, or may not stand in it as it is.
struct XmlTextMark {
    static constexpr bool holds(char c) { return c == '<' || c == '&' || c == ']' || c == '\r'; }
#ifdef __SSE2__
    static __m128i lanes(__m128i bytes) {
        return _mm_or_si128(_mm_or_si128(lanes_of(bytes, '<'), lanes_of(bytes, '&')),
                            _mm_or_si128(lanes_of(bytes, ']'), lanes_of(bytes, '\r')));
    }
#endif
};

/// What ends the value of an attribute, or may not stand in it as it is.
struct XmlValueMark {
    static constexpr bool holds(char c) {
        return c == '"' || c == '\'' || c == '<' || c == '&' || (c >= 0 && c < ' ');
    }
#ifdef __SSE2__
    static __m128i lanes(__m128i bytes) {
        constexpr char controls = ' ';
        return _mm_or_si128(_mm_or_si128(lanes_of(bytes, '"'), lanes_of(bytes, '\'')),
                            _mm_or_si128(_mm_or_si128(lanes_of(bytes, '<'), lanes_of(bytes, '&')),
                                         lanes_from(bytes, '\0', controls)));
    }
#endif
};

/// Every byte may stand in an XML document: UTF-8, no control characters but tab and line ends, no U+FFFE or
/// U+FFFF.
[[nodiscard]] bool is_xml_text(std::string_view text);

} // namespace longmen::ingest::detail
