// SPDX-License-Identifier: GPL-3.0-or-later
// Interning and the dated forms by which spellings of one application are recognised.
#include <longmen/resolve/detail/family_numbers.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/source_id.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t us_series_width = 8; // two digits of series, six of serial
constexpr std::size_t us_serial_width = 6;
constexpr std::size_t shortest_dated = 4; // digits of a number that may hold a year
constexpr int first_provisional_series = 60;
constexpr int last_provisional_series = 69;
constexpr int design_series = 29;
constexpr int last_regular_series = 28; // those below the design series

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view without_zeros(std::string_view digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

/// First letter behind a digit: `US62133061P` is P. Canonical forms of applications have none.
char kind_letter(std::string_view text) {
    bool number = false;
    for (const char c : text) {
        if (is_digit(c)) {
            number = true;
        } else if (number && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
            return static_cast<char>(c & ~0x20);
        }
    }
    return 0;
}

/// A US number without its series is told from that of another series by its kind: 60/856535 and 11/856535
/// are both written 85653506, or 2006856535, with P or A behind.
std::string series_mark(const DocNumber& number, std::string_view text) {
    const char kind = number.office == "US" ? kind_letter(text) : char{0};
    const auto lead = std::string_view{number.digits}.substr(0, 2);
    const bool series_led = number.digits.size() == us_series_width;
    const bool provisional = kind == 'P' && !(series_led && lead[0] == '6');
    const bool design = (kind == 'F' || kind == 'D') && !(series_led && lead == "29");
    return provisional ? ":P" : design ? ":F" : "";
}

/// US serials are counted apart for provisional (P), design (F) and other applications (A).
void add_us_forms(std::string_view digits, char kind, const std::string& year, const std::string& day,
                  std::vector<DatedForm>& forms) {
    const char stated = kind == 'P' ? 'P' : kind == 'F' || kind == 'D' ? 'F' : 'A';
    const auto add = [&](char group, std::string_view serial, int series) {
        forms.push_back({fmt::format("US{}{}@{}", group, without_zeros(serial), day), series});
    };
    if (digits.starts_with(year) && digits.size() > shortest_dated + 2) { // 2015150703
        add(stated, digits.substr(year.size()), 0);
    }
    if (digits.size() > us_series_width || digits.size() < shortest_dated) {
        return;
    }
    const bool serial_year = digits.ends_with(std::string_view{year}.substr(2));
    if (serial_year) { // 24401608
        add(stated, digits.substr(0, digits.size() - 2), 0);
    }
    if (digits.size() + 1 >= us_series_width) { // 12244016
        const auto cut = digits.size() - us_serial_width;
        int series = 0;
        for (const char c : digits.substr(0, cut)) {
            series = series * 10 + (c - '0');
        }
        const bool provisional = series >= first_provisional_series && series <= last_provisional_series;
        const bool regular = series <= last_regular_series;
        if (provisional || regular || series == design_series || !serial_year) {
            add(provisional ? 'P' : series == design_series ? 'F' : stated, digits.substr(cut), series);
        }
    }
}

} // namespace

DisjointSets::DisjointSets(std::size_t n) : parent_(n) {
    for (std::size_t i = 0; i < n; ++i) {
        parent_[i] = static_cast<std::uint32_t>(i);
    }
}

std::uint32_t DisjointSets::add() {
    parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
    return parent_.back();
}

std::uint32_t DisjointSets::root(std::uint32_t x) {
    while (parent_[x] != x) {
        parent_[x] = parent_[parent_[x]];
        x = parent_[x];
    }
    return x;
}

bool DisjointSets::unite(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b); // the smallest stays the root, whatever the order
    return a != b;
}

std::vector<DatedForm> dated_forms(const DocNumber& number, const WrittenNumber& written) {
    std::vector<DatedForm> forms;
    const std::string_view digits = number.digits;
    const bool settled = number.office == "CN" || number.office == "WO" || number.office == "JP" ||
                         number.office == "KR"; // parse_number knows their forms
    if (!written.date || written.date->precision() != DatePrecision::day || settled ||
        number.number_kind != NumberKind::application || !std::ranges::all_of(digits, is_digit)) {
        return forms;
    }
    const auto day = written.date->iso();
    const auto year = day.substr(0, 4);
    if (number.office == "US") {
        add_us_forms(digits, kind_letter(written.text), year, day, forms);
        return forms;
    }
    auto serial = digits;
    for (const auto& prefix : {year, year.substr(2)}) {
        if (digits.starts_with(prefix) && digits.size() >= prefix.size() + 2) {
            serial = digits.substr(prefix.size());
            break;
        }
    }
    forms.push_back({fmt::format("{}{}@{}", number.office, without_zeros(serial), day), 0});
    return forms;
}

std::pair<std::uint32_t, bool> FamilyNumbers::place(std::string key) {
    const auto [place, fresh] = ids_.try_emplace(std::move(key), static_cast<std::uint32_t>(names_.size()));
    if (fresh) {
        same_.add();
        names_.emplace_back();
        international_.push_back(false);
    }
    return {place->second, fresh};
}

std::uint32_t FamilyNumbers::intern(std::string key, const std::string& name) {
    const auto [id, fresh] = place(std::move(key));
    if (fresh) {
        names_[id] = name;
    }
    return id;
}

std::uint32_t FamilyNumbers::application(const DocNumber& number, const WrittenNumber& written) {
    const auto [id, fresh] = place(number.key() + series_mark(number, written.text));
    if (fresh) { // the canonical form costs as much as the key
        names_[id] = number.canonical();
        international_[id] = number.office == "WO" && number.number_kind == NumberKind::application;
    }
    for (auto& form : dated_forms(number, written)) {
        const auto at =
            forms_.try_emplace(std::move(form.key), static_cast<std::uint32_t>(forms_.size())).first;
        readings_.push_back({at->second, id, form.series});
    }
    return id;
}

std::uint32_t FamilyNumbers::application(const WrittenNumber& written) {
    if (const auto number = parse_number(written.text, NumberHint::application)) {
        return application(*number, written);
    }
    if (!is_source_id(written.text)) {
        unreadable_.push_back(written.text);
    }
    return intern("?:" + fold_key(written.text), written.text);
}

void FamilyNumbers::settle() {
    std::ranges::sort(readings_, {}, [](const Reading& r) { return std::tie(r.form, r.series, r.id); });
    for (std::size_t first = 0; first < readings_.size();) {
        auto last = first + 1;
        int series = readings_[first].series;
        bool agree = true;
        while (last < readings_.size() && readings_[last].form == readings_[first].form) {
            agree = agree && (series == 0 || readings_[last].series == series);
            series = readings_[last++].series;
        }
        for (auto i = first + 1; agree && i < last; ++i) {
            same_.unite(readings_[first].id, readings_[i].id);
        }
        first = last;
    }
    for (std::uint32_t id = 0; id < international_.size(); ++id) {
        if (international_[id]) {
            international_[same_.root(id)] = true;
        }
    }
}

std::vector<std::string> FamilyNumbers::take_unreadable() {
    std::ranges::sort(unreadable_);
    const auto rest = std::ranges::unique(unreadable_);
    unreadable_.erase(rest.begin(), rest.end());
    return std::move(unreadable_);
}

} // namespace longmen::resolve::detail
