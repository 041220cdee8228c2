// SPDX-License-Identifier: GPL-3.0-or-later
// Reads synonyms and adds them to queries.
#include <longmen/search/synonyms.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/query_fields.hpp>

#include <algorithm>
#include <iterator>

namespace longmen::search {
namespace {

class Expander {
    const Synonyms& synonyms_;
    std::vector<SynonymExpansion::Added>& added_;

public:
    Expander(const Synonyms& synonyms, std::vector<SynonymExpansion::Added>& added)
        : synonyms_(synonyms), added_(added) {}

    [[nodiscard]] QueryNode expand(const QueryNode& node) const {
        using Kind = QueryNode::Kind;
        if (node.kind == Kind::none_of) {
            return node;
        }
        if (node.kind == Kind::text) {
            return word(node);
        }
        auto result = node;
        result.parts.clear();
        for (const auto& part : node.parts) {
            auto inner = expand(part);
            if (node.kind == Kind::any_of && inner.kind == Kind::any_of) { // one group, not one in the other
                std::ranges::move(inner.parts, std::back_inserter(result.parts));
            } else {
                result.parts.push_back(std::move(inner));
            }
        }
        return result;
    }

    [[nodiscard]] QueryNode word(const QueryNode& node) const {
        if (node.quoted || !is_running_text(node.field)) {
            return node;
        }
        const auto others = synonyms_.of(node.text);
        if (others.empty()) {
            return node;
        }
        if (std::ranges::none_of(added_, [&](const auto& each) { return each.word == node.text; })) {
            added_.push_back({node.text, others});
        }
        QueryNode any;
        any.kind = QueryNode::Kind::any_of;
        any.begin = node.begin;
        any.end = node.end;
        any.parts.push_back(node);
        for (const auto& other : others) {
            any.parts.push_back(node);
            any.parts.back().text = other;
            // One word matches its inflected forms like the word typed; several are a phrase.
            any.parts.back().quoted = other.find_first_of(" -/") != std::string::npos;
        }
        return any;
    }
};

} // namespace

Synonyms Synonyms::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "groups"});
    Synonyms result;
    for (const auto& node : root.at("groups").array()) {
        const auto words = node.strings();
        if (words.size() < 2) {
            node.fail(Sentence{"一组同义词至少要有两个词", "a group needs two words at least"});
        }
        std::vector<std::string> keys;
        for (const auto& word : words) {
            auto key = fold(trim(word));
            if (key.empty() || word.find('"') != std::string::npos) {
                node.fail(sentence("“{}”不是词", "`{}` is no word", word));
            }
            if (std::ranges::find(keys, key) != keys.end()) {
                node.fail(sentence("“{}”在同一组中出现两次", "`{}` stands twice in one group", word));
            }
            result.groups_of_[key].push_back(result.groups_.size());
            keys.push_back(std::move(key));
        }
        result.groups_.push_back(words);
    }
    return result;
}

std::vector<std::string> Synonyms::of(std::string_view word) const {
    std::vector<std::string> result;
    const auto key = fold(trim(word));
    const auto found = groups_of_.find(key);
    if (found == groups_of_.end()) {
        return result;
    }
    for (const auto group : found->second) {
        for (const auto& other : groups_[group]) {
            if (fold(trim(other)) != key && std::ranges::find(result, other) == result.end()) {
                result.push_back(other);
            }
        }
    }
    return result;
}

SynonymExpansion expand_synonyms(const QueryNode& query, const Synonyms& synonyms) {
    SynonymExpansion result;
    result.query = Expander(synonyms, result.added).expand(query);
    return result;
}

} // namespace longmen::search
