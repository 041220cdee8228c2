// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of words divided by blanks: the first is the key of the others.
#include <longmen/resolve/detail/org_renderings_reader.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/resolve/detail/org_config.hpp>
#include <longmen/resolve/detail/org_similarity_rule.hpp>

#include <algorithm>

namespace longmen::resolve::detail {
namespace {

std::vector<std::string> split_words(std::string_view text) {
    return split_trimmed(text, " ");
}

class Reader {
    OrgTables& tables_;

public:
    explicit Reader(OrgTables& tables) : tables_(tables) {}

    void read(const ConfigNode& root) {
        const auto& han_words = root.at("han_words");
        check_keys(han_words, {"pairs", "front", "counted", "foreign"});
        tables_.han_words = pairs_of(han_words.at("pairs"));
        tables_.han_fronts = pairs_of(han_words.at("front"));
        tables_.han_counted = folded_words(tables_, han_words.at("counted"));
        tables_.han_foreign = folded_words(tables_, han_words.at("foreign"));
        renaming(root.at("renaming"));
        near(root.at("near"));
        pinyin(root.at("pinyin"));
        translations(root.at("translations"));
        meanings(root.at("meanings"));
        spelling(root.at("spelling"));
    }

private:
    void spelling(const ConfigNode& node) {
        check_keys(node, {"endings", "misspelt_and", "glued_forms", "glued_connectives", "mistaken_places",
                          "vendor_codes"});
        tables_.endings = node.at("endings").strings();
        tables_.glued_forms = folded_words(tables_, node.at("glued_forms"));
        tables_.glued_connectives = folded_words(tables_, node.at("glued_connectives"));
        tables_.mistaken_places = pairs_of(node.at("mistaken_places"));
        for (const auto& code : folded_words(tables_, node.at("vendor_codes"))) {
            tables_.vendor_codes.emplace(code, true);
        }
        for (const auto& word : folded_words(tables_, node.at("misspelt_and"))) {
            tables_.misspelt_and.emplace(word, true);
        }
    }

    void renaming(const ConfigNode& node) {
        check_keys(node, {"tails", "groups", "pairs"});
        tables_.renaming_tails = folded_words(tables_, node.at("tails"));
        tables_.renaming_groups = folded_words(tables_, node.at("groups"));
        tables_.renaming_pairs = pairs_of(node.at("pairs"));
    }

    void near(const ConfigNode& node) {
        check_keys(node, {"words"});
        for (const auto& line : node.at("words").strings()) {
            tables_.near_words.push_back(split_words(tables_.fold_name(line)));
            if (tables_.near_words.back().size() < 2) {
                node.at("words").fail(
                    sentence("“{}”应至少有两词", "`{}` should have two words or more", line));
            }
        }
    }

    void pinyin(const ConfigNode& node) {
        check_keys(node, {"syllables", "polyphones"});
        for (const auto& line : node.at("polyphones").strings()) {
            const auto parts = split_words(tables_.fold_name(line));
            if (parts.size() < 2) {
                node.at("polyphones")
                    .fail(sentence("“{}”应为“字 读音……”", "`{}` should be `character reading ...`", line));
            }
            tables_.polyphones.emplace(parts.front(),
                                       std::vector<std::string>(parts.begin() + 1, parts.end()));
        }
        for (const auto& line : node.at("syllables").strings()) {
            for (const auto& syllable : split_words(line)) {
                tables_.syllables.emplace(syllable, true);
                tables_.longest_syllable = std::max(tables_.longest_syllable, syllable.size());
            }
        }
    }

    void translations(const ConfigNode& node) {
        check_keys(node, {"words"});
        for (const auto& line : node.at("words").strings()) {
            auto parts = split_words(tables_.fold_name(line));
            if (parts.size() < 2 || !has_cjk(parts.front())) {
                node.at("words").fail(
                    sentence("“{}”应为“中文词 英文词……”", "`{}` should be `Chinese English ...`", line));
            }
            auto& into = tables_.translations[parts.front()];
            for (auto at = parts.begin() + 1; at != parts.end(); ++at) {
                into.push_back({*at});
            }
            tables_.longest_translation = std::max(tables_.longest_translation, parts.front().size());
        }
    }

    void meanings(const ConfigNode& node) {
        check_keys(node, {"syllables"});
        for (const auto& line : node.at("syllables").strings()) {
            auto parts = split_words(line);
            if (parts.size() < 2 || !tables_.syllables.contains(parts.front())) {
                node.at("syllables")
                    .fail(sentence("“{}”应为“音节 英文词……”", "`{}` should be `syllable English ...`", line));
            }
            auto& into = tables_.meanings[parts.front()];
            into.insert(into.end(), parts.begin() + 1, parts.end());
        }
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs_of(const ConfigNode& node) const {
        std::vector<std::pair<std::string, std::string>> result;
        for (const auto& pair : node.strings()) {
            const auto parts = split_words(pair);
            if (parts.size() != 2) {
                node.fail(sentence("“{}”应为两词", "`{}` should be two words", pair));
            }
            result.emplace_back(tables_.fold_name(parts[0]), tables_.fold_name(parts[1]));
        }
        return result;
    }
};

} // namespace

void read_renderings(const ConfigNode& root, OrgTables& tables) {
    Reader{tables}.read(root);
}

} // namespace longmen::resolve::detail
