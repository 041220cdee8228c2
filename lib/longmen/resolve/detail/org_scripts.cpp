// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of sound, place and trade, made for names of either script.
#include <longmen/resolve/detail/org_scripts.hpp>

#include <longmen/base/pinyin.hpp>
#include <longmen/resolve/detail/org_canonical.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace longmen::resolve::detail {
namespace {

constexpr std::size_t han_bytes = 3;

/// ü is u in some spellings and v in others.
void append_reading(std::string& into, std::string_view reading) {
    for (const char letter : reading) {
        into += letter == 'v' ? 'u' : letter;
    }
}

class Scripts {
    const Ranking& ranking_;
    Clusters& clusters_;
    const OrgTables& tables_;
    std::unordered_map<std::string, std::vector<std::string>> readings_; ///< of characters
    std::vector<Keyed> latin_;
    std::vector<Keyed> han_;

public:
    Scripts(const Ranking& ranking, Clusters& clusters, const OrgTables& tables)
        : ranking_(ranking), clusters_(clusters), tables_(tables) {}

    std::vector<std::pair<Rank, Rank>> pairs() {
        for (Rank rank = 0; rank < ranking_.size(); ++rank) {
            if (!ranking_.name(rank).cjk) {
                add_latin(rank);
            }
        }
        sort_keys(latin_);
        for (Rank rank = 0; rank < ranking_.size() && !latin_.empty(); ++rank) {
            if (ranking_.name(rank).cjk) {
                add_han(rank);
            }
        }
        sort_keys(han_);
        std::vector<std::pair<Rank, Rank>> result;
        for (std::size_t begin = 0; begin < han_.size();) {
            auto end = begin;
            while (end < han_.size() && han_[end].key == han_[begin].key) {
                ++end;
            }
            if (one_body(begin, end)) {
                for (const auto rank : with_key(latin_, han_[begin].key)) {
                    result.emplace_back(std::min(han_[begin].rank, rank), std::max(han_[begin].rank, rank));
                }
            }
            begin = end;
        }
        std::ranges::sort(result);
        return result;
    }

private:
    [[nodiscard]] bool one_body(std::size_t begin, std::size_t end) {
        for (auto at = begin + 1; at < end; ++at) {
            if (clusters_.root(han_[at].rank) != clusters_.root(han_[begin].rank)) {
                return false;
            }
        }
        return true;
    }

    // --- keys ----------------------------------------------------------------------------------------------

    /// Empty when the parts say too little of who is meant.
    [[nodiscard]] static std::string key_of(const OrganisationName& name, std::string_view own,
                                            std::vector<std::string> trades) {
        constexpr std::size_t shortest_own = 4;
        constexpr std::size_t fewest_trades = 2;
        const bool firm = name.type == PartyType::enterprise || name.type == PartyType::unknown;
        const bool told = own.size() >= shortest_own && (!name.places.empty() || !trades.empty());
        // 天津大学: a university may be named after nothing but its place.
        const bool of_place =
            own.empty() && name.type == PartyType::university && name.places.size() == 1 && !trades.empty();
        const bool body =
            of_place || (own.empty() && trades.size() >= fewest_trades && (!firm || !name.places.empty()));
        if (!told && !body) {
            return {};
        }
        std::ranges::sort(trades);
        std::string key;
        for (const auto& place : name.places) {
            key += place + '@';
        }
        key += firm ? '|' : '!';
        key.append(own);
        for (const auto& trade : trades) {
            key += ' ' + trade;
        }
        return key;
    }

    void add_latin(Rank rank) {
        const auto& name = ranking_.name(rank);
        if (name.type == PartyType::individual || name.unit != NameUnit::whole) {
            return;
        }
        std::string own;
        std::vector<std::string> trades;
        for (const auto& word : name.words) {
            const bool own_word = word.word_class == WordClass::plain &&
                                  (!tables_.words.contains(word.text) || tables_.reads_as_pinyin(word.text));
            if (own_word) {
                append_reading(own, word.text);
            } else if (word.word_class != WordClass::weak) {
                trades.push_back(word.text);
            }
        }
        if (auto key = key_of(name, own, std::move(trades)); !key.empty()) {
            latin_.push_back({std::move(key), rank});
        }
    }

    void add_han(Rank rank) {
        const auto& name = ranking_.name(rank);
        if (name.type == PartyType::individual || name.unit != NameUnit::whole || name.words.size() != 1) {
            return;
        }
        std::vector<std::string> trades;
        std::string_view own = name.words.front().text;
        take_trades(own, trades, name.type);
        for (const auto& reading : readings_of(own)) {
            auto key = key_of(name, reading, trades);
            if (!key.empty() && !with_key(latin_, key).empty()) {
                han_.push_back({std::move(key), rank});
            }
        }
    }

    /// Takes words that the vocabulary translates off the end of `text`.
    void take_trades(std::string_view& text, std::vector<std::string>& trades, PartyType type) const {
        const bool firm = type == PartyType::enterprise || type == PartyType::unknown;
        for (bool found = true; found;) {
            found = false;
            const auto most = std::min(tables_.longest_translation, text.size());
            for (auto length = most; length >= han_bytes && !found; length -= han_bytes) {
                const auto row = tables_.translations.find(text.substr(text.size() - length));
                if (row == tables_.translations.end()) {
                    continue;
                }
                found = true;
                text.remove_suffix(length);
                for (const auto& word : canonical_words(row->second, firm, tables_)) {
                    if (word.word_class != WordClass::weak) {
                        trades.push_back(word.text);
                    }
                }
            }
        }
    }

    // --- readings ------------------------------------------------------------------------------------------

    /// Every way to read the text; more than a handful are not tried.
    [[nodiscard]] std::vector<std::string> readings_of(std::string_view text) {
        constexpr std::size_t most_readings = 8;
        constexpr std::size_t longest_own = 8 * han_bytes;
        std::vector<std::string> result{""};
        if (text.size() > longest_own) {
            return {};
        }
        for (std::size_t at = 0; at < text.size();) {
            const auto begin = at;
            (void)next_character(text, at);
            const auto& ways = ways_to_read(std::string{text.substr(begin, at - begin)});
            if (ways.empty() || result.size() * ways.size() > most_readings) {
                return {};
            }
            std::vector<std::string> longer;
            for (const auto& before : result) {
                for (const auto& way : ways) {
                    longer.push_back(before);
                    append_reading(longer.back(), way);
                }
            }
            result = std::move(longer);
        }
        return result;
    }

    [[nodiscard]] const std::vector<std::string>& ways_to_read(const std::string& character) {
        const auto [row, added] = readings_.try_emplace(character);
        if (added) {
            if (const auto several = tables_.polyphones.find(character);
                several != tables_.polyphones.end()) {
                row->second = several->second;
            } else {
                row->second = pinyin(character);
            }
        }
        return row->second;
    }
};

} // namespace

std::vector<std::pair<Rank, Rank>> script_pairs(const Ranking& ranking, Clusters& clusters,
                                                const OrgTables& tables) {
    return Scripts{ranking, clusters, tables}.pairs();
}

} // namespace longmen::resolve::detail
