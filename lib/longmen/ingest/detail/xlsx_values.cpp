// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, dates and number formats of XLSX.
#include <longmen/ingest/detail/xlsx_values.hpp>

#include <longmen/base/date.hpp>
#include <longmen/ingest/detail/characters.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace longmen::ingest::detail {
namespace {

/// Above this a spreadsheet keeps fewer digits than the number has.
constexpr double exact_below = 1e15;
constexpr double seconds_per_day = 86400;

std::optional<double> to_double(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)
               ? std::optional{value}
               : std::nullopt;
}

bool is_hex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    });
}

} // namespace

std::string print_cell_number(std::string_view text, std::size_t zeros) {
    const auto value = to_double(text);
    if (!value) {
        return std::string{text};
    }
    if (std::abs(*value) >= exact_below) {
        auto printed = fmt::format("{:.14E}", *value);
        const auto e = printed.find('E');
        auto mantissa = printed.substr(0, e);
        mantissa.erase(mantissa.find_last_not_of('0') + 1);
        if (mantissa.ends_with('.')) {
            mantissa.pop_back();
        }
        return mantissa + printed.substr(e);
    }
    std::array<char, 400> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                            *value == 0 ? 0.0 : *value, std::chars_format::fixed);
    const std::string_view printed{buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    const bool whole = printed.find_first_not_of("0123456789") == std::string_view::npos;
    const auto missing = whole && printed.size() < zeros ? zeros - printed.size() : 0;
    return std::string(missing, '0').append(printed);
}

std::optional<std::string> print_cell_date(std::string_view serial, bool epoch_1904) {
    const auto value = to_double(serial);
    if (!value || *value < 1 || *value >= 2958466) { // 9999-12-31 and what follows it
        return std::nullopt;
    }
    auto day = static_cast<std::int32_t>(*value);
    auto seconds = static_cast<int>(std::lround((*value - day) * seconds_per_day));
    if (seconds == static_cast<int>(seconds_per_day)) {
        seconds = 0;
        ++day;
    }
    // Excel counts a 29 February 1900 that never was: serial 61 is 1900-03-01.
    const auto origin =
        epoch_1904 ? Date::from_ymd(1904, 1, 1) : Date::from_ymd(1899, 12, day < 60 ? 31 : 30);
    auto text = origin->add_days(day).iso();
    if (seconds != 0) {
        text += fmt::format(" {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    return text;
}

std::string print_iso_date(std::string_view value) {
    value = value.substr(0, value.find('.'));
    std::string text{value.substr(0, value.find('T'))};
    if (text.size() < value.size()) {
        const auto time = value.substr(text.size() + 1);
        text += time == "00:00:00" ? "" : fmt::format(" {}", time);
    }
    return text;
}

bool is_date_format(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
        switch (format[i]) {
        case '"':
            i = std::min(format.find('"', i + 1), format.size());
            break;
        case '[':
            i = std::min(format.find(']', i + 1), format.size());
            break;
        case '\\':
        case '_':
        case '*':
            ++i;
            break;
        case ';':
            return false; // the first section decides
        case 'y':
        case 'Y':
        case 'd':
        case 'D':
            return true;
        default:
            break;
        }
    }
    return false;
}

std::size_t format_zeros(std::string_view format) {
    constexpr std::size_t most = 20; // no code is longer
    format = format.substr(0, format.find(';'));
    return format.size() > 1 && format.size() <= most &&
                   format.find_first_not_of('0') == std::string_view::npos
               ? format.size()
               : 0;
}

std::size_t to_size(std::string_view text, std::size_t fallback) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : fallback;
}

std::string decode_escapes(std::string text) {
    auto at = text.find("_x");
    if (at == std::string::npos) {
        return text;
    }
    std::string result;
    std::size_t done = 0;
    for (; at != std::string::npos; at = text.find("_x", at)) {
        if (at + 7 > text.size() || text[at + 6] != '_' ||
            !is_hex(std::string_view{text}.substr(at + 2, 4))) {
            at += 2;
            continue;
        }
        result.append(text, done, at - done);
        unsigned code = 0;
        std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
        if (code != '\r') {
            append_utf8(result, code);
        }
        at += 7;
        done = at;
    }
    return result.append(text, done);
}

std::optional<std::size_t> cell_column(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
        if (letters == 4) {
            return std::nullopt;
        }
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
    }
    return letters == 0 ? std::nullopt : std::optional{column - 1};
}

} // namespace longmen::ingest::detail
