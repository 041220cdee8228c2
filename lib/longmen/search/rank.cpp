// SPDX-License-Identifier: GPL-3.0-or-later
// Scores texts.
#include <longmen/search/rank.hpp>

#include <longmen/base/text.hpp>

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace longmen::search {
namespace {

constexpr std::size_t subclass_length = 4;

double kind_weight(const std::string& term, const Settings::Closest& settings) {
    switch (term[0]) {
    case 'c':
        return settings.character;
    case 'q':
        return settings.neighbours;
    default:
        return 1;
    }
}

double saturated(const TextTerms& text, const TextTerms::Count& count, const TermStatistics& statistics,
                 const Settings::Closest& settings) {
    const auto part = [](double times, double share, double length, double mean) {
        return times / (1 - share + share * length / mean);
    };
    const double times = settings.title * part(count.title, settings.b_title, text.title_length,
                                               statistics.mean_title_length) +
                         part(count.body, settings.b_body, text.body_length, statistics.mean_body_length);
    return times * (settings.k1 + 1) / (times + settings.k1);
}

void add_classes(TextTerms& text, const std::string& classes) {
    std::set<std::string> keys;
    for (const auto& cell : split_trimmed(classes, "\n")) {
        std::string symbol;
        std::ranges::copy_if(cell, std::back_inserter(symbol), [](char c) { return c != ' '; });
        if (symbol.size() >= subclass_length) {
            keys.insert({symbol.substr(0, subclass_length), symbol.substr(0, symbol.find('/')), symbol});
        }
    }
    for (const auto& key : keys) {
        text.counts["k" + key].body = 1;
    }
}

} // namespace

struct TermReader::Stems {
    Xapian::Stem stem{"english"};
    std::unordered_map<std::string, std::string> known;
};

TermReader::TermReader() : stems_(std::make_unique<Stems>()) {}
TermReader::~TermReader() = default;

const std::string& TermReader::stem_of(const std::string& word) {
    const auto found = stems_->known.find(word);
    if (found != stems_->known.end()) {
        return found->second;
    }
    const auto& stem = stems_->known.emplace(word, stems_->stem(word)).first->second;
    written_.emplace(stem, word);
    return stem;
}

std::vector<std::string> TermReader::terms_of(std::string_view text, double& length) {
    const auto tokens = tokeniser_.split(text);
    length += static_cast<double>(tokens.size());
    std::vector<std::string> terms;
    const auto base = [&](const Token& token) { return token.character ? token.text : stem_of(token.text); };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        terms.push_back((tokens[i].character ? "c" : "w") + base(tokens[i]));
        if (i + 1 < tokens.size() && tokens[i + 1].position == tokens[i].position + 1) {
            const bool both = tokens[i].character && tokens[i + 1].character;
            terms.push_back((both ? "p" : "q") + base(tokens[i]) + (both ? "" : " ") + base(tokens[i + 1]));
        }
    }
    return terms;
}

TextTerms TermReader::read(const store::TextRecord& record) {
    TextTerms text;
    text.id = record.id;
    text.number = record.number;
    for (const auto* title : {&record.title, &record.title_en}) {
        for (auto& term : terms_of(*title, text.title_length)) {
            ++text.counts[std::move(term)].title;
        }
    }
    const bool abstract = !record.abstract.empty() || !record.abstract_en.empty();
    for (const auto* body : {&record.abstract, &record.abstract_en, &record.first_claim, &record.claims}) {
        const bool claims = body == &record.first_claim || body == &record.claims;
        if (claims == abstract || (body == &record.first_claim && !record.claims.empty())) {
            continue;
        }
        for (auto& term : terms_of(*body, text.body_length)) {
            ++text.counts[std::move(term)].body;
        }
    }
    add_classes(text, record.classes);
    return text;
}

TermWeights TermReader::read_query(std::string_view text, const Settings& settings) {
    double length = 0;
    const auto terms = terms_of(text, length);
    TermWeights all, telling;
    for (const auto& term : terms) {
        all[term] += kind_weight(term, settings.closest);
    }
    if (length <= static_cast<double>(settings.closest.topic_words)) {
        return all;
    }
    std::set<std::string> asking;
    for (const auto& phrase : settings.closest.asking) {
        double ignored = 0;
        for (auto& term : terms_of(phrase, ignored)) {
            if (term[0] == 'w' || term[0] == 'p') {
                asking.insert(std::move(term));
            }
        }
    }
    for (const auto& [term, weight] : all) {
        if (!asking.contains(term)) {
            telling.emplace(term, weight);
        }
    }
    const bool left = std::ranges::any_of(
        telling, [](const auto& term) { return term.first[0] != 'q' && term.first[0] != 'c'; });
    return left ? telling : all;
}

double TermStatistics::rarity(const std::string& term) const {
    const auto found = frequency.find(term);
    const double n = found == frequency.end() ? 0 : std::min(found->second, records);
    constexpr double half = 0.5;
    return std::log1p((records - n + half) / (n + half));
}

double score(const TextTerms& text, const TermWeights& query, const TermStatistics& statistics,
             const Settings::Closest& settings) {
    double sum = 0, all = 0, title = 0;
    for (const auto& [term, weight] : query) {
        const double worth = weight * statistics.rarity(term);
        all += worth;
        const auto found = text.counts.find(term);
        if (found == text.counts.end()) {
            continue;
        }
        sum += worth * saturated(text, found->second, statistics, settings);
        title += found->second.title > 0 ? worth : 0;
    }
    if (sum <= 0 || title <= 0) {
        return sum;
    }
    const double share = title / all;
    // A title of n words has about 2n terms: words and neighbours.
    const double filled = std::min(1.0, static_cast<double>(query.size()) / (2 * text.title_length));
    return sum * (1 + settings.in_title * share + settings.whole_title * share * filled);
}

TermWeights with_feedback(const TermWeights& query,
                          const std::vector<std::pair<double, const TextTerms*>>& near,
                          const TermStatistics& statistics, const Settings::Closest& settings) {
    double total = 0, heaviest = 0;
    for (const auto& [value, text] : near) {
        total += value;
    }
    for (const auto& [term, weight] : query) {
        heaviest = std::max(heaviest, weight);
    }
    TermWeights shares;
    for (const auto& [value, text] : near) {
        for (const auto& [term, count] : text->counts) {
            const bool number = term[0] == 'w' && term[1] >= '0' && term[1] <= '9';
            if (term[0] != 'q' && !number && statistics.frequency.contains(term)) {
                const double times = settings.feedback_title * count.title + count.body;
                shares[term] += value / total * kind_weight(term, settings) * times / (times + 1);
            }
        }
    }
    std::vector<std::pair<double, std::string>> best;
    for (const auto& [term, share] : shares) {
        const double n = statistics.frequency.at(term);
        if (n >= 2 && n <= settings.common * statistics.records) {
            best.emplace_back(-share * statistics.rarity(term), term);
        }
    }
    std::ranges::sort(best);
    best.resize(std::min(best.size(), settings.feedback_terms));
    auto result = query;
    for (const auto& [worth, term] : best) {
        result[term] += settings.feedback_weight * heaviest * shares.at(term) / shares.at(best[0].second);
    }
    return result;
}

} // namespace longmen::search
