// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the settings of the index and of the ranking.
#include <longmen/search/settings.hpp>

#include <longmen/base/sentence.hpp>

#include <string_view>

namespace longmen::search {
namespace {

double real_between(const ConfigNode& node, double low, double high, const Sentence& expected) {
    const double value = node.real();
    if (!(value >= low && value <= high)) {
        node.fail(expected);
    }
    return value;
}

IndexSettings read_index(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "pairs", "build"});
    IndexSettings settings;
    const auto& pairs = root.at("pairs");
    pairs.allow({"characters"});
    const auto& characters = pairs.at("characters").string();
    for (std::size_t begin = 0; begin < characters.size();) {
        auto end = begin + 1;
        while (end < characters.size() && (static_cast<unsigned char>(characters[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        settings.paired.insert(characters.substr(begin, end - begin));
        begin = end;
    }
    const auto& build = root.at("build");
    build.allow({"piece", "megabytes"});
    const auto whole = [&](const char* key, std::int64_t highest) {
        const auto& node = build.at(key);
        if (node.integer() < 1 || node.integer() > highest) {
            node.fail(
                sentence("此处应为 1 到 {} 之间的整数", "a whole number from 1 to {} is expected", highest));
        }
        return static_cast<std::size_t>(node.integer());
    };
    constexpr std::int64_t most_records = 1'000'000, most_megabytes = 1024;
    settings.piece = whole("piece", most_records);
    settings.bytes = whole("megabytes", most_megabytes) << 20U;
    settings.checksum = config.checksum();
    return settings;
}

Settings::Closest read_closest(const ConfigNode& node) {
    node.allow({"k1", "b_title", "b_body", "title", "character", "neighbours", "in_title", "whole_title",
                "common", "candidates", "kept", "feedback_records", "feedback_terms", "feedback_weight",
                "feedback_title", "most", "topic_words", "asking"});
    const auto real = [&](const char* key, double high) {
        return real_between(
            node.at(key), 0, high,
            sentence("此处应为 0 到 {0} 之间的数", "a number from 0 to {0} is expected", high));
    };
    const auto whole = [&](const char* key) {
        constexpr std::int64_t most = 100'000;
        const auto& value = node.at(key);
        if (value.integer() < 1 || value.integer() > most) {
            value.fail(
                sentence("此处应为 1 到 {} 之间的整数", "a whole number from 1 to {} is expected", most));
        }
        return static_cast<std::size_t>(value.integer());
    };
    constexpr double highest = 100;
    Settings::Closest closest;
    closest.k1 = real("k1", highest);
    closest.b_title = real("b_title", 1);
    closest.b_body = real("b_body", 1);
    closest.title = real("title", highest);
    closest.character = real("character", highest);
    closest.neighbours = real("neighbours", highest);
    closest.in_title = real("in_title", highest);
    closest.whole_title = real("whole_title", highest);
    closest.common = real("common", 1);
    closest.candidates = whole("candidates");
    closest.kept = whole("kept");
    closest.feedback_records = whole("feedback_records");
    closest.feedback_terms = whole("feedback_terms");
    closest.feedback_weight = real("feedback_weight", highest);
    closest.feedback_title = real("feedback_title", highest);
    closest.most = whole("most");
    closest.topic_words = whole("topic_words");
    closest.asking = node.at("asking").strings();
    return closest;
}

Settings::Fresh read_fresh(const ConfigNode& node) {
    node.allow({"weight", "half_life_years"});
    constexpr double shortest = 0.1, longest = 100;
    Settings::Fresh fresh;
    fresh.weight = real_between(node.at("weight"), 0, 1,
                                {"此处应为 0 到 1 之间的数", "a number from 0 to 1 is expected"});
    fresh.half_life_years =
        real_between(node.at("half_life_years"), shortest, longest,
                     {"此处应为 0.1 到 100 之间的年数", "a number of years from 0.1 to 100 is expected"});
    return fresh;
}

} // namespace

Settings read_settings(const Config& ranking, const Config& index) {
    const auto& root = ranking.root();
    root.allow({"id", "version", "source", "source_date", "bm25", "fields", "closest", "fresh"});
    const auto& bm25 = root.at("bm25");
    bm25.allow({"k1", "b"});
    const auto& fields = root.at("fields");
    fields.allow({"title", "abstract", "claims", "description", "applicants", "inventors"});
    Settings settings;
    constexpr double highest_k1 = 10, highest_weight = 100;
    const Sentence expected{"此处应为不小于 0 的数", "a number from 0 is expected"};
    settings.k1 = real_between(bm25.at("k1"), 0, highest_k1, expected);
    settings.b =
        real_between(bm25.at("b"), 0, 1, {"此处应为 0 到 1 之间的数", "a number from 0 to 1 is expected"});
    const auto weight = [&](const char* key) {
        return real_between(fields.at(key), 0, highest_weight,
                            {"此处应为 0 到 100 之间的数", "a number from 0 to 100 is expected"});
    };
    settings.title = weight("title");
    settings.abstract = weight("abstract");
    settings.claims = weight("claims");
    settings.description = weight("description");
    settings.applicants = weight("applicants");
    settings.inventors = weight("inventors");
    settings.closest = read_closest(root.at("closest"));
    settings.fresh = read_fresh(root.at("fresh"));
    settings.index = read_index(index);
    return settings;
}

Settings load_settings(const std::string& models_folder) {
    return read_settings(Config::read(models_folder + "/search/default.toml"),
                         Config::read(models_folder + "/search/index.toml"));
}

} // namespace longmen::search
