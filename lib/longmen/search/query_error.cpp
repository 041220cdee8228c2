// SPDX-License-Identifier: GPL-3.0-or-later
// Says where a query cannot be read.
#include <longmen/search/query_error.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/characters.hpp>

#include <algorithm>

namespace longmen::search {

void refuse_query(std::string_view query, std::size_t at, const Sentence& message) {
    const auto place = to_characters(query.substr(0, std::min(at, query.size()))).size() + 1;
    throw QueryError(
        place, Sentence{fmt::format("检索式第 {} 个字符处有误：{}", place, message.zh),
                        fmt::format("the query cannot be read at character {}: {}", place, message.en)});
}

std::string point_at(std::string_view query, std::size_t character) {
    const auto all = to_characters(query);
    const auto place = std::min(character > 0 ? character - 1 : 0, all.size());
    std::size_t begin = place;
    while (begin > 0 && all[begin - 1] != U'\n') {
        --begin;
    }
    const auto end = std::min(all.find(U'\n', place), all.size());
    auto line = from_characters(std::u32string_view{all}.substr(begin, end - begin));
    std::ranges::replace(line, '\t', ' ');
    auto before = from_characters(std::u32string_view{all}.substr(begin, place - begin));
    std::ranges::replace(before, '\t', ' ');
    return line + "\n" + std::string(display_width(before), ' ') + "^\n";
}

Sentence wildcard_too_broad(std::string_view word, std::size_t most) {
    return sentence("“{}”对应的词超过 {} 个；请在通配符前后多写几个字母",
                    "`{}` stands for more than {} words; write more letters beside the wildcard", word, most);
}

} // namespace longmen::search
