// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 text on ICU.
#include <longmen/base/text.hpp>

#include <longmen/base/errors.hpp>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace longmen {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

const icu::Normalizer2& normalizer(bool fold_case) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* found = fold_case ? icu::Normalizer2::getNFKCCasefoldInstance(error)
                                  : icu::Normalizer2::getNFKCInstance(error);
    if (U_FAILURE(error)) {
        throw InternalError("the Unicode normaliser is not available");
    }
    return *found;
}

std::string normalize(std::string_view text, bool fold_case) {
    UErrorCode error = U_ZERO_ERROR;
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    normalizer(fold_case).normalizeUTF8(
        0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, error);
    if (U_FAILURE(error)) {
        throw InternalError("a text could not be normalised");
    }
    return result;
}

bool is_blank(UChar32 c) {
    return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
           (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

/// Calls `visit(begin, end, code point)` for each character; a bad byte is U+FFFD of length 1 or more.
template <class Visit>
void each_character(std::string_view text, Visit visit) {
    std::int32_t at = 0;
    const auto length = static_cast<std::int32_t>(text.size());
    while (at < length) {
        const auto begin = at;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, length, c);
        visit(static_cast<std::size_t>(begin), static_cast<std::size_t>(at), c);
    }
}

std::size_t width_of(UChar32 c) {
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
        type == U_CONTROL_CHAR) {
        return 0;
    }
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace

bool is_valid_utf8(std::string_view text) {
    std::int32_t at = 0;
    const auto length = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    while (at < length) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (c < 0) {
            return false;
        }
    }
    return true;
}

std::string_view trim(std::string_view text) {
    // From both ends, so that a long text costs no more than a short one.
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t first = 0;
    auto last = static_cast<std::int32_t>(text.size());
    for (auto next = first; first < last; first = next) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, next, last, c);
        if (!is_blank(c)) {
            break;
        }
    }
    for (auto before = last; last > first; last = before) {
        UChar32 c = 0;
        U8_PREV_OR_FFFD(bytes, first, before, c);
        if (!is_blank(c)) {
            break;
        }
    }
    return text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) {
        std::string result(text);
        std::ranges::transform(result, result.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return result;
    }
    return normalize(text, true);
}

std::string fold_width(std::string_view text) {
    return is_ascii(text) ? std::string{text} : normalize(text, false);
}

std::string fold_key(std::string_view text) {
    const auto folded = fold(text);
    std::string result;
    each_character(folded, [&](std::size_t begin, std::size_t end, UChar32 c) {
        if (!is_blank(c)) {
            result.append(folded, begin, end - begin);
        }
    });
    return result;
}

std::vector<std::string> split_trimmed(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto at = separator.empty() ? std::string_view::npos : text.find(separator);
        if (const auto part = trim(text.substr(0, at)); !part.empty()) {
            parts.emplace_back(part);
        }
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + separator.size());
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (const auto& part : parts) {
        if (!result.empty()) {
            result += separator;
        }
        result += part;
    }
    return result;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    each_character(text, [&](std::size_t, std::size_t, UChar32 c) { width += width_of(c); });
    return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) {
        return std::string{text};
    }
    std::size_t used = 0;
    std::size_t keep = 0;
    bool full = width == 0;
    each_character(text, [&](std::size_t, std::size_t end, UChar32 c) {
        full = full || used + width_of(c) + 1 > width;
        if (!full) {
            used += width_of(c);
            keep = end;
        }
    });
    return width == 0 ? std::string{} : std::string{text.substr(0, keep)} + "…";
}

bool has_han(std::string_view text) {
    constexpr std::uint8_t first_lead = 0xE3; // of U+3006, the first ideograph there is
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        if (bytes[at] < first_lead) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, length, c);
        if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) {
            return true;
        }
    }
    return false;
}

} // namespace longmen
