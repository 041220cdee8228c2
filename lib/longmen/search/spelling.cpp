// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the words that were meant.
#include <longmen/search/spelling.hpp>

#include <longmen/base/pinyin.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/characters.hpp>
#include <longmen/search/query_fields.hpp>
#include <longmen/search/tokens.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace longmen::search {
namespace {

constexpr std::size_t shortest_run = 2;
constexpr std::size_t longest_run = 4; // characters

bool all_running(std::u32string_view word) {
    return std::ranges::all_of(word, is_running);
}

std::string sound_of(std::string_view word) {
    return join(pinyin(word), " ");
}

/// How many characters differ; only of words equally long.
std::size_t differences(std::u32string_view a, std::u32string_view b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] != b[i] ? 1 : 0;
    }
    return count;
}

void collect(const QueryNode& node, std::vector<const QueryNode*>& words) {
    if (node.kind == QueryNode::Kind::none_of) {
        return;
    }
    if (node.kind == QueryNode::Kind::text && !node.quoted && is_running_text(node.field) &&
        node.text.find_first_of("*?") == std::string::npos) {
        words.push_back(&node);
    }
    for (const auto& part : node.parts) {
        collect(part, words);
    }
}

} // namespace

SpellingSettings read_spelling_settings(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "least_records", "times_as_often", "changes",
                "shortest_word", "two_changes_from"});
    const auto whole = [&](const char* key, std::int64_t most) {
        const auto& node = root.at(key);
        if (node.integer() < 1 || node.integer() > most) {
            node.fail(
                sentence("此处应为 1 到 {} 之间的整数", "a whole number from 1 to {} is expected", most));
        }
        return static_cast<std::size_t>(node.integer());
    };
    constexpr std::int64_t most = 1'000'000;
    constexpr std::int64_t longest = 64;
    SpellingSettings settings;
    settings.least = whole("least_records", most);
    settings.changes = whole("changes", 2);
    settings.letters = whole("shortest_word", longest);
    settings.one_from = whole("two_changes_from", longest);
    settings.times = root.at("times_as_often").real();
    if (!(settings.times >= 1)) {
        root.at("times_as_often").fail(Sentence{"此处应为不小于 1 的数", "a number from 1 is expected"});
    }
    return settings;
}

Vocabulary::Vocabulary(std::map<std::string, std::size_t, std::less<>> words) : words_(std::move(words)) {
    for (const auto& [word, records] : words_) {
        if (all_running(to_characters(word))) {
            by_sound_[sound_of(word)].push_back(word);
        }
    }
}

std::size_t Vocabulary::records_with(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
}

const std::vector<std::string>& Vocabulary::sounding(std::string_view sound) const {
    static const std::vector<std::string> none;
    const auto found = by_sound_.find(sound);
    return found == by_sound_.end() ? none : found->second;
}

Vocabulary gather_vocabulary(const std::vector<std::string>& titles, std::size_t least) {
    std::unordered_map<std::string, std::size_t> counts;
    Tokeniser tokeniser;
    for (const auto& title : titles) {
        const auto tokens = tokeniser.split(title);
        std::set<std::string> seen; // a record counts once
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!tokens[i].character) {
                seen.insert(tokens[i].text);
                continue;
            }
            std::string run = tokens[i].text;
            for (std::size_t n = 1; n < longest_run && i + n < tokens.size() && tokens[i + n].character &&
                                    tokens[i + n].position == tokens[i + n - 1].position + 1;
                 ++n) {
                run += tokens[i + n].text;
                seen.insert(run);
            }
        }
        for (const auto& word : seen) {
            ++counts[word];
        }
    }
    std::map<std::string, std::size_t, std::less<>> words;
    for (const auto& [word, count] : counts) {
        if (count >= least) {
            words.emplace(word, count);
        }
    }
    return Vocabulary{std::move(words)};
}

std::optional<std::string> suggest_word(std::string_view word, const Vocabulary& vocabulary,
                                        const SpellingSettings& settings) {
    const auto key = fold(trim(word));
    const auto typed = to_characters(key);
    const bool chinese = !typed.empty() && all_running(typed);
    const bool latin = std::ranges::none_of(typed, is_running) && typed.size() >= settings.letters &&
                       std::ranges::none_of(typed, [](char32_t c) { return c >= U'0' && c <= U'9'; });
    if (!latin && !(chinese && typed.size() >= shortest_run && typed.size() <= longest_run)) {
        return std::nullopt;
    }
    const auto evident = [&](std::size_t records) {
        return records >= settings.least &&
               static_cast<double>(records) >=
                   settings.times * static_cast<double>(vocabulary.records_with(key));
    };
    const auto most = typed.size() >= settings.one_from ? settings.changes : std::size_t{1};
    // How far, how rare, which: the least is the best.
    std::optional<std::tuple<std::size_t, std::size_t, std::string>> best;
    const auto offer = [&](std::size_t far, std::size_t records, const std::string& other) {
        const auto offered = std::tuple{far, SIZE_MAX - records, other};
        if (other != key && evident(records) && (!best || offered < *best)) {
            best = offered;
        }
    };
    if (chinese) {
        for (const auto& other : vocabulary.sounding(sound_of(key))) {
            if (to_characters(other).size() == typed.size()) {
                offer(0, vocabulary.records_with(other), other);
            }
        }
    }
    if (!best) {
        for (const auto& [other, records] : vocabulary.words()) {
            if (!evident(records)) {
                continue;
            }
            const auto characters = to_characters(other);
            if (chinese) { // of two characters, one would be half of the word: only those said alike are
                           // offered
                if (typed.size() > shortest_run && characters.size() == typed.size() &&
                    all_running(characters) && differences(characters, typed) == 1) {
                    offer(1, records, other);
                }
            } else if (!is_running(characters[0])) {
                if (const auto far = edit_distance(characters, typed, most); far <= most) {
                    offer(far, records, other);
                }
            }
        }
    }
    return best ? std::optional{std::get<2>(*best)} : std::nullopt;
}

std::vector<Suggestion> suggest(const QueryNode& query, const Vocabulary& vocabulary,
                                const SpellingSettings& settings) {
    std::vector<const QueryNode*> words;
    collect(query, words);
    std::vector<Suggestion> result;
    for (const auto* word : words) {
        if (std::ranges::any_of(result, [&](const auto& each) { return each.typed == word->text; })) {
            continue;
        }
        if (auto meant = suggest_word(word->text, vocabulary, settings)) {
            result.push_back({word->text, std::move(*meant), word->begin, word->end});
        }
    }
    return result;
}

} // namespace longmen::search
