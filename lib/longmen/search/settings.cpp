// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the settings of the ranking.
#include <longmen/search/settings.hpp>

namespace longmen::search {

Settings read_settings(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "bm25", "fields"});
    const auto& bm25 = root.at("bm25");
    bm25.allow({"k1", "b"});
    const auto& fields = root.at("fields");
    fields.allow({"title", "abstract", "claims", "applicants", "inventors"});
    Settings settings;
    const auto real = [&](const char* key, double high) {
        const auto& node = bm25.at(key);
        if (!(node.real() >= 0 && node.real() <= high)) {
            node.fail(Sentence{"此处应为不小于 0 的数", "a number from 0 is expected"});
        }
        return node.real();
    };
    constexpr double highest_k1 = 10;
    settings.k1 = real("k1", highest_k1);
    settings.b = real("b", 1);
    const auto weight = [&](const char* key) {
        constexpr std::int64_t highest = 100;
        const auto& node = fields.at(key);
        if (node.integer() < 1 || node.integer() > highest) {
            node.fail(Sentence{"此处应为 1 到 100 之间的整数", "a whole number from 1 to 100 is expected"});
        }
        return static_cast<unsigned>(node.integer());
    };
    settings.title = weight("title");
    settings.abstract = weight("abstract");
    settings.claims = weight("claims");
    settings.applicants = weight("applicants");
    settings.inventors = weight("inventors");
    settings.checksum = config.checksum();
    return settings;
}

} // namespace longmen::search
