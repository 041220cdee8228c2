// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing the reader for a name, its keys, and the splitting of cells with several names.
#include <longmen/resolve/organisation_name.hpp>

#include <longmen/base/text.hpp>
#include <longmen/resolve/detail/org_reading.hpp>

#include <algorithm>

namespace longmen::resolve {
namespace {

constexpr char place_mark = '@';
constexpr char end_mark = '|';
constexpr std::size_t initial_length = 2; // `A.`

std::string places_key(const OrganisationName& name) {
    std::string key;
    // Persons and organisations never share a key.
    if (name.type == PartyType::individual) {
        key += place_mark;
    }
    for (const auto& place : name.places) {
        key += place;
        key += place_mark;
    }
    key += end_mark;
    return key;
}

/// `COX` and `WAYNE A.`: a surname, then up to three given names of which a later one is an initial.
bool is_one_person(std::string_view surname, std::string_view given) {
    if (detail::has_cjk(surname) || detail::has_cjk(given) || surname.find(' ') != std::string_view::npos) {
        return false;
    }
    const auto names = split_trimmed(given, " ");
    constexpr std::size_t most_given_names = 3;
    return names.size() >= 2 && names.size() <= most_given_names &&
           std::any_of(names.begin() + 1, names.end(), [](const auto& name) {
               return name.size() <= initial_length && (name.size() == 1 || name.back() == '.');
           });
}

void append_split(std::vector<std::string>& into, std::string_view cell, std::string_view separator) {
    for (auto& part : split_trimmed(cell, separator)) {
        into.push_back(std::move(part));
    }
}

} // namespace

namespace detail {

std::string letters_and_digits(std::string_view folded) {
    std::string result;
    result.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = at;
        const auto character = next_character(folded, at);
        const bool kept = character < 0x80 ? is_ascii_letter(folded[begin]) || is_ascii_digit(folded[begin])
                                           : !is_mark(character);
        if (kept) {
            result.append(folded, begin, at - begin);
        }
    }
    return result;
}

std::vector<std::string> settle_places(std::vector<PlaceName> places) {
    std::vector<std::string> result;
    for (const auto& place : places) {
        const bool has_city = place.is_province && std::ranges::any_of(places, [&](const auto& other) {
                                  return !other.is_province && other.province == place.province;
                              });
        if (!has_city) {
            result.push_back(place.canonical);
        }
    }
    std::ranges::sort(result);
    const auto rest = std::ranges::unique(result);
    result.erase(rest.begin(), rest.end());
    return result;
}

} // namespace detail

OrganisationVocabulary OrganisationVocabulary::read(const Config& config) {
    OrganisationVocabulary vocabulary;
    vocabulary.tables_ = std::make_shared<const detail::OrgTables>(detail::read_org_tables(config));
    return vocabulary;
}

std::string OrganisationName::bag_key() const {
    auto key = places_key(*this);
    std::vector<std::string_view> sorted;
    sorted.reserve(words.size());
    for (const auto& word : words) {
        sorted.push_back(word.text);
    }
    std::ranges::sort(sorted);
    for (const auto word : sorted) {
        key += word;
        key += ' ';
    }
    return key;
}

std::string OrganisationName::joined_key() const {
    auto key = places_key(*this);
    for (const auto& word : words) {
        key += word.text;
    }
    return key;
}

OrganisationName parse_organisation_name(std::string_view name, const OrganisationVocabulary& vocabulary,
                                         std::string_view country) {
    const auto& tables = vocabulary.tables();
    const auto folded = tables.fold_name(name);
    const bool cjk = detail::has_cjk(folded);
    auto result =
        cjk ? detail::read_han_name(folded, tables) : detail::read_latin_name(folded, country, tables);
    result.cjk = cjk;
    result.normalised = detail::letters_and_digits(folded);
    return result;
}

std::vector<std::string> split_joint_names(std::string_view cell) {
    std::vector<std::string> result;
    if (cell.find(";;") != std::string_view::npos) {
        append_split(result, cell, ";;");
        return result;
    }
    for (const auto& wide : split_trimmed(cell, "；")) {
        for (const auto& barred : split_trimmed(wide, "|")) {
            const auto parts = split_trimmed(barred, ";");
            if (parts.size() == 2 && is_one_person(parts[0], parts[1])) {
                result.push_back(barred);
            } else {
                result.insert(result.end(), parts.begin(), parts.end());
            }
        }
    }
    return result;
}

} // namespace longmen::resolve
