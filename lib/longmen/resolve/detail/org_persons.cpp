// SPDX-License-Identifier: GPL-3.0-or-later
// Given names one by one.
#include <longmen/resolve/detail/org_persons.hpp>

#include <longmen/resolve/detail/org_slip.hpp>

#include <algorithm>
#include <ranges>
#include <string>
#include <string_view>
#include <unordered_map>

namespace longmen::resolve::detail {
namespace {

class Persons {
    const Units& units_;
    const OrgTables& tables_;
    const SimilarityRule& rule_;

public:
    Persons(const Units& units, const OrgTables& tables)
        : units_(units), tables_(tables), rule_(tables.similarity) {}

    void add(std::vector<SimilarPair>& result) const {
        add_with_slipped_surname(result);
        std::unordered_map<std::string_view, std::vector<const Unit*>> by_surname;
        for (const auto& unit : units_.all()) {
            if (unit.name->type == PartyType::individual) {
                by_surname[unit.name->words.front().text].push_back(&unit);
            }
        }
        for (const auto& [surname, persons] : by_surname) {
            if (persons.size() < 2 || persons.size() > most_names || too_common(surname, persons)) {
                continue;
            }
            for (std::size_t i = 0; i < persons.size(); ++i) {
                for (std::size_t j = i + 1; j < persons.size(); ++j) {
                    const bool doubted = std::ranges::any_of(persons, [&](const Unit* third) {
                        return third != persons[i] && third != persons[j] &&
                               same_person(*third, *persons[i]) != same_person(*third, *persons[j]);
                    });
                    if (same_person(*persons[i], *persons[j]) && !doubted) {
                        result.push_back({std::min(persons[i]->rank, persons[j]->rank),
                                          std::max(persons[i]->rank, persons[j]->rank), rule_.minimum});
                    }
                }
            }
        }
    }

private:
    static constexpr std::size_t most_names = 40; ///< of one surname, for the sake of time

    /// `HARTENBERG LINDA`, `HARTANBERG LINDA`: all given names agree, one of them in full, and one letter
    /// differs inside a long surname, neither at its beginning nor in its ending (`-sen`, `-son`).
    void add_with_slipped_surname(std::vector<SimilarPair>& result) const {
        std::unordered_map<std::string, std::vector<const Unit*>> by_given;
        for (const auto& unit : units_.all()) {
            const auto& words = unit.name->words;
            if (unit.name->type != PartyType::individual || words.size() < 2 ||
                words.front().text.size() < rule_.person_slip_surname ||
                tables_.common_surnames.contains(words.front().text)) {
                continue;
            }
            constexpr std::size_t shortest_given = 4;
            std::string given;
            bool full = false;
            for (const auto& word : words | std::views::drop(1)) {
                given += word.text;
                given += ' ';
                full = full || word.text.size() >= shortest_given;
            }
            if (full) {
                by_given[given + words.front().text.front()].push_back(&unit);
            }
        }
        for (const auto& [given, persons] : by_given) {
            for (std::size_t i = 0; persons.size() <= most_names && i < persons.size(); ++i) {
                for (std::size_t j = i + 1; j < persons.size(); ++j) {
                    const auto& one = persons[i]->name->words.front().text;
                    const auto& other = persons[j]->name->words.front().text;
                    if (one != other && same_ending(one, other) && slip_distance(one, other, 1) <= 1 &&
                        !(tables_.reads_as_pinyin(one) && tables_.reads_as_pinyin(other))) {
                        result.push_back({std::min(persons[i]->rank, persons[j]->rank),
                                          std::max(persons[i]->rank, persons[j]->rank), rule_.minimum});
                    }
                }
            }
        }
    }

    [[nodiscard]] bool same_ending(std::string_view one, std::string_view other) const {
        const auto length = rule_.person_same_ending;
        return one.size() >= length && other.ends_with(one.substr(one.size() - length));
    }

    /// Few given names stand beside the surname, and it is none of those that everyone bears.
    [[nodiscard]] bool too_common(std::string_view surname, const std::vector<const Unit*>& persons) const {
        std::vector<std::string_view> given;
        for (const auto* person : persons) {
            if (person->name->words.size() > 1) {
                given.emplace_back(person->name->words[1].text);
            }
        }
        std::ranges::sort(given);
        const auto rest = std::ranges::unique(given);
        given.erase(rest.begin(), rest.end());
        return given.size() > rule_.person_namesakes || surname.size() < rule_.person_shortest_surname ||
               tables_.common_surnames.contains(surname);
    }

    /// `MATT` for `MATTHEW`, but not `PAUL` for `PAULA`.
    [[nodiscard]] static bool short_given_name(std::string_view x, std::string_view y) {
        constexpr std::size_t shortest = 4;
        constexpr std::size_t fewest_left_out = 2;
        const auto shorter = x.size() < y.size() ? x : y;
        const auto longer = x.size() < y.size() ? y : x;
        return shorter.size() >= shortest && longer.size() >= shorter.size() + fewest_left_out &&
               longer.starts_with(shorter);
    }

    /// A Slavic name in Latin letters, however its `j`, `y`, `i` are written.
    [[nodiscard]] static std::string slavic(std::string_view name) {
        std::string result;
        for (const char letter : name) {
            const char as_read = letter == 'j' || letter == 'y' ? 'i' : letter;
            if (as_read != 'i' || result.empty() || result.back() != 'i') {
                result += as_read;
            }
        }
        return result;
    }

    /// `SOSNOWSKI ZM` for `SOSNOWSKI ZENON M`: all given names by initial, run together, of a long surname.
    [[nodiscard]] bool initials_of(const std::vector<NameWord>& one,
                                   const std::vector<NameWord>& other) const {
        if (one.size() != 2 || other.size() < 3 || one[0].text.size() < rule_.person_slip_length ||
            one[1].text.size() + 1 != other.size()) {
            return false;
        }
        return std::ranges::equal(one[1].text, other | std::views::drop(1), {}, {},
                                  [](const NameWord& word) { return word.text.front(); });
    }

    /// `CURRY JR CHARLES MARION`: two given names in full agree, and one name says which generation.
    [[nodiscard]] bool but_for_generation(const std::vector<NameWord>& longer,
                                          const std::vector<NameWord>& shorter) const {
        constexpr std::size_t fewest = 3;
        constexpr std::size_t shortest_given = 3;
        if (shorter.size() < fewest || longer.size() != shorter.size() + 1 ||
            std::ranges::any_of(shorter, [&](const auto& word) {
                return word.text.size() < shortest_given || tables_.generations.contains(word.text);
            })) {
            return false;
        }
        auto rest = longer;
        std::erase_if(rest, [&](const auto& word) { return tables_.generations.contains(word.text); });
        return rest == shorter;
    }

    /// Given names agree one by one, in full, cut short or by initial; what one name has more are no
    /// generations.
    [[nodiscard]] bool same_person(const Unit& a, const Unit& b) const {
        const auto& one = a.name->words;
        const auto& other = b.name->words;
        if (but_for_generation(one, other) || but_for_generation(other, one)) {
            return true;
        }
        if (initials_of(one, other) || initials_of(other, one)) {
            return true;
        }
        const auto both = std::min(one.size(), other.size());
        bool full = false;
        std::size_t initials = 0;
        constexpr std::size_t shortest_given = 3;
        for (std::size_t at = 1; at < both; ++at) {
            const auto& x = one[at].text;
            const auto& y = other[at].text;
            const bool generation = tables_.generations.contains(x) || tables_.generations.contains(y);
            const bool initial = !generation && (x.size() == 1 || y.size() == 1) && x.front() == y.front();
            const bool rare = one.front().text.size() > rule_.person_slip_length + 1; // a long surname
            const bool long_enough =
                std::min(x.size(), y.size()) + (rare ? 1 : 0) >= rule_.person_slip_length;
            constexpr std::size_t shortest_slavic = 4;
            const bool one_sound = std::min(x.size(), y.size()) >= shortest_slavic && slavic(x) == slavic(y);
            const bool slipped =
                !generation &&
                ((long_enough && slip_distance(x, y, 1) <= 1) || short_given_name(x, y) || one_sound) &&
                !(tables_.reads_as_pinyin(x) && tables_.reads_as_pinyin(y));
            if (x != y && !initial && !slipped) {
                return false;
            }
            initials += initial || x == y;
            full = full || slipped || (x == y && x.size() >= shortest_given && !generation);
        }
        const auto& longer = one.size() > other.size() ? one : other;
        // Two initials and a long surname tell as much as one name in full.
        constexpr std::size_t enough_initials = 2;
        constexpr std::size_t long_surname = 6;
        full = full || (initials >= enough_initials && one.front().text.size() >= long_surname);
        return full &&
               std::none_of(longer.begin() + static_cast<std::ptrdiff_t>(both), longer.end(),
                            [&](const auto& word) { return tables_.generations.contains(word.text); });
    }
};

} // namespace

void add_persons(const Units& units, const OrgTables& tables, std::vector<SimilarPair>& result) {
    Persons{units, tables}.add(result);
}

} // namespace longmen::resolve::detail
