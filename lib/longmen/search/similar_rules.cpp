// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rules of likeness.
#include <longmen/search/similar_rules.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <cmath>

namespace longmen::search {
namespace {

double real(const ConfigNode& table, const char* key, double low, double high) {
    const auto& node = table.at(key);
    if (!(node.real() >= low && node.real() <= high)) {
        node.fail(sentence("此处应为 {} 到 {} 之间的数", "a number from {} to {} is expected", low, high));
    }
    return node.real();
}

std::size_t whole(const ConfigNode& table, const char* key, std::int64_t low, std::int64_t high) {
    const auto& node = table.at(key);
    if (node.integer() < low || node.integer() > high) {
        node.fail(
            sentence("此处应为 {} 到 {} 之间的整数", "a whole number from {} to {} is expected", low, high));
    }
    return static_cast<std::size_t>(node.integer());
}

} // namespace

std::uint32_t threshold_of(double similarity) {
    constexpr double whole_similarity = 10000;
    const auto parts = std::round(similarity * whole_similarity);
    if (!(parts >= 1 && parts <= whole_similarity)) {
        throw UsageError(
            Sentence{"相似度下限须在 0.0001 至 1 之间", "a threshold of similarity lies from 0.0001 to 1"});
    }
    return static_cast<std::uint32_t>(parts);
}

SimilarRules SimilarRules::read(const Config& config) {
    constexpr double most_weight = 1000;
    constexpr std::int64_t most = 1'000'000'000;
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "duplicates", "fusion", "text", "citations"});
    SimilarRules rules;
    const auto& duplicates = root.at("duplicates");
    duplicates.allow({"threshold", "shortest", "most_pairs"});
    rules.duplicates.threshold = threshold_of(real(duplicates, "threshold", 0.0001, 1));
    rules.duplicates.shortest = whole(duplicates, "shortest", 1, most);
    rules.duplicates.most_pairs = whole(duplicates, "most_pairs", 1, most);
    const auto& fusion = root.at("fusion");
    fusion.allow({"k", "text", "classes", "citations"});
    rules.fusion = {real(fusion, "k", 0, most_weight), real(fusion, "text", 0, most_weight),
                    real(fusion, "classes", 0, most_weight), real(fusion, "citations", 0, most_weight)};
    const auto& text = root.at("text");
    text.allow({"k1", "b", "title", "words", "most_bytes"});
    rules.text = {real(text, "k1", 0, most_weight), real(text, "b", 0, 1),
                  static_cast<unsigned>(whole(text, "title", 1, 100))};
    rules.words = whole(text, "words", 0, 100);
    rules.most_bytes = whole(text, "most_bytes", 1, most);
    const auto& citations = root.at("citations");
    citations.allow({"direct", "coupling", "co_citation", "hub"});
    rules.citations = {real(citations, "direct", 0, most_weight), real(citations, "coupling", 0, most_weight),
                       real(citations, "co_citation", 0, most_weight), whole(citations, "hub", 2, most)};
    rules.checksum = config.checksum();
    return rules;
}

} // namespace longmen::search
