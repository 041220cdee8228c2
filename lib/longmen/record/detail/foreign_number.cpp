// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the United States, the EPO, international ones, and of offices without rules of their own.
#include <longmen/record/detail/number_text.hpp>

#include <string>

namespace longmen::detail {
namespace {

constexpr int first_pct_year = 1978;
constexpr int last_year = 2099;
constexpr int first_us_published_year = 2001; // applications are published since
constexpr std::size_t serial_width = 6;

bool is_year(std::string_view four, int first) {
    const int year = value_of(four);
    return year >= first && year <= last_year;
}

/// Year and serial of an international number: `2004012345`, `200412345`, `8911703`, `03012345`, or cut by a
/// joint. The result is the four-digit year and six digits.
std::optional<std::string> year_and_serial(std::string_view digits, std::size_t joint) {
    if (!all_digits(digits)) {
        return std::nullopt;
    }
    std::size_t cut = 0;
    if (joint != NumberText::nowhere) {
        cut = joint;
    } else if (digits.size() == 10 || digits.size() == 9 || digits.size() == 11) {
        cut = 4;
    } else if (digits.size() == 7 || digits.size() == 8) {
        cut = 2;
    }
    if ((cut != 4 && cut != 2) || cut >= digits.size()) {
        return std::nullopt;
    }
    int year = value_of(digits.substr(0, cut));
    if (cut == 2) {
        year += year >= first_pct_year % 100 ? 1900 : 2000;
    }
    const auto serial = without_leading_zeros(digits.substr(cut));
    if (year < first_pct_year || year > last_year || serial.size() > serial_width) {
        return std::nullopt;
    }
    return std::to_string(year) + zero_padded(serial, serial_width);
}

} // namespace

std::optional<DocNumber> read_pct(std::string_view office, std::string_view digits, std::size_t joint) {
    const auto number = is_office(office) ? year_and_serial(digits, joint) : std::nullopt;
    if (!number) {
        return std::nullopt;
    }
    std::string whole(office);
    whole += *number;
    return application("WO", std::move(whole));
}

std::optional<DocNumber> read_wo(const NumberText& text) {
    const auto [stem, kind] = split_kind(text.view());
    if (stem.size() > 6 && all_digits(stem.substr(0, 4)) && is_letter(stem[4])) { // WO2017US28920
        std::string digits(stem.substr(0, 4));
        digits += zero_padded(stem.substr(6), serial_width);
        return all_digits(stem.substr(6)) ? read_pct(stem.substr(4, 2), digits, 4) : std::nullopt;
    }
    if (auto number = year_and_serial(stem, text.joint())) {
        return publication("WO", std::move(*number), kind);
    }
    return stem.size() <= serial_width && all_digits(stem) // international designs: WO097993S
               ? std::optional{publication("WO", std::string(stem), kind)}
               : std::nullopt;
}

std::optional<DocNumber> read_us(const NumberText& text, NumberHint hint) {
    const auto [stem, kind] = split_kind(text.view());
    const auto letters = stem.find_first_of("0123456789");
    if (letters == std::string_view::npos || !all_digits(stem.substr(letters)) || letters > 2) {
        return std::nullopt;
    }
    if (letters > 0) { // RE35172, D801224, PP12345, H485
        std::string body(stem.substr(0, letters));
        if (body == "R") {
            body = "RE";
        }
        body += without_leading_zeros(stem.substr(letters));
        return hint == NumberHint::application ? application("US", std::move(body))
                                               : publication("US", std::move(body), kind);
    }
    const auto n = stem.size();
    if (n > 12) {
        return std::nullopt;
    }
    if (n == 8 && text.joint() == 2) { // 15/212752
        return application("US", std::string(stem));
    }
    if (n == 12) { // year, series, serial
        return is_year(stem.substr(0, 4), 1900)
                   ? std::optional{application("US", std::string(stem.substr(4)))}
                   : std::nullopt;
    }
    const bool year = n >= 10 && is_year(stem.substr(0, 4), first_us_published_year);
    if (n == 11 && year && (kind.empty() || kind[0] == 'A')) {
        return publication("US", std::string(stem), kind);
    }
    if (n == 10 && year) {
        const bool published = text.joint() == 4 || (kind.size() == 2 && kind[0] == 'A') ||
                               (kind.empty() && hint != NumberHint::application) ||
                               (kind == "A" && hint == NumberHint::publication);
        if (published) {
            std::string body(stem.substr(0, 4));
            body += '0';
            body += stem.substr(4);
            return publication("US", std::move(body), kind);
        }
    }
    const bool application_kind = kind == "F" || kind == "P" || kind == "D" || kind == "K" || kind == "V" ||
                                  (kind == "A" && n >= 8 && hint != NumberHint::publication);
    if (hint == NumberHint::application || application_kind) {
        return application("US", std::string(stem));
    }
    constexpr std::size_t patent_width = 8; // what is longer is no patent: kept as written
    const auto number = without_leading_zeros(stem);
    return publication("US", std::string(number.size() <= patent_width ? number : stem), kind);
}

std::optional<DocNumber> read_ep(const NumberText& text, NumberHint hint) {
    constexpr std::size_t publication_width = 7;
    constexpr std::size_t application_width = 8;
    auto [stem, kind] = split_kind(text.view());
    if (!all_digits(stem) || stem.size() > 11) {
        return std::nullopt;
    }
    if (stem.size() == 11) { // EP19910906261: four digits of the year, seven of the serial
        return is_year(stem.substr(0, 4), first_pct_year) && stem[4] == '0'
                   ? std::optional{application("EP",
                                               std::string(stem.substr(2, 2)) + std::string(stem.substr(5)))}
                   : std::nullopt;
    }
    if (stem.size() == application_width + 1 && text.dot_before_last()) { // 05756434.1
        return application("EP", std::string(stem.substr(0, application_width)));
    }
    if (stem.size() == 10) {
        return is_year(stem.substr(0, 4), first_pct_year)
                   ? std::optional{application("EP", std::string(stem.substr(2)))}
                   : std::nullopt;
    }
    const auto number = without_leading_zeros(stem);
    const bool published =
        hint != NumberHint::application && number.size() <= publication_width &&
        (stem.size() <= publication_width || kind.size() != 1 || hint == NumberHint::publication);
    if (published || kind.size() == 2) {
        return publication("EP", zero_padded(number, publication_width), kind);
    }
    return application("EP", zero_padded(stem, application_width));
}

std::optional<DocNumber> read_other(std::string_view office, const NumberText& text, NumberHint hint) {
    auto [stem, kind] = split_kind(text.view());
    if (stem.find_first_of("0123456789") == std::string_view::npos) {
        return std::nullopt;
    }
    if (hint == NumberHint::application) { // an application keeps no kind: what is left must not end with one
        for (auto rest = split_kind(stem); !rest.kind.empty(); rest = split_kind(stem)) {
            stem = rest.stem;
        }
    }
    const auto body = stem.starts_with("000") ? without_leading_zeros(stem) : stem;
    return hint == NumberHint::application ? application(office, std::string(body))
                                           : publication(office, std::string(body), kind);
}

} // namespace longmen::detail
