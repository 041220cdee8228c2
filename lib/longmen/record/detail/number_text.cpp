// SPDX-License-Identifier: GPL-3.0-or-later
// Folding of document numbers without allocation, and what their readers share.
#include <longmen/record/detail/number_text.hpp>

namespace longmen::detail {
namespace {

/// What a word of Chinese or Japanese in a number stands for.
struct Word {
    std::string_view text;
    enum class Means : unsigned char { nothing, granted, japanese } means;
    char letter; ///< era letter put into the number
    char kind;
};

using enum Word::Means;
// Longer words first where one is contained in another.
constexpr std::array<Word, 34> words{{{"专利号", granted, 0, 0},
                                      {"專利號", granted, 0, 0},
                                      {"申请号", nothing, 0, 0},
                                      {"申請號", nothing, 0, 0},
                                      {"公开号", nothing, 0, 0},
                                      {"公告号", nothing, 0, 0},
                                      {"公布号", nothing, 0, 0},
                                      {"中国专利", nothing, 0, 0},
                                      {"中国", nothing, 0, 0},
                                      {"特开", japanese, 0, 'A'},
                                      {"特開", japanese, 0, 'A'},
                                      {"特表", japanese, 0, 'A'},
                                      {"特公", japanese, 0, 'B'},
                                      {"特许", japanese, 0, 'B'},
                                      {"特許", japanese, 0, 'B'},
                                      {"特愿", japanese, 0, 0},
                                      {"特願", japanese, 0, 0},
                                      {"实开", japanese, 0, 'U'},
                                      {"実開", japanese, 0, 'U'},
                                      {"實開", japanese, 0, 'U'},
                                      {"实用新案登录", japanese, 0, 'U'},
                                      {"実用新案登録", japanese, 0, 'U'},
                                      {"大正", japanese, 'T', 0},
                                      {"昭和", japanese, 'S', 0},
                                      {"平成", japanese, 'H', 0},
                                      {"令和", japanese, 'R', 0},
                                      {"昭", japanese, 'S', 0},
                                      {"平", japanese, 'H', 0},
                                      {"令", japanese, 'R', 0},
                                      {"第", nothing, 0, 0},
                                      {"号", nothing, 0, 0},
                                      {"號", nothing, 0, 0},
                                      {"：", nothing, 0, 0},
                                      {"。", nothing, 0, 0}}};

// WIPO ST.3, with former states and organisations that published patents.
constexpr std::string_view office_codes =
    "AD AE AF AG AI AL AM AN AO AP AR AT AU AW AZ BA BB BD BE BF BG BH BI "
    "BJ BM BN BO BR BS BT BV BW BX BY BZ "
    "CA CD CF CG CH CI CK CL CM CN CO CR CS CU CV CY CZ DD DE DJ DK DM DO "
    "DZ EA EC EE EG EH EM EP ER ES ET FI "
    "FJ FK FO FR GA GB GC GD GE GG GH GI GL GM GN GQ GR GS GT GW GY HK HN "
    "HR HT HU IB ID IE IL IM IN IQ IR IS "
    "IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MG MK ML MM "
    "MN MO MR MS MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OA OM PA "
    "PE PG PH PK PL PT PW PY QA QZ RO RS "
    "RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR ST SU SV SY SZ TC TD "
    "TG TH TJ TL TM TN TO TR TT TV TW TZ "
    "UA UG US UY UZ VA VC VE VG VN VU WO WS XN XV YE YU ZA ZM ZR ZW ";

constexpr std::size_t letters = 26;

/// Place of a code of two letters among all there could be.
constexpr std::size_t office_place(std::string_view code) {
    return static_cast<std::size_t>(code[0] - 'A') * letters + static_cast<std::size_t>(code[1] - 'A');
}

constexpr auto offices = [] {
    std::array<bool, letters * letters> known{};
    for (std::size_t at = 0; at < office_codes.size(); at += 3) {
        known[office_place(office_codes.substr(at, 2))] = true;
    }
    return known;
}();

/// Takes one character outside ASCII (or a word) from the front; the ASCII meaning is in `out`, 0 for none.
bool take_wide(std::string_view& rest, NumberText& text, char& out) {
    const auto byte = [&](std::size_t at) {
        return at < rest.size() ? static_cast<unsigned char>(rest[at]) : 0U;
    };
    out = 0;
    if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80) { // U+FF00-U+FF7F
        const unsigned code = 0xFF00U + (byte(1) == 0xBC ? 0U : 0x40U) + (byte(2) - 0x80U);
        if (code >= 0xFF01 && code <= 0xFF5E) {
            out = static_cast<char>(code - 0xFEE0);
            rest.remove_prefix(3);
            return true;
        }
    }
    constexpr std::array<std::string_view, 4> blanks{"\xE3\x80\x80", "\xC2\xA0", "\xEF\xBB\xBF",
                                                     "\xE2\x80\x8B"};
    for (const auto blank : blanks) {
        if (rest.starts_with(blank)) {
            rest.remove_prefix(blank.size());
            return true;
        }
    }
    const bool hyphen = (byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x90 && byte(2) <= 0x95) ||
                        rest.starts_with("\xE2\x88\x92");
    if (hyphen) { // U+2010-U+2015, U+2212
        out = '-';
        rest.remove_prefix(3);
        return true;
    }
    for (const auto& word : words) {
        if (rest.starts_with(word.text)) {
            rest.remove_prefix(word.text.size());
            text.granted_words = text.granted_words || word.means == granted;
            text.japanese = text.japanese || word.means == japanese;
            text.japanese_kind = word.kind != 0 ? word.kind : text.japanese_kind;
            out = word.letter;
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<NumberText> fold_number(std::string_view raw) {
    NumberText text;
    bool after_joint = false;
    while (!raw.empty()) {
        char c = raw.front();
        if ((static_cast<unsigned char>(c) & 0x80U) != 0) {
            if (!take_wide(raw, text, c)) {
                return std::nullopt;
            }
            if (c == 0) {
                continue;
            }
        } else {
            raw.remove_prefix(1);
        }
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
        if (is_digit(c) || is_letter(c)) {
            if (text.end == NumberText::capacity) {
                return std::nullopt;
            }
            if (after_joint && is_digit(c) && text.end > 0 && is_digit(text.buffer[text.end - 1])) {
                text.joint_at = text.end;
            }
            after_joint = false;
            text.buffer[text.end++] = c;
            continue;
        }
        switch (c) {
        case '/':
        case '-':
            after_joint = true;
            break;
        case '.':
            text.dot_at = text.end;
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ',':
        case ':':
        case '(':
        case ')':
        case '\'':
            break;
        default:
            return std::nullopt;
        }
    }
    return text;
}

StemKind split_kind(std::string_view text) {
    const auto n = text.size();
    if (n >= 2 && is_letter(text[n - 1]) && is_digit(text[n - 2])) {
        return {text.substr(0, n - 1), text.substr(n - 1)};
    }
    if (n >= 3 && is_digit(text[n - 1]) && is_letter(text[n - 2]) && is_digit(text[n - 3])) {
        return {text.substr(0, n - 2), text.substr(n - 2)};
    }
    return {text, {}};
}

bool is_office(std::string_view code) {
    return code.size() == 2 && is_letter(code[0]) && is_letter(code[1]) && offices[office_place(code)];
}

std::string_view without_leading_zeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

std::string zero_padded(std::string_view digits, std::size_t width) {
    std::string result;
    if (digits.size() < width) {
        result.append(width - digits.size(), '0');
    }
    result += digits;
    return result;
}

DocNumber publication(std::string_view office, std::string digits, std::string_view kind) {
    DocNumber number;
    number.office = office;
    number.number_kind = NumberKind::publication;
    number.digits = std::move(digits);
    number.kind = kind;
    return number;
}

DocNumber application(std::string_view office, std::string digits) {
    DocNumber number;
    number.office = office;
    number.number_kind = NumberKind::application;
    number.digits = std::move(digits);
    return number;
}

} // namespace longmen::detail
