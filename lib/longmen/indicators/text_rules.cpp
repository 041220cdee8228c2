// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rules of texts.
#include <longmen/indicators/text_rules.hpp>

#include <longmen/base/sentence.hpp>

namespace longmen::indicators {
namespace {

double share(const ConfigNode& table, std::string_view key) {
    const auto& node = table.at(key);
    const auto value = node.real();
    if (!(value >= 0 && value <= 1)) {
        node.fail(Sentence{"应在 0 与 1 之间", "between 0 and 1 is expected"});
    }
    return value;
}

std::int64_t whole(const ConfigNode& table, std::string_view key, std::int64_t least, std::int64_t most) {
    const auto& node = table.at(key);
    const auto value = node.integer();
    if (value < least || value > most) {
        node.fail(sentence("应在 {} 与 {} 之间", "between {} and {} is expected", least, most));
    }
    return value;
}

} // namespace

TextRules TextRules::read(const Config& config) {
    constexpr std::int64_t longest = 20; // years
    constexpr std::int64_t largest = 10'000'000;
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "similarity", "novelty"});
    const auto& similarity = root.at("similarity");
    similarity.allow({"floor", "most_common", "years_back", "most_documents"});
    const auto& novelty = root.at("novelty");
    novelty.allow({"first_years"});
    return {share(similarity, "floor"),
            share(similarity, "most_common"),
            static_cast<int>(whole(similarity, "years_back", 1, longest)),
            static_cast<int>(whole(novelty, "first_years", 1, longest)),
            static_cast<std::uint32_t>(whole(similarity, "most_documents", 1, largest)),
            config.checksum()};
}

} // namespace longmen::indicators
