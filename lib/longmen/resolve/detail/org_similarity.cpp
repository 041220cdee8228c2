// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of rare words and of texts with one letter left out; weighted agreement of words.
#include <longmen/resolve/detail/org_similarity.hpp>
#include <longmen/resolve/detail/org_slip.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t fewest_letters = 8; ///< shorter texts are not compared with a letter left out

struct Word {
    std::uint32_t id = 0;
    std::string_view text;
    WordClass word_class{};
    double weight = 0;
};

struct Unit {
    Rank rank = 0;
    const OrganisationName* name = nullptr;
    std::vector<Word> words; ///< sorted by id
    std::string joined;      ///< words that are not weak, in order
    double weight = 0;
};

struct Block {
    std::uint64_t key = 0;
    std::uint32_t unit = 0;
    auto operator<=>(const Block&) const = default;
};

/// FNV-1a over the text, one character left out (none for `npos`).
std::uint64_t hash_without(std::string_view text, std::size_t left_out) {
    constexpr std::uint64_t offset = 14695981039346656037ULL;
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = offset;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at != left_out) {
            hash = (hash ^ static_cast<unsigned char>(text[at])) * prime;
        }
    }
    return hash;
}

class Similarity {
    const OrgTables& tables_;
    const SimilarityRule& rule_;
    std::vector<Unit> units_;
    std::vector<std::uint32_t> names_with_; ///< by word id
    struct KnownPlaces {
        const std::vector<std::string>* places = nullptr; ///< of some name of these words
        bool settled = true;                              ///< no other place, none in brackets
    };
    std::unordered_map<std::string_view, KnownPlaces> places_of_; ///< by joined
    mutable std::unordered_map<std::uint32_t, bool> pinyin_;

public:
    Similarity(const std::vector<OrganisationName>& names, const std::vector<Rank>& ranks,
               const OrgTables& tables)
        : tables_(tables), rule_(tables.similarity) {
        std::unordered_map<std::string_view, std::uint32_t> ids;
        for (const auto rank : ranks) {
            const auto& name = names[rank];
            if (name.cjk || name.words.empty()) {
                continue;
            }
            Unit unit;
            unit.rank = rank;
            unit.name = &name;
            for (const auto& word : name.words) {
                const auto id = ids.emplace(word.text, static_cast<std::uint32_t>(ids.size())).first->second;
                names_with_.resize(ids.size());
                const bool known = std::ranges::any_of(unit.words, [&](const auto& w) { return w.id == id; });
                names_with_[id] += known ? 0 : 1;
                unit.words.push_back({id, word.text, word.word_class, 0});
                if (word.word_class != WordClass::weak) {
                    unit.joined += word.text;
                }
            }
            units_.push_back(std::move(unit));
        }
        const auto all = static_cast<double>(std::max<std::size_t>(units_.size(), 2));
        for (auto& unit : units_) {
            for (auto& word : unit.words) {
                const double rarity = std::log(1 + all / names_with_[word.id]) / std::log(1 + all);
                word.weight = rarity * class_weight(word.word_class);
                unit.weight += word.weight;
            }
            std::ranges::sort(unit.words, {}, &Word::id);
            auto& known = places_of_[unit.joined];
            if (const auto& places = unit.name->places; !places.empty()) {
                const bool other = known.places && *known.places != places;
                known.settled = known.settled && !other && unit.name->place_apart;
                known.places = &places;
            }
        }
    }

    [[nodiscard]] std::vector<SimilarPair> pairs() const {
        auto blocks = all_blocks();
        std::ranges::sort(blocks);
        std::vector<std::uint64_t> candidates;
        constexpr unsigned half = 32;
        for (std::size_t begin = 0; begin < blocks.size();) {
            auto end = begin;
            while (end < blocks.size() && blocks[end].key == blocks[begin].key) {
                ++end;
            }
            if (end - begin <= rule_.largest_block) {
                for (auto i = begin; i < end; ++i) {
                    for (auto j = i + 1; j < end; ++j) {
                        if (blocks[i].unit != blocks[j].unit) {
                            candidates.push_back(std::uint64_t{blocks[i].unit} << half | blocks[j].unit);
                        }
                    }
                }
            }
            begin = end;
        }
        std::ranges::sort(candidates);
        const auto rest = std::ranges::unique(candidates);
        candidates.erase(rest.begin(), rest.end());
        std::vector<SimilarPair> result;
        for (const auto candidate : candidates) {
            const auto& a = units_[candidate >> half];
            const auto& b = units_[candidate & std::numeric_limits<std::uint32_t>::max()];
            const auto score = similarity(a, b);
            if (score >= rule_.minimum) {
                result.push_back({std::min(a.rank, b.rank), std::max(a.rank, b.rank), score});
            }
        }
        add_persons(result);
        std::ranges::sort(result, [](const auto& x, const auto& y) {
            return x.score != y.score ? x.score > y.score : std::pair{x.a, x.b} < std::pair{y.a, y.b};
        });
        return result;
    }

private:
    [[nodiscard]] double class_weight(WordClass word_class) const {
        switch (word_class) {
        case WordClass::plain:
            return rule_.plain_weight;
        case WordClass::trade:
            return rule_.trade_weight;
        case WordClass::weak:
            break;
        }
        return rule_.weak_weight;
    }

    [[nodiscard]] std::vector<Block> all_blocks() const {
        std::vector<Block> blocks;
        for (std::uint32_t index = 0; index < units_.size(); ++index) {
            const auto& unit = units_[index];
            const bool tells = std::ranges::any_of(
                unit.words, [](const auto& word) { return word.word_class == WordClass::plain; });
            if (!tells) {
                continue;
            }
            if (unit.joined.size() >= fewest_letters) {
                blocks.push_back({hash_without(unit.joined, std::string::npos), index});
                for (std::size_t at = 0; at < unit.joined.size(); ++at) {
                    if (at == 0 || unit.joined[at] != unit.joined[at - 1]) { // same text
                        blocks.push_back({hash_without(unit.joined, at), index});
                    }
                }
            }
            if (unit.name->type == PartyType::individual) {
                continue; // surnames and given names are no rare words
            }
            for (const auto& word : unit.words) {
                if (word.word_class == WordClass::plain && names_with_[word.id] <= rule_.rare_word_names) {
                    blocks.push_back({hash_without(word.text, std::string::npos) + 1, index});
                }
            }
        }
        return blocks;
    }

    [[nodiscard]] bool pinyin(const Word& word) const {
        const auto [row, added] = pinyin_.emplace(word.id, false);
        if (added) {
            row->second = tables_.reads_as_pinyin(word.text);
        }
        return row->second;
    }

    /// Share of the word that agrees, 0 when they do not match. `sure`: other words leave little doubt.
    [[nodiscard]] double slip(const Word& a, const Word& b, bool person, bool sure) const {
        const auto shorter = std::min(a.text.size(), b.text.size());
        const auto longer = std::max(a.text.size(), b.text.size());
        if (shorter < rule_.prefix_length || std::ranges::any_of(a.text, is_ascii_digit) ||
            std::ranges::any_of(b.text, is_ascii_digit) || (!sure && pinyin(a) && pinyin(b))) {
            return 0;
        }
        if (!person && shorter < longer && a.text.substr(0, shorter) == b.text.substr(0, shorter)) {
            return (1 + static_cast<double>(shorter) / static_cast<double>(longer)) /
                   2; // cut short, not misspelt
        }
        if (shorter < (person ? rule_.person_slip_length : rule_.slip_length)) {
            return 0;
        }
        const std::size_t most = shorter >= rule_.two_slips_length ? 2 : 1;
        const auto distance = slip_distance(a.text, b.text, most);
        return distance > most ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
    }

    /// What two units have in common, and what is left on either side.
    struct Comparison {
        double matched = 0;     ///< weights of both sides together
        double support = 0;     ///< words that are equal and say something
        bool lone_word = false; ///< a long plain word is equal
        bool sure = false;      ///< a very rare plain word is equal
        std::vector<const Word*> left;
        std::vector<const Word*> right;
    };

    [[nodiscard]] Comparison compare(const Unit& a, const Unit& b) const {
        Comparison result;
        for (auto i = a.words.begin(), j = b.words.begin(); i != a.words.end() || j != b.words.end();) {
            if (j == b.words.end() || (i != a.words.end() && i->id < j->id)) {
                result.left.push_back(&*i++);
            } else if (i == a.words.end() || j->id < i->id) {
                result.right.push_back(&*j++);
            } else {
                result.matched += i->weight + j->weight;
                result.support += is_weak(i->word_class) ? 0 : i->weight;
                const bool long_word =
                    i->word_class == WordClass::plain && i->text.size() >= rule_.lone_word_length;
                result.lone_word = result.lone_word || long_word;
                result.sure = result.sure || (long_word && names_with_[i->id] <= rule_.sure_word_names);
                ++i;
                ++j;
            }
        }
        return result;
    }
    [[nodiscard]] static bool is_weak(WordClass word_class) { return word_class == WordClass::weak; }

    /// Places are equal; or one name goes without, and all names of these words know one place only, in front
    /// or behind the legal form: a place in brackets tells two firms apart.
    [[nodiscard]] bool places_agree(const Unit& a, const Unit& b) const {
        if (a.name->places == b.name->places) {
            return true;
        }
        const auto& with = a.name->places.empty() ? *b.name : *a.name;
        const auto& without = a.name->places.empty() ? *a.name : *b.name;
        return without.places.empty() && with.places.size() == 1 && with.chinese_place &&
               with.type == PartyType::enterprise && without.type == PartyType::enterprise &&
               a.words.size() == b.words.size() && a.words.size() >= 2 &&
               std::ranges::equal(a.words, b.words, {}, &Word::id, &Word::id) &&
               places_of_.find(a.joined)->second.settled;
    }

    [[nodiscard]] double similarity(const Unit& a, const Unit& b) const {
        const bool person = a.name->type == PartyType::individual;
        if (person != (b.name->type == PartyType::individual) || !places_agree(a, b)) {
            return 0;
        }
        if (person && (a.words.size() != b.words.size() || a.words.size() < rule_.person_words)) {
            return 0;
        }
        auto common = compare(a, b);
        const auto weak = [](const Word* word) { return word && is_weak(word->word_class); };
        // Weak words come and go in translations only, and then on one side.
        const bool weak_left = std::ranges::any_of(common.left, weak);
        const bool weak_right = std::ranges::any_of(common.right, weak);
        if ((weak_left && weak_right) ||
            ((weak_left || weak_right) && !(a.name->chinese && b.name->chinese))) {
            return 0;
        }
        if (a.joined == b.joined) { // blanks apart
            for (const auto* side : {&common.left, &common.right}) {
                for (const auto* word : *side) {
                    common.matched += weak(word) ? 0 : word->weight;
                }
            }
            const bool tells = common.lone_word || a.joined.size() >= fewest_letters || a.words.size() > 1;
            const double score = common.matched / (a.weight + b.weight);
            return !tells ? 0 : a.name->places == b.name->places ? score : score * rule_.missing_place;
        }
        const bool split_elsewhere =
            a.words.size() != b.words.size() && !common.left.empty() && !common.right.empty();
        if (!person && split_elsewhere && !weak_left && !weak_right) {
            if (const auto score = joined_similarity(a.joined, b.joined); score > 0) {
                return score;
            }
        }
        return similarity_with_slips(a, b, std::move(common), person);
    }

    /// A slip where blanks differ as well: `OTVETSTVENNOST JU`, `OTVESTVENNOSTJU`.
    [[nodiscard]] double joined_similarity(std::string_view a, std::string_view b) const {
        const auto shorter = std::min(a.size(), b.size());
        const auto longer = std::max(a.size(), b.size());
        if (shorter < 2 * rule_.two_slips_length || std::ranges::any_of(a, is_ascii_digit) ||
            std::ranges::any_of(b, is_ascii_digit)) {
            return 0;
        }
        const auto distance = slip_distance(a, b, 2);
        return distance > 2 ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
    }

    [[nodiscard]] double similarity_with_slips(const Unit& a, const Unit& b, Comparison common,
                                               bool person) const {
        int slips = 0;
        int plain_slips = 0;
        for (auto& word : common.left) {
            for (auto& other : common.right) {
                if (!word || !other || is_weak(word->word_class) != is_weak(other->word_class)) {
                    continue;
                }
                if (const auto share = slip(*word, *other, person, common.sure); share > 0) {
                    common.matched += share * (word->weight + other->weight);
                    slips += is_weak(word->word_class) ? 0 : 1;
                    plain_slips +=
                        word->word_class == WordClass::plain && other->word_class == WordClass::plain;
                    word = nullptr;
                    other = nullptr;
                }
            }
        }
        const bool firm = common.support >= rule_.firm_support;
        const auto open = [&](const Word* word) {
            const bool stray =
                firm && !person && word && word->text.size() == 1 && is_ascii_letter(word->text[0]);
            return word && !is_weak(word->word_class) && !stray;
        };
        constexpr int most_slips = 2;
        if (slips > (person ? 1 : most_slips) || plain_slips > (firm ? most_slips : 1) ||
            std::ranges::any_of(common.left, open) || std::ranges::any_of(common.right, open) ||
            common.support < rule_.minimum_support) {
            return 0;
        }
        return common.matched / (a.weight + b.weight);
    }

    // --- persons -------------------------------------------------------------------------------------------

    /// `KOK THOMAS` and `KOK THOMAS R`, where few bear the surname and no third name speaks against it.
    void add_persons(std::vector<SimilarPair>& result) const {
        std::unordered_map<std::string_view, std::vector<const Unit*>> by_surname;
        for (const auto& unit : units_) {
            if (unit.name->type == PartyType::individual) {
                by_surname[unit.name->words.front().text].push_back(&unit);
            }
        }
        for (const auto& [surname, persons] : by_surname) {
            if (persons.size() < 2 || persons.size() > rule_.person_namesakes ||
                surname.size() < rule_.person_shortest_surname) {
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

    /// `MATT` for `MATTHEW`, but not `PAUL` for `PAULA`.
    [[nodiscard]] static bool short_given_name(std::string_view x, std::string_view y) {
        constexpr std::size_t shortest = 4;
        constexpr std::size_t fewest_left_out = 2;
        const auto shorter = x.size() < y.size() ? x : y;
        const auto longer = x.size() < y.size() ? y : x;
        return shorter.size() >= shortest && longer.size() >= shorter.size() + fewest_left_out &&
               longer.starts_with(shorter);
    }

    /// Given names agree one by one, in full, cut short or by initial; what one name has more are no
    /// generations.
    [[nodiscard]] bool same_person(const Unit& a, const Unit& b) const {
        const auto& one = a.name->words;
        const auto& other = b.name->words;
        const auto both = std::min(one.size(), other.size());
        bool full = false;
        constexpr std::size_t shortest_given = 3;
        for (std::size_t at = 1; at < both; ++at) {
            const auto& x = one[at].text;
            const auto& y = other[at].text;
            const bool generation = tables_.generations.contains(x) || tables_.generations.contains(y);
            const bool initial = !generation && (x.size() == 1 || y.size() == 1) && x.front() == y.front();
            const bool long_enough = std::min(x.size(), y.size()) >= rule_.person_slip_length;
            const bool slipped = !generation &&
                                 ((long_enough && slip_distance(x, y, 1) <= 1) || short_given_name(x, y)) &&
                                 !(tables_.reads_as_pinyin(x) && tables_.reads_as_pinyin(y));
            if (x != y && !initial && !slipped) {
                return false;
            }
            full = full || slipped || (x == y && x.size() >= shortest_given && !generation);
        }
        const auto& longer = one.size() > other.size() ? one : other;
        return full &&
               std::none_of(longer.begin() + static_cast<std::ptrdiff_t>(both), longer.end(),
                            [&](const auto& word) { return tables_.generations.contains(word.text); });
    }
};

} // namespace

std::vector<SimilarPair> similar_pairs(const std::vector<OrganisationName>& names,
                                       const std::vector<Rank>& units, const OrgTables& tables) {
    return Similarity{names, units, tables}.pairs();
}

} // namespace longmen::resolve::detail
