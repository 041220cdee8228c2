// SPDX-License-Identifier: GPL-3.0-or-later
// Divisions by name and code, and the way through an address.
#include <longmen/resolve/address.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/resolve/detail/org_text.hpp>

#include <algorithm>
#include <optional>

namespace longmen::resolve {
namespace {

constexpr std::size_t province_digits = 2;
constexpr std::size_t city_digits = 4;
constexpr std::size_t county_digits = 6;
constexpr std::size_t han_bytes = 3;

bool is_code(std::string_view text) {
    const bool length =
        text.size() == province_digits || text.size() == city_digits || text.size() == county_digits;
    return length && std::ranges::all_of(text, detail::is_ascii_digit);
}

/// `140700` and `140000` name the city and the province.
std::string_view without_zeros(std::string_view code) {
    while (code.size() > province_digits && code.ends_with("00")) {
        code.remove_suffix(2);
    }
    return code;
}

} // namespace

DivisionLevel Division::level() const {
    return code.size() == province_digits ? DivisionLevel::province
           : code.size() == city_digits   ? DivisionLevel::city
                                          : DivisionLevel::county;
}

// --- tables ------------------------------------------------------------------------------------------------

Regions Regions::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "short_forms", "province",
                "city", "county"});
    Regions regions;
    const auto& forms = root.at("short_forms");
    forms.allow({"source", "source_date", "suffixes", "peoples", "not_places"});
    regions.suffixes_ = forms.at("suffixes").strings();
    regions.peoples_ = forms.at("peoples").strings();
    regions.not_places_ = forms.at("not_places").strings();
    for (const auto* level : {"province", "city", "county"}) {
        for (const auto* node : root.tables(level)) {
            node->allow({"code", "name", "short", "letter", "former", "former_codes"});
            Division division{node->at("code").string(), node->at("name").string(),
                              node->at("short").string()};
            if (!is_code(division.code)) {
                node->at("code").fail(Sentence{"代码应为 2、4 或 6 位数字", "a code has 2, 4 or 6 digits"});
            }
            const auto code = division.code;
            regions.add(std::move(division));
            for (const auto& name : node->strings_or_empty("former")) {
                regions.add_name(name, code, false);
            }
            for (const auto& former : node->strings_or_empty("former_codes")) {
                regions.former_codes_.emplace(former, code);
            }
        }
    }
    return regions;
}

bool Regions::add(const std::string& code, const std::string& name) {
    if (!is_code(code) || name.empty()) {
        return false;
    }
    add(Division{code, name, shortened(name)});
    return true;
}

void Regions::add(Division division) {
    const auto known = divisions_.find(division.code);
    if (known != divisions_.end() && known->second.level() == DivisionLevel::province) {
        division.short_name = known->second.short_name; // 广西 of 广西壮族自治区
    }
    if (std::ranges::find(not_places_, division.name) == not_places_.end()) {
        add_name(division.name, division.code, false);
        add_name(division.short_name, division.code, true);
    }
    divisions_.insert_or_assign(division.code, std::move(division));
}

void Regions::add_name(const std::string& name, const std::string& code, bool short_name) {
    auto& bearers = names_[fold_key(name)];
    const bool known = std::ranges::any_of(bearers, [&](const auto& bearer) { return bearer.code == code; });
    if (!known) {
        bearers.push_back({code, short_name});
        std::ranges::sort(bearers, {}, &Named::code);
        longest_name_ = std::max(longest_name_, name.size());
    }
}

/// Without the word for its kind, and without names of peoples; two characters at least remain.
std::string Regions::shortened(std::string_view name) const {
    auto rest = name;
    const auto cut = [&](const std::vector<std::string>& endings) {
        for (const auto& ending : endings) {
            if (rest.size() >= ending.size() + 2 * han_bytes && rest.ends_with(ending)) {
                rest.remove_suffix(ending.size());
                return true;
            }
        }
        return false;
    };
    if (cut(suffixes_)) {
        while (cut(peoples_)) {
        }
    }
    return std::string{rest};
}

// --- looking up --------------------------------------------------------------------------------------------

const Division* Regions::find(std::string_view code) const {
    if (const auto former = former_codes_.find(code); former != former_codes_.end()) {
        code = former->second;
    }
    const auto found = divisions_.find(code);
    return found == divisions_.end() ? nullptr : &found->second;
}

Location Regions::location_of(std::string_view code) const {
    Location location;
    location.province = code.substr(0, province_digits);
    if (code.size() >= city_digits) {
        location.city = code.substr(0, city_digits);
    }
    if (code.size() == county_digits) {
        location.county = code;
    }
    return location;
}

/// `14`, `CN14`, `140700`, `山西;14`: the last run of digits, when it is a code and nothing but a code stands
/// there.
Location Regions::by_code(std::string_view text) const {
    const auto begin = text.find_last_not_of("0123456789") + 1; // npos + 1 is the beginning
    const auto digits = text.substr(begin);
    const auto before = text.substr(0, begin);
    const bool lone = before.empty() || before == "cn" || before.ends_with(';') || before.ends_with(',');
    if (!lone || !is_code(digits)) {
        return {};
    }
    const auto* division = find(without_zeros(digits));
    return division ? location_of(division->code) : Location{};
}

Location Regions::locate(std::string_view address) const {
    const auto text = fold_key(address);
    if (auto location = by_code(text); !location.province.empty()) {
        return location;
    }
    std::string deepest;          // code found so far
    std::size_t behind = 0;       // where its name ends
    bool anything_before = false; // letters between the beginning and here
    for (std::size_t at = 0; at < text.size();) {
        std::optional<Named> chosen;
        std::size_t length = 0;
        for (auto size = std::min(longest_name_, text.size() - at); size >= 2 * han_bytes && !chosen;
             --size) {
            if (at + size < text.size() && detail::is_trailing_byte(text[at + size])) {
                continue; // inside a character
            }
            const auto row = names_.find(std::string_view{text}.substr(at, size));
            if (row == names_.end()) {
                continue;
            }
            std::vector<Named> fitting;
            const bool follows = !deepest.empty() ? at == behind : !anything_before;
            for (const auto& named : row->second) {
                const bool inside = named.code.starts_with(deepest) && named.code.size() > deepest.size();
                if (inside && (!named.short_name || follows)) {
                    fitting.push_back(named);
                }
            }
            // 吉林市 in 吉林省; of several of one name, a province or city stands before its counties.
            std::ranges::stable_sort(fitting, {}, [](const auto& named) { return named.code.size(); });
            if (fitting.size() == 1 ||
                (fitting.size() > 1 && fitting[0].code.size() < fitting[1].code.size())) {
                chosen = fitting.front();
                length = size;
            }
        }
        if (chosen) {
            deepest = chosen->code;
            at += length;
            behind = at;
            continue;
        }
        std::size_t next = at;
        const auto character = detail::next_character(text, next);
        const bool letter = character >= 0x80 && !detail::is_mark(character);
        // 省 and 市 left over behind a short name do not break the chain.
        const bool joint = at == behind && !deepest.empty() &&
                           (text.compare(at, han_bytes, "省") == 0 || text.compare(at, han_bytes, "市") == 0);
        behind = joint ? next : behind;
        anything_before = anything_before || letter;
        at = next;
    }
    return deepest.empty() ? Location{} : location_of(deepest);
}

} // namespace longmen::resolve
