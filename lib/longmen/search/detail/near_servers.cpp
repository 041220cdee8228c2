// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the texts of candidates and compares the places of words.
#include <longmen/search/detail/near_servers.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/search/detail/document.hpp>
#include <longmen/search/detail/query_parts.hpp>
#include <longmen/search/detail/stored_text.hpp>
#include <longmen/search/tokens.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace longmen::search::detail {
namespace {

using Xapian::Query;

/// A condition every match meets, by the first words of the parts: they stand in a window as wide as all
/// parts with all words between. Nothing when parts begin with the same word, which the window would take
/// once for both, or with too many.
Query window(const Nearness& near) {
    constexpr std::size_t most_first_words = 64;
    std::size_t width = 1, words = 0;
    std::set<std::string> seen;
    std::vector<Query> firsts;
    for (const auto& part : near.parts) {
        std::set<std::string> first;
        std::size_t longest = 0;
        for (const auto& phrase : part) {
            first.insert(phrase[0]);
            longest = std::max(longest, phrase.size());
        }
        words += first.size();
        for (const auto& word : first) {
            if (!seen.insert(word).second) {
                return {};
            }
        }
        width += longest + near.distance;
        firsts.push_back(joined(Query::OP_OR, first));
    }
    if (words > most_first_words) {
        return {};
    }
    return {Query::OP_NEAR, firsts.begin(), firsts.end(), static_cast<Xapian::termcount>(width)};
}

class Reader {
    const Nearness& near_;
    std::string_view prefix_;
    Tokeniser tokeniser_;

public:
    Reader(const Nearness& near, std::string_view prefix) : near_(near), prefix_(prefix) {}

    /// Places as the index has them.
    bool holds(const store::TextRecord& record) {
        std::unordered_map<std::string, std::vector<Xapian::termpos>> places;
        std::uint32_t from = first_position;
        for (const auto text : texts_under(record, prefix_)) {
            const auto tokens = tokeniser_.split(text);
            for (const auto& token : tokens) {
                places[std::string{prefix_} + token.text].push_back(from + token.position);
            }
            from += tokens.empty() ? 0 : tokens.back().position + field_gap;
        }
        return holds_near(near_, [&](const std::string& term) { return places[term]; });
    }
};

} // namespace

Query near_on_servers(const Xapian::Database& shards, const Nearness& near, std::string_view prefix,
                      const Query& all, ReadRecords& read) {
    if (all.empty() || std::ranges::any_of(near.parts, [](const auto& part) { return part.empty(); })) {
        return {};
    }
    const auto narrow = window(near);
    const auto about = narrow.empty() ? all : Query(Query::OP_FILTER, all, narrow);
    Xapian::Enquire enquire(shards);
    enquire.set_query(about);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const auto found = enquire.get_mset(0, most_read + 1, shards.get_doccount());
    if (found.size() > most_read) {
        throw UsageError(sentence(
            "分片检索时 NEAR 和 ADJ 要逐件比对原文，此处超过 {} 件；请在 NEAR 或 ADJ 两边用更少见的词",
            "over shards NEAR and ADJ compare the texts one by one, here more than {}; write rarer "
            "words beside NEAR or ADJ",
            most_read));
    }
    Reader reader(near, prefix);
    std::vector<Query> held, others;
    for (auto match = found.begin(); match != found.end(); ++match) {
        auto known = read.find(*match);
        if (known == read.end()) {
            known = read.emplace(*match, stored_record(shards.get_document(*match), *match)).first;
        }
        const auto& record = known->second;
        (reader.holds(record) ? held : others).push_back(term(number_prefix, record.number));
    }
    if (held.empty()) {
        return {};
    }
    if (held.size() < others.size()) {
        return {Query::OP_FILTER, all, joined(Query::OP_OR, held)};
    }
    return others.empty() ? about : Query(Query::OP_AND_NOT, about, joined(Query::OP_OR, others));
}

} // namespace longmen::search::detail
