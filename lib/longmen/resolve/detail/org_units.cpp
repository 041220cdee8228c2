// SPDX-License-Identifier: GPL-3.0-or-later
// Weights by rarity; blocks of rare words and of texts with one letter left out.
#include <longmen/resolve/detail/org_units.hpp>

#include <longmen/resolve/detail/org_skeletons.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::resolve::detail {
namespace {

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

/// Words that are not weak, in order.
std::string joined_words(const OrganisationName& name) {
    std::string joined;
    for (const auto& word : name.words) {
        if (word.word_class != WordClass::weak) {
            joined += word.text;
        }
    }
    return joined;
}

} // namespace

struct Units::Block {
    std::uint64_t key = 0;
    std::uint32_t unit = 0;
    auto operator<=>(const Block&) const = default;
};

Units::Units(const std::vector<OrganisationName>& names, const std::vector<Rank>& ranks,
             const OrgTables& tables)
    : rule_(tables.similarity) {
    std::unordered_map<std::string_view, std::uint32_t> ids;
    std::vector<char> english; // by id: a long word that reads not as Chinese
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
            places_of_word_.resize(ids.size());
            note_places(places_of_word_[id], name, false);
            const bool known = std::ranges::any_of(unit.words, [&](const auto& w) { return w.id == id; });
            names_with_[id] += known ? 0 : 1;
            if (id == english.size()) {
                english.push_back(word.text.size() >= rule_.lone_word_length &&
                                  !tables.reads_as_pinyin(word.text));
            }
            const bool telling = word.word_class == WordClass::trade ||
                                 (word.word_class == WordClass::plain && english[id] != 0);
            unit.words.push_back(
                {id, word.text, word.word_class, tables.weak_in_brackets.contains(word.text), telling, 0});
        }
        unit.joined = joined_words(name);
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
        places_of_[unit.joined];
    }
    // Of the spellings of a name only one is a unit, but each says where its place stands.
    for (const auto& name : names) {
        if (const auto row = places_of_.find(joined_words(name)); !name.cjk && row != places_of_.end()) {
            note_places(row->second, name, true);
        }
    }
}

void Units::note_places(KnownPlaces& known, const OrganisationName& name, bool apart) {
    if (!name.places.empty()) {
        const bool other = known.places && *known.places != name.places;
        known.settled = known.settled && !other && (!apart || name.place_apart);
        known.places = &name.places;
    }
}

bool Units::one_owner(const Word& word) const {
    const auto names = names_with_[word.id];
    const auto& known = places_of_word_[word.id];
    return names <= rule_.sure_word_names ||
           (names <= rule_.rare_word_names && known.places && known.settled);
}

double Units::class_weight(WordClass word_class) const {
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

std::vector<Units::Block> Units::all_blocks(const Skeletons& skeletons) const {
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
        if (unit.joined.size() >= fewest_exchanged) {
            auto letters = unit.joined;
            std::ranges::sort(letters);
            blocks.push_back({hash_without(letters, std::string::npos) + 2, index});
        }
        if (unit.name->type == PartyType::individual) {
            continue; // surnames and given names are no rare words
        }
        for (const auto key : skeletons.rare_keys(unit)) {
            blocks.push_back({key, index});
        }
        for (const auto& word : unit.words) {
            if (word.word_class == WordClass::plain && names_with_[word.id] <= rule_.rare_word_names) {
                blocks.push_back({hash_without(word.text, std::string::npos) + 1, index});
            }
        }
    }
    return blocks;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Units::candidates(const Skeletons& skeletons) const {
    auto blocks = all_blocks(skeletons);
    std::ranges::sort(blocks);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
    for (std::size_t begin = 0; begin < blocks.size();) {
        auto end = begin;
        while (end < blocks.size() && blocks[end].key == blocks[begin].key) {
            ++end;
        }
        if (end - begin <= rule_.largest_block) {
            for (auto i = begin; i < end; ++i) {
                for (auto j = i + 1; j < end; ++j) {
                    if (blocks[i].unit != blocks[j].unit) {
                        candidates.emplace_back(blocks[i].unit, blocks[j].unit);
                    }
                }
            }
        }
        begin = end;
    }
    std::ranges::sort(candidates);
    const auto rest = std::ranges::unique(candidates);
    candidates.erase(rest.begin(), rest.end());
    return candidates;
}

} // namespace longmen::resolve::detail
