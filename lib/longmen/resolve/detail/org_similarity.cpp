// SPDX-License-Identifier: GPL-3.0-or-later
// Weighted agreement of words, with slips.
#include <longmen/resolve/detail/org_similarity.hpp>

#include <longmen/resolve/detail/org_persons.hpp>
#include <longmen/resolve/detail/org_rendering.hpp>
#include <longmen/resolve/detail/org_slip.hpp>
#include <longmen/resolve/detail/org_units.hpp>
#include <longmen/resolve/detail/org_word_match.hpp>

#include <algorithm>

namespace longmen::resolve::detail {
namespace {

class Similarity {
    const OrgTables& tables_;
    const SimilarityRule& rule_;
    Units units_;
    Skeletons skeletons_;
    WordMatcher matcher_;

public:
    Similarity(const std::vector<OrganisationName>& names, const std::vector<Rank>& ranks,
               const OrgTables& tables)
        : tables_(tables), rule_(tables.similarity), units_(names, ranks, tables), skeletons_(units_.all()),
          matcher_(tables, skeletons_) {}

    [[nodiscard]] std::vector<SimilarPair> pairs() const {
        std::vector<SimilarPair> result;
        for (const auto& [one, other] : units_.candidates(skeletons_)) {
            const auto& a = units_.all()[one];
            const auto& b = units_.all()[other];
            const auto score = similarity(a, b);
            if (score >= rule_.minimum) {
                result.push_back({std::min(a.rank, b.rank), std::max(a.rank, b.rank), score});
            }
        }
        add_persons(units_, tables_, result);
        std::ranges::sort(result, [](const auto& x, const auto& y) {
            return x.score != y.score ? x.score > y.score : std::pair{x.a, x.b} < std::pair{y.a, y.b};
        });
        return result;
    }

private:
    /// What two units have in common, and what is left on either side.
    struct Comparison {
        double matched = 0;        ///< weights of both sides together
        double support = 0;        ///< words that are equal and say something
        bool lone_word = false;    ///< a long plain word is equal
        bool sure = false;         ///< a very rare plain word is equal
        bool sure_reading = false; ///< one that reads as Chinese
        int trades = 0;            ///< trade words that are equal
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
                const bool sure = i->word_class == WordClass::plain &&
                                  i->text.size() >= rule_.sure_word_length && units_.one_owner(*i);
                result.sure = result.sure || sure;
                result.sure_reading = result.sure_reading || (sure && matcher_.pinyin(*i));
                result.trades += i->word_class == WordClass::trade;
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
        if (mistaken_place(a, b)) {
            return true;
        }
        const auto& with = a.name->places.empty() ? *b.name : *a.name;
        const auto& without = a.name->places.empty() ? *a.name : *b.name;
        const bool same_words =
            a.words.size() >= 2 && std::ranges::equal(a.words, b.words, {}, &Word::id, &Word::id);
        if (!same_words || !without.places.empty() || with.places.size() != 1) {
            return false;
        }
        const bool firms = with.type == PartyType::enterprise && without.type == PartyType::enterprise;
        return firms ? with.chinese_place && units_.one_place(a)
                     : public_body_of_china(with, a) || institute_of_one_city(with, without, a);
    }

    /// `Shanghai Drachenfels Research Institute`: an institute goes without its city where a very rare word
    /// names it; the institutes of an academy share their words.
    [[nodiscard]] bool institute_of_one_city(const OrganisationName& with, const OrganisationName& without,
                                             const Unit& unit) const {
        return with.type == PartyType::institute && without.type == PartyType::institute &&
               with.chinese_place && with.place_apart && units_.one_place(unit) && rare_word(unit);
    }

    [[nodiscard]] bool rare_word(const Unit& unit) const {
        return std::ranges::any_of(unit.words, [&](const Word& word) {
            return word.telling && word.word_class == WordClass::plain && units_.one_owner(word);
        });
    }

    /// `National Center for Nanoscience, China`: of a public body the country is said or not.
    [[nodiscard]] bool public_body_of_china(const OrganisationName& name, const Unit& unit) const {
        const auto china = tables_.latin_places.find("china");
        const bool public_body = name.type == PartyType::university || name.type == PartyType::institute ||
                                 name.type == PartyType::hospital;
        return public_body && china != tables_.latin_places.end() &&
               name.places.front() == china->second.canonical && rare_word(unit);
    }

    /// `Shanxi` for `Shaanxi`, beside a very rare word and words that are all the same.
    [[nodiscard]] bool mistaken_place(const Unit& a, const Unit& b) const {
        if (a.name->places.size() != 1 || b.name->places.size() != 1 ||
            !std::ranges::equal(a.words, b.words, {}, &Word::id, &Word::id)) {
            return false;
        }
        const auto& one = a.name->places.front();
        const auto& other = b.name->places.front();
        const bool listed = std::ranges::any_of(tables_.mistaken_places, [&](const auto& pair) {
            return (pair.first == one && pair.second == other) || (pair.first == other && pair.second == one);
        });
        return listed && std::ranges::any_of(a.words, [&](const Word& word) {
                   return word.telling && word.word_class == WordClass::plain && units_.only_in(word, 2);
               });
    }

    /// `Tianjian Chasesun Pharmaceutical`: a word misspells the place that the other name has, and
    /// the rest agrees, weak words and all.
    [[nodiscard]] double with_misspelt_place(const Unit& placed, const Unit& unit) const {
        if (placed.name->places.size() != 1 || !unit.name->places.empty()) {
            return 0;
        }
        const auto common = compare(placed, unit);
        constexpr std::size_t fewest_words = 2;
        const bool one_word = common.left.empty() && common.right.size() == 1 &&
                              (common.lone_word || placed.words.size() >= fewest_words);
        return one_word && common.support >= rule_.minimum_support &&
                       matcher_.misspells_place(common.right.front()->text, placed.name->places.front())
                   ? rule_.minimum
                   : 0;
    }

    [[nodiscard]] double similarity(const Unit& a, const Unit& b) const {
        const bool person = a.name->type == PartyType::individual;
        if (person != (b.name->type == PartyType::individual)) {
            return 0;
        }
        if (!places_agree(a, b)) {
            return person ? 0 : std::max(with_misspelt_place(a, b), with_misspelt_place(b, a));
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
        if (!person && split_elsewhere && letters_of(common.left) >= rule_.slip_length &&
            letters_of(common.right) >= rule_.slip_length) {
            if (const auto score = joined_similarity(a.joined, b.joined); score > 0) {
                return score;
            }
        }
        if (const auto score = similarity_of_translations(a, b, common); score > 0) {
            return score;
        }
        if (!person && common.left.size() == 1 && common.right.size() == 1 && !a.name->places.empty() &&
            a.name->places == b.name->places && matcher_.unreadable_slip(*common.left[0], *common.right[0])) {
            return rule_.minimum;
        }
        if (rendered(a, b, common)) {
            return rule_.minimum;
        }
        return similarity_with_slips(a, b, std::move(common), person);
    }

    /// Place and trade agree, and the words left on one side render the one Chinese word left on the other.
    [[nodiscard]] bool rendered(const Unit& a, const Unit& b, const Comparison& common) const {
        if (common.trades == 0 || a.name->places.empty() || a.name->places != b.name->places ||
            a.name->type != PartyType::enterprise || b.name->type != PartyType::enterprise) {
            return false;
        }
        const auto one = plain_run(a, common.left);
        const auto other = plain_run(b, common.right);
        return !one.empty() && !other.empty() &&
               tables_.reads_as_pinyin(one) != tables_.reads_as_pinyin(other) &&
               (tables_.reads_as_pinyin(one) ? renders(other, one, tables_) : renders(one, other, tables_));
    }

    /// The plain words of `left` run together in the order of the name; empty when others than weak ones are
    /// among them.
    [[nodiscard]] static std::string plain_run(const Unit& unit, const std::vector<const Word*>& left) {
        std::string run;
        for (const auto& word : unit.name->words) {
            const auto found =
                std::ranges::find_if(left, [&](const auto* w) { return w->text == word.text; });
            if (found == left.end() || word.word_class == WordClass::weak) {
                continue;
            }
            if (word.word_class != WordClass::plain) {
                return {};
            }
            run += word.text;
        }
        return run;
    }

    /// One translation of a Chinese name says a little more of the trade than the other: a very rare word and
    /// the place agree, and one name has one trade word more, none that makes a unit of its own.
    [[nodiscard]] double similarity_of_translations(const Unit& a, const Unit& b,
                                                    const Comparison& common) const {
        if (!common.sure || !a.name->chinese_place || a.name->places != b.name->places ||
            a.name->bracketed != b.name->bracketed || a.name->type != b.name->type ||
            (a.name->type != PartyType::enterprise && a.name->type != PartyType::institute) ||
            (!common.left.empty() && !common.right.empty())) {
            return 0;
        }
        int more = 0;
        for (const auto* word : common.left.empty() ? common.right : common.left) {
            // A firm that became a group: what it does stands in both names.
            const bool group = common.trades > 0 && tables_.weak_in_brackets.contains(word->text);
            if (word->word_class == WordClass::plain || (tables_.unit_words.contains(word->text) && !group)) {
                return 0;
            }
            more += word->word_class == WordClass::trade;
        }
        return more > 1 ? 0 : rule_.minimum;
    }

    [[nodiscard]] static std::size_t letters_of(const std::vector<const Word*>& words) {
        std::size_t letters = 0;
        for (const auto* word : words) {
            letters += is_weak(word->word_class) ? 0 : word->text.size();
        }
        return letters;
    }

    /// A slip where blanks differ as well: `OTVETSTVENNOST JU`, `OTVESTVENNOSTJU`.
    [[nodiscard]] double joined_similarity(std::string_view a, std::string_view b) const {
        const auto shorter = std::min(a.size(), b.size());
        const auto longer = std::max(a.size(), b.size());
        if (shorter < rule_.joined_length || std::ranges::any_of(a, is_ascii_digit) ||
            std::ranges::any_of(b, is_ascii_digit)) {
            return 0;
        }
        const auto most = shorter / rule_.joined_length;
        const auto distance = slip_distance(a, b, most);
        return distance > most ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
    }

    [[nodiscard]] double similarity_with_slips(const Unit& a, const Unit& b, Comparison common,
                                               bool person) const {
        int slips = 0;
        int plain_slips = 0;
        const MatchContext context{
            a, b, person, common.sure, common.sure_reading, common.lone_word && !a.name->places.empty()};
        for (auto& word : common.left) {
            for (auto& other : common.right) {
                if (!word || !other || is_weak(word->word_class) != is_weak(other->word_class)) {
                    continue;
                }
                if (const auto share = matcher_.share(context, *word, *other); share > 0) {
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
            const bool group = word && word->group && context.placed && common.trades > 0;
            return word && !is_weak(word->word_class) && !stray && !group;
        };
        constexpr int most_slips = 2;
        if (slips > (person ? 1 : most_slips) || plain_slips > (firm ? most_slips : 1) ||
            std::ranges::any_of(common.left, open) || std::ranges::any_of(common.right, open) ||
            common.support < rule_.minimum_support) {
            return 0;
        }
        return common.matched / (a.weight + b.weight);
    }
};

} // namespace

std::vector<SimilarPair> similar_pairs(const std::vector<OrganisationName>& names,
                                       const std::vector<Rank>& units, const OrgTables& tables) {
    return Similarity{names, units, tables}.pairs();
}

} // namespace longmen::resolve::detail
