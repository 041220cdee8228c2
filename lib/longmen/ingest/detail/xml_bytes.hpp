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

/// Anything that cannot stand in a name of ASCII, and the colon behind a prefix.
struct BehindXmlName {
    static constexpr bool holds(char c) {
        return c == ':' || (!begins_xml_name(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.');
    }
#ifdef __SSE2__
    static __m128i lanes(__m128i bytes) {
        constexpr char letters = 26;
        constexpr char from_hyphen_to_nine = '9' - '-' + 1; // - . / 0 to 9
        const auto lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        const auto marks =
            _mm_andnot_si128(lanes_of(bytes, '/'), lanes_from(bytes, '-', from_hyphen_to_nine));
        const auto name =
            _mm_or_si128(_mm_or_si128(lanes_from(lower, 'a', letters), lanes_of(bytes, '_')), marks);
        return _mm_xor_si128(name, _mm_set1_epi8(-1));
    }
#endif
};

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
