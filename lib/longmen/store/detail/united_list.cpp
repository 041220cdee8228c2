// SPDX-License-Identifier: GPL-3.0-or-later
// Union of lists.
#include <longmen/store/detail/united_list.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/citation.hpp>
#include <longmen/store/detail/citation_writer.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace longmen::store::detail {
namespace {

bool holds_citations(std::string_view field) {
    return field == field_info(Field::cited).key || field == field_info(Field::citing).key;
}

bool fuller(const std::string& a, const std::string& b) {
    return std::tuple{a.size(), std::string_view{a}} > std::tuple{b.size(), std::string_view{b}};
}

std::string united_citations(std::string_view a, std::string_view b) {
    std::map<std::string, Citation> by_document;
    for (const auto list : {a, b}) {
        for (const auto& item : split_trimmed(list, "\n")) {
            auto citation = parse_citation(item);
            auto& known = by_document[citation_key(citation.number)];
            if (fuller(citation.number, known.number)) {
                known.number = std::move(citation.number);
            }
            known.category = std::max(known.category, citation.category);
            known.origin = std::max(known.origin, citation.origin);
        }
    }
    std::vector<std::string> items;
    items.reserve(by_document.size());
    for (const auto& [key, citation] : by_document) {
        items.push_back(citation_text(citation));
    }
    return join(items, "\n");
}

} // namespace

bool is_united(Field field) {
    return field == Field::source_ids || field == Field::cited || field == Field::citing ||
           field == Field::npl_cited;
}

std::string united_list(std::string_view field, std::string_view a, std::string_view b) {
    if (holds_citations(field)) {
        return united_citations(a, b);
    }
    std::set<std::string> members;
    for (const auto list : {a, b}) {
        for (auto& member : split_trimmed(list, "\n")) {
            members.insert(std::move(member));
        }
    }
    return join({members.begin(), members.end()}, "\n");
}

} // namespace longmen::store::detail
