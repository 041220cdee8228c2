// SPDX-License-Identifier: GPL-3.0-or-later
// Byte-order marks, strict UTF-8, UTF-16 by its line ends, then uchardet weighed against GB18030.
#include <longmen/ingest/detail/encoding.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/byte_lanes.hpp>

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace longmen::ingest::detail {
namespace {

using namespace std::string_view_literals;

/// Words of table headings: text that holds one of them was decoded rightly.
constexpr auto heading_words = std::to_array<std::string_view>(
    {"申请", "专利", "名称", "公开", "企业", "年度", "信用", "发明", "摘要", "代码", "日期"});
/// Share of bytes beyond ASCII that stand alone, above which a text is taken as a single-byte encoding.
constexpr double single_byte_share = 0.8;
/// Broken UTF-8 characters tolerated per thousand good ones before the text is taken for something else.
constexpr std::size_t tolerated_per_mille = 2;

bool is_control(unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a &&
           c != 0x1b;
}

/// Bytes beyond ASCII and control characters that no text holds.
struct NoPlainAscii {
    static bool holds(char c) {
        return static_cast<unsigned char>(c) >= 0x80 || is_control(static_cast<unsigned char>(c));
    }
#ifdef __SSE2__
    static __m128i lanes(__m128i bytes) {
        const auto blanks = lanes_from(bytes, '\t', '\r' - '\t' + 1);
        const auto marks = lanes_from(bytes, '\x1a', 2);
        const auto controls = lanes_from(bytes, '\0', ' ');
        const auto beyond = _mm_cmplt_epi8(bytes, _mm_setzero_si128());
        return _mm_or_si128(beyond, _mm_andnot_si128(_mm_or_si128(blanks, marks), controls));
    }
#endif
};

struct Utf8Tally {
    std::size_t good = 0;
    std::size_t bad = 0;
};

/// Well-formed and broken characters beyond ASCII; a character cut at the end of a partial sample is neither.
Utf8Tally tally_utf8(std::string_view text, bool whole) {
    Utf8Tally tally;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 0;
        if (length == 1) {
            ++i;
        } else if (length != 0 && i + length > text.size() && !whole) {
            break;
        } else if (length != 0 && i + length <= text.size() && is_valid_utf8(text.substr(i, length))) {
            ++tally.good;
            i += length;
        } else {
            ++tally.bad;
            ++i;
        }
    }
    return tally;
}

struct CloseIconv {
    void operator()(iconv_t* cd) const {
        iconv_close(*cd);
        delete cd;
    }
};

/// The text in UTF-8 when every byte converts; a character cut at the end of a partial sample is left out.
std::optional<std::string> convert(std::string_view text, const std::string& from, bool whole) {
    const iconv_t opened = iconv_open("UTF-8", from.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) {
        return std::nullopt;
    }
    const std::unique_ptr<iconv_t, CloseIconv> cd{new iconv_t{opened}};
    std::string out(text.size() * 4 + 16, '\0');
    std::string in{text};
    char* from_at = in.data();
    std::size_t from_left = in.size();
    char* to_at = out.data();
    std::size_t to_left = out.size();
    if (iconv(*cd, &from_at, &from_left, &to_at, &to_left) == static_cast<std::size_t>(-1) &&
        (errno != EINVAL || whole)) {
        return std::nullopt;
    }
    out.resize(out.size() - to_left);
    return out;
}

/// UTF-16 is betrayed by its line ends and separators, whose other byte is zero.
std::optional<Encoding> utf16_without_mark(std::string_view sample) {
    std::size_t little = 0;
    std::size_t big = 0;
    for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
        const char a = sample[i];
        const char b = sample[i + 1];
        little += b == '\0' && (a == '\n' || a == '\t' || a == ',' || a == ';');
        big += a == '\0' && (b == '\n' || b == '\t' || b == ',' || b == ';');
    }
    if (little == big) {
        return std::nullopt;
    }
    Encoding encoding{little > big ? "UTF-16LE" : "UTF-16BE", 0};
    const auto text = convert(sample.substr(0, sample.size() & ~std::size_t{1}), encoding.name, false);
    if (!text ||
        std::ranges::any_of(*text, [](char c) { return is_control(static_cast<unsigned char>(c)); })) {
        return std::nullopt;
    }
    return encoding;
}

std::string ask_uchardet(std::string_view sample) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector{uchardet_new(), &uchardet_delete};
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) {
        return {};
    }
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

bool mostly_single_bytes(std::string_view sample) {
    std::size_t high = 0;
    std::size_t alone = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (static_cast<unsigned char>(sample[i]) >= 0x80) {
            ++high;
            const bool before = i > 0 && static_cast<unsigned char>(sample[i - 1]) >= 0x80;
            const bool after = i + 1 < sample.size() && static_cast<unsigned char>(sample[i + 1]) >= 0x80;
            alone += !before && !after;
        }
    }
    return high > 0 && static_cast<double>(alone) >= single_byte_share * static_cast<double>(high);
}

bool holds_heading_word(std::string_view text) {
    return std::ranges::any_of(heading_words,
                               [&](auto word) { return text.find(word) != std::string_view::npos; });
}

} // namespace

bool is_ascii_text(std::string_view bytes) {
    return is_free_of<NoPlainAscii>(bytes);
}

std::optional<Encoding> find_encoding(std::string_view sample, bool whole) {
    if (sample.starts_with("\xef\xbb\xbf"sv)) {
        return Encoding{"UTF-8", 3};
    }
    if (sample.starts_with("\xff\xfe"sv)) {
        return Encoding{"UTF-16LE", 2};
    }
    if (sample.starts_with("\xfe\xff"sv)) {
        return Encoding{"UTF-16BE", 2};
    }
    if (sample.find('\0') != std::string_view::npos) {
        return utf16_without_mark(sample);
    }
    const auto controls =
        std::ranges::count_if(sample, [](char c) { return is_control(static_cast<unsigned char>(c)); });
    if (static_cast<std::size_t>(controls) * 1000 > sample.size()) {
        return std::nullopt;
    }
    const auto utf8 = tally_utf8(sample, whole);
    if (utf8.bad * 1000 <= utf8.good * tolerated_per_mille || (utf8.bad == 1 && utf8.good > 20)) {
        return Encoding{"UTF-8", 0};
    }
    const auto chinese = convert(sample, "GB18030", whole);
    if (chinese && holds_heading_word(*chinese)) {
        return Encoding{"GB18030", 0};
    }
    const auto guess = ask_uchardet(sample);
    if (!guess.empty() && guess != "ASCII" && guess != "UTF-8" &&
        (!chinese || mostly_single_bytes(sample) || guess == "BIG5" || guess == "SHIFT_JIS" ||
         guess == "EUC-JP" || guess == "EUC-KR") &&
        convert(sample, guess, whole)) {
        return Encoding{guess, 0};
    }
    return chinese ? std::optional{Encoding{"GB18030", 0}} : std::nullopt;
}

} // namespace longmen::ingest::detail
