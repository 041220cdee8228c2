// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of rare words and of texts with one letter left out; weighted agreement of words.
#include <longmen/resolve/detail/org_similarity.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
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
    mutable std::unordered_map<std::uint32_t, bool> pinyin_;

public:
    Similarity(const std::vector<OrganisationName>& names, const std::vector<Rank>& ranks, const OrgTables& tables)
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

    /// Share of the word that agrees, 0 when they do not match.
    [[nodiscard]] double slip(const Word& a, const Word& b, bool person) const {
        const auto shorter = std::min(a.text.size(), b.text.size());
        const auto longer = std::max(a.text.size(), b.text.size());
        if (shorter < rule_.prefix_length || std::ranges::any_of(a.text, is_ascii_digit) ||
            std::ranges::any_of(b.text, is_ascii_digit) || (pinyin(a) && pinyin(b))) {
            return 0;
        }
        if (!person && shorter < longer && a.text.substr(0, shorter) == b.text.substr(0, shorter)) {
            return static_cast<double>(shorter) / static_cast<double>(longer);
        }
        if (shorter < (person ? rule_.person_slip_length : rule_.slip_length)) {
            return 0;
        }
        const std::size_t most = shorter >= rule_.two_slips_length ? 2 : 1;
        const auto distance = slip_distance(a.text, b.text, most);
        return distance > most ? 0 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
    }

    [[nodiscard]] double similarity(const Unit& a, const Unit& b) const {
        const bool person = a.name->type == PartyType::individual;
        if (person != (b.name->type == PartyType::individual) || a.name->places != b.name->places) {
            return 0;
        }
        if (person && (a.words.size() != b.words.size() || a.words.size() < rule_.person_words)) {
            return 0;
        }
        double matched = 0; // both sides together
        double support = 0; // words that are equal and say something
        bool lone_word = false;
        std::vector<const Word*> left;
        std::vector<const Word*> right;
        for (auto i = a.words.begin(), j = b.words.begin(); i != a.words.end() || j != b.words.end();) {
            if (j == b.words.end() || (i != a.words.end() && i->id < j->id)) {
                left.push_back(&*i++);
            } else if (i == a.words.end() || j->id < i->id) {
                right.push_back(&*j++);
            } else {
                matched += i->weight + j->weight;
                support += i->word_class == WordClass::weak ? 0 : i->weight;
                lone_word = lone_word || (i->word_class == WordClass::plain &&
                                          i->text.size() >= rule_.lone_word_length);
                ++i;
                ++j;
            }
        }
        const auto weak = [](const Word* word) { return word->word_class == WordClass::weak; };
        // Weak words come and go in translations only, and then on one side.
        const auto any_weak = [&](const auto& side) { return std::ranges::any_of(side, weak); };
        if ((any_weak(left) && any_weak(right)) ||
            ((any_weak(left) || any_weak(right)) && !(a.name->chinese && b.name->chinese))) {
            return 0;
        }
        if (a.joined == b.joined) { // blanks apart
            for (const auto* side : {&left, &right}) {
                for (const auto* word : *side) {
                    matched += weak(word) ? 0 : word->weight;
                }
            }
            lone_word = lone_word || a.joined.size() >= fewest_letters;
            return lone_word ? matched / (a.weight + b.weight) : 0;
        }
        int slips = 0;
        for (auto& word : left) {
            for (auto& other : right) {
                if (word && other && word->word_class == other->word_class) {
                    if (const auto share = slip(*word, *other, person); share > 0) {
                        matched += share * (word->weight + other->weight);
                        slips += weak(word) ? 0 : 1;
                        word = nullptr;
                        other = nullptr;
                    }
                }
            }
        }
        const auto open = [&](const Word* word) { return word && !weak(word); };
        if (slips != 1 || std::ranges::any_of(left, open) || std::ranges::any_of(right, open) ||
            support < rule_.minimum_support) {
            return 0;
        }
        return matched / (a.weight + b.weight);
    }
};

} // namespace

std::size_t slip_distance(std::string_view a, std::string_view b, std::size_t most) {
    constexpr std::size_t longest = 63;
    if (a.size() > longest || b.size() > longest ||
        std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) {
        return most + 1;
    }
    std::array<std::array<std::size_t, longest + 1>, 3> rows{};
    std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& before = rows[(i + 2) % 3];
        const auto& earlier = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], earlier[j - 2] + 1);
            }
        }
    }
    return std::min(rows[a.size() % 3][b.size()], most + 1);
}

std::vector<SimilarPair> similar_pairs(const std::vector<OrganisationName>& names, const std::vector<Rank>& units,
                                       const OrgTables& tables) {
    return Similarity{names, units, tables}.pairs();
}

} // namespace longmen::resolve::detail
