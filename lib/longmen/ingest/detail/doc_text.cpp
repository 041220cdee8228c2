// SPDX-License-Identifier: GPL-3.0-or-later
// Tidies the text of documents.
#include <longmen/ingest/detail/doc_text.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/byte_lanes.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

bool is_blank(unsigned char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Ends with a character of Chinese or Japanese writing, or of its punctuation: three bytes from E3 to E9, or
/// EF (width forms).
bool ends_wide(std::string_view text) {
    if (text.size() < 3) {
        return false;
    }
    const auto lead = static_cast<unsigned char>(text[text.size() - 3]);
    return (lead >= 0xE3 && lead <= 0xE9) || lead == 0xEF;
}

bool begins_wide(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    return (lead >= 0xE3 && lead <= 0xE9) || lead == 0xEF;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string digits_at(std::string_view text, std::size_t& at) {
    std::string digits;
    while (at < text.size() && is_digit(text[at])) {
        digits += text[at++];
    }
    return digits;
}

void pass_blanks(std::string_view text, std::size_t& at) {
    while (at < text.size() && is_blank(static_cast<unsigned char>(text[at]))) {
        ++at;
    }
}

std::string without_zeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return digits;
}

/// End of the run at `at` that is copied as it is: ordinary characters, and single blanks between those of
/// ASCII.
std::size_t run_end(std::string_view text, std::size_t at) {
#ifdef __SSE2__
    constexpr std::size_t width = 16;
    const auto blank = [](__m128i bytes) { return lanes_of(bytes, ' '); };
    for (; at + width < text.size(); at += width) {
        const auto* place = reinterpret_cast<const __m128i*>(text.data() + at);
        const auto bytes = _mm_loadu_si128(place);
        const auto next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at + 1));
        const auto control = _mm_or_si128(lanes_from(bytes, '\0', ' '), lanes_of(bytes, 0x7f));
        // Signed, the bytes beyond ASCII lie below zero.
        const auto other = _mm_or_si128(_mm_cmplt_epi8(next, _mm_set1_epi8('!')), lanes_of(next, 0x7f));
        const auto before_other = _mm_and_si128(blank(bytes), other);
        const auto behind_other = _mm_and_si128(blank(next), _mm_cmplt_epi8(bytes, _mm_setzero_si128()));
        const auto ends = static_cast<std::uint32_t>(
            _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(before_other, behind_other))));
        if (ends != 0) {
            at += static_cast<std::size_t>(std::countr_zero(ends));
            return static_cast<signed char>(text[at]) < 0 ? at + 1 : at;
        }
    }
#endif
    while (at < text.size() && static_cast<unsigned char>(text[at]) > ' ' && text[at] != 0x7f) {
        ++at;
    }
    return at;
}

} // namespace

std::string squeezed(std::string_view text, bool lines) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    bool line = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c <= ' ' || c == 0x7f) {
            blank = blank || is_blank(c);
            line = line || c == static_cast<unsigned char>(line_mark);
            ++at;
            continue;
        }
        const auto end = run_end(text, at);
        const auto run = text.substr(at, end - at);
        if (!out.empty() && (blank || line)) {
            if (line && lines) {
                out += '\n';
            } else if (!(ends_wide(out) && begins_wide(run))) {
                out += ' ';
            }
        }
        out.append(run);
        blank = line = false;
        at = end;
    }
    return out;
}

std::string symbol_from_text(std::string_view text) {
    constexpr std::size_t subclass_width = 4;
    text = trim(text);
    std::string symbol;
    std::size_t at = 0;
    while (at < text.size() && symbol.size() < subclass_width) {
        const char c = text[at++];
        if (!is_blank(static_cast<unsigned char>(c))) {
            symbol += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (symbol.size() < subclass_width || !is_letter(symbol[0]) || !is_digit(symbol[1]) ||
        !is_digit(symbol[2]) || !is_letter(symbol[3])) {
        return {};
    }
    const auto rest = text.substr(at);
    if (trim(rest).empty()) {
        return symbol;
    }
    at = 0;
    pass_blanks(rest, at);
    const auto places = at;
    auto group = digits_at(rest, at);
    if (group.empty()) {
        return {};
    }
    const auto behind = at;
    pass_blanks(rest, at);
    std::string subgroup;
    constexpr std::size_t long_group = 4; // of the form with ten digits, filled with zeros on both sides
    constexpr std::size_t long_digits = 10;
    if (group.size() == long_digits && places == 0) {
        subgroup = group.substr(long_group);
        constexpr std::size_t least = 2;
        subgroup.resize(std::max(least, subgroup.find_last_not_of('0') + 1));
        group.resize(long_group);
    } else if (at < rest.size() && rest[at] == '/') {
        ++at;
        pass_blanks(rest, at);
        subgroup = digits_at(rest, at);
    } else if (constexpr std::size_t group_places = 3; behind > group_places) {
        // Without a stroke the main group has three places, filled with blanks from the left.
        const auto cut = group_places - std::min(group_places, places);
        if (cut == 0 || cut >= group.size()) {
            return {};
        }
        subgroup = group.substr(cut);
        group.resize(cut);
    }
    symbol += without_zeros(std::move(group));
    return subgroup.empty() ? symbol : symbol + '/' + subgroup;
}

std::string tidy_name(std::string_view name) {
    std::string out{trim(name)};
    while (!out.empty() && (out.back() == ',' || out.back() == ';' || out.back() == ' ')) {
        out.pop_back();
    }
    if (const auto mark = out.find("; "); mark != std::string::npos) {
        out[mark] = ',';
    }
    return out;
}

std::size_t claim_number_length(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    if (at == 0 || at > most_digits) {
        return 0;
    }
    auto end = at;
    pass_blanks(text, end);
    for (const std::string_view mark : {".", "、", "．", ")"}) {
        if (text.substr(end).starts_with(mark)) {
            end += mark.size();
            if (end < text.size() && is_digit(text[end])) {
                return 0; // 1.5 is a figure
            }
            pass_blanks(text, end);
            return end;
        }
    }
    return 0;
}

} // namespace longmen::ingest::detail
