// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of [similarity].
#include <longmen/resolve/detail/org_similarity_rule.hpp>

#include <longmen/resolve/detail/org_config.hpp>

#include <algorithm>

namespace longmen::resolve::detail {
namespace {

std::size_t count_of(const ConfigNode& node, std::string_view key) {
    const auto value = node.at(key).integer();
    if (value < 1) {
        node.at(key).fail(Sentence{"应为正整数", "a whole number above zero is expected"});
    }
    return static_cast<std::size_t>(value);
}
double weight_of(const ConfigNode& node, std::string_view key) {
    const auto value = node.at(key).real();
    if (value < 0) {
        node.at(key).fail(Sentence{"不得小于 0", "no number below zero is allowed"});
    }
    return value;
}

} // namespace

SimilarityRule read_similarity_rule(const ConfigNode& node) {
    check_keys(node, {"plain_weight",
                      "trade_weight",
                      "weak_weight",
                      "minimum",
                      "minimum_support",
                      "slip_length",
                      "two_slips_length",
                      "prefix_length",
                      "lone_word_length",
                      "rare_word_names",
                      "largest_block",
                      "person_words",
                      "person_slip_length",
                      "person_namesakes",
                      "vocabulary_slip_length",
                      "sure_word_names",
                      "missing_place",
                      "firm_support",
                      "person_shortest_surname",
                      "person_slip_surname",
                      "person_same_ending",
                      "place_slip_length",
                      "form_slip_length",
                      "sure_vocabulary_length",
                      "long_reading_length",
                      "joined_length",
                      "sound_consonants",
                      "sound_share",
                      "near_share",
                      "slip_fillers",
                      "sound_fillers",
                      "sure_word_length",
                      "short_slip_length"});
    SimilarityRule rule;
    rule.plain_weight = weight_of(node, "plain_weight");
    rule.trade_weight = weight_of(node, "trade_weight");
    rule.weak_weight = weight_of(node, "weak_weight");
    rule.minimum = weight_of(node, "minimum");
    rule.minimum_support = weight_of(node, "minimum_support");
    rule.firm_support = weight_of(node, "firm_support");
    rule.missing_place = weight_of(node, "missing_place");
    rule.slip_length = count_of(node, "slip_length");
    rule.two_slips_length = count_of(node, "two_slips_length");
    rule.prefix_length = count_of(node, "prefix_length");
    rule.lone_word_length = count_of(node, "lone_word_length");
    rule.rare_word_names = count_of(node, "rare_word_names");
    rule.largest_block = count_of(node, "largest_block");
    rule.person_words = count_of(node, "person_words");
    rule.person_namesakes = count_of(node, "person_namesakes");
    rule.person_shortest_surname = count_of(node, "person_shortest_surname");
    rule.person_slip_surname = count_of(node, "person_slip_surname");
    rule.person_same_ending = count_of(node, "person_same_ending");
    rule.sure_word_names = count_of(node, "sure_word_names");
    rule.vocabulary_slip_length = count_of(node, "vocabulary_slip_length");
    rule.place_slip_length = count_of(node, "place_slip_length");
    rule.form_slip_length = count_of(node, "form_slip_length");
    rule.sure_vocabulary_length = count_of(node, "sure_vocabulary_length");
    rule.long_reading_length = count_of(node, "long_reading_length");
    rule.joined_length = count_of(node, "joined_length");
    rule.sound_consonants = count_of(node, "sound_consonants");
    rule.slip_fillers = count_of(node, "slip_fillers");
    rule.sound_fillers = count_of(node, "sound_fillers");
    rule.sure_word_length = count_of(node, "sure_word_length");
    rule.short_slip_length = count_of(node, "short_slip_length");
    rule.near_share = weight_of(node, "near_share");
    rule.sound_share = weight_of(node, "sound_share");
    rule.person_slip_length = count_of(node, "person_slip_length");
    return rule;
}

} // namespace longmen::resolve::detail
