// SPDX-License-Identifier: GPL-3.0-or-later
// Makes hits of records.
#include <longmen/search/detail/hits.hpp>

#include <longmen/base/text.hpp>

#include <initializer_list>
#include <string_view>
#include <utility>

namespace longmen::search::detail {
namespace {

constexpr std::size_t snippet_width = 60;

const std::string& either(const std::string& one, const std::string& other) {
    return one.empty() ? other : one;
}

/// The first of the texts in which the words stand, the abstract before all.
Snippet snippet_of(std::initializer_list<std::string_view> texts, const std::vector<std::string>& words) {
    Snippet snippet;
    for (const auto text : texts) {
        auto other = make_snippet(text, words, snippet_width);
        if (!other.marks.empty() || text.data() == texts.begin()->data()) {
            snippet = std::move(other);
        }
        if (!snippet.marks.empty()) {
            break;
        }
    }
    return snippet;
}

} // namespace

Hit hit_of(const store::TextRecord& record, const std::vector<std::string>& words) {
    Hit hit;
    hit.id = record.id;
    hit.number = record.number;
    hit.title = either(record.title, record.title_en);
    hit.date = record.app_date;
    hit.status = record.status.empty() ? "unknown" : record.status;
    hit.applicants = split_trimmed(record.applicants, "\n");
    hit.snippet = snippet_of({either(record.abstract, record.abstract_en), record.title, record.abstract_en,
                              record.first_claim, record.claims, record.description},
                             words);
    return hit;
}

} // namespace longmen::search::detail
