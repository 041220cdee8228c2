// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and words.
#include <longmen/resolve/detail/org_config.hpp>

#include <longmen/base/sentence.hpp>

#include <algorithm>

namespace longmen::resolve::detail {

void check_keys(const ConfigNode& node, std::initializer_list<std::string_view> keys) {
    for (const auto& key : node.keys()) {
        const bool known =
            key == "source" || key == "source_date" || std::ranges::find(keys, key) != keys.end();
        if (!known) {
            node.at(key).fail(Sentence{"没有这样的键", "there is no such key"});
        }
    }
    (void)node.at("source").string();
    (void)node.at("source_date").date();
}

std::vector<std::string> folded_words(const OrgTables& tables, const ConfigNode& node) {
    std::vector<std::string> result;
    for (const auto& word : node.strings()) {
        result.push_back(tables.fold_name(word));
        if (result.back().empty()) {
            node.fail(Sentence{"不得有空词", "an empty word is not allowed"});
        }
    }
    return result;
}

} // namespace longmen::resolve::detail
