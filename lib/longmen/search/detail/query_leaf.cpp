// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the leaves of queries.
#include <longmen/search/detail/query_leaf.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/characters.hpp>
#include <longmen/search/query_classes.hpp>
#include <longmen/search/query_dates.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/search/query_fields.hpp>

#include <algorithm>

namespace longmen::search::detail {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// Full-width wildcards as plain ones, several stars as one.
std::u32string wildcards_plain(std::string_view text) {
    std::u32string result;
    for (const auto code : to_characters(text)) {
        const char32_t plain = code == U'＊' ? U'*' : code == U'？' ? U'?' : code;
        if (plain != U'*' || result.empty() || result.back() != U'*') {
            result += plain;
        }
    }
    return result;
}

/// True when the piece of a word would be read as that word again.
bool is_plain(const std::string& piece) {
    try {
        QueryLexer lexer(piece);
        const auto word = lexer.next(false);
        return word.kind == Lexeme::Kind::word && word.text == piece;
    } catch (const QueryError&) {
        return false;
    }
}

/// Stars beside Chinese part the word: `电*池` is 电 before 池; elsewhere they stay in it.
std::variant<QueryNode, Sentence> read_words(QueryNode node, const QueryOptions& options) {
    const auto text = wildcards_plain(node.text);
    const auto beside = [&](std::size_t i) {
        return (i > 0 && is_running(text[i - 1])) || (i + 1 < text.size() && is_running(text[i + 1]));
    };
    std::vector<std::string> pieces(1);
    bool dropped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'?' && beside(i)) {
            if (i + 1 < text.size()) {
                return sentence(
                    "“{}”：汉字之间不用“?”；请写作 电 ADJ/1 池（之间至多 1 个字）",
                    "`{}`: `?` is not used between Chinese characters; write 电 ADJ/1 池 (at most one "
                    "character between)",
                    node.text);
            }
            dropped = true;
        } else if (text[i] == U'*' && beside(i)) {
            dropped = dropped || i == 0 || i + 1 == text.size();
            pieces.emplace_back();
        } else {
            pieces.back() += from_characters(std::u32string_view{text}.substr(i, 1));
        }
    }
    std::erase_if(pieces, [](const auto& piece) { return !has_letters(piece); });
    if (dropped && options.hints != nullptr) {
        options.hints->push_back(
            sentence("“{}”：汉字按子串查找，词首词尾的通配符没有作用，已略去",
                     "`{}`: Chinese is found as part of longer words anyway; the wildcard at the "
                     "end is left out",
                     node.text));
    }
    if (pieces.size() == 1) {
        node.text = pieces[0];
        node.quoted = !is_plain(node.text);
        return node;
    }
    if (pieces.size() > options.limits.parts) {
        return sentence("通配符把一个词分成了超过 {} 段；请减少通配符",
                        "wildcards part one word into more than {} pieces; use fewer of them",
                        options.limits.parts);
    }
    node.text.clear(); // copied for each piece
    QueryNode near;
    near.kind = QueryNode::Kind::near;
    near.ordered = true;
    near.distance = options.limits.gap;
    near.begin = node.begin;
    near.end = node.end;
    for (auto& piece : pieces) {
        near.parts.push_back(node);
        near.parts.back().quoted = !is_plain(piece); // `^2`, `AND`
        near.parts.back().text = std::move(piece);
    }
    return near;
}

} // namespace

bool is_country(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return text.size() == 2 && letter(text[0]) && letter(text[1]);
}

bool continues(QueryField field, std::string_view word, std::string_view next) {
    if (field == QueryField::ipc) {
        return is_subclass(word) && is_group(next);
    }
    constexpr std::size_t longest = 24; // bytes of a number
    return field == QueryField::number && word.size() < longest && word.size() >= 2 &&
           is_country(word.substr(0, 2)) && std::all_of(word.begin() + 2, word.end(), digit) &&
           !next.empty() && (word.size() == 2 ? digit(next[0]) : std::ranges::all_of(next, [](char c) {
               return digit(c) || c == '.' || c == 'X' || c == 'x';
           }));
}

std::variant<QueryNode, Sentence> read_leaf(QueryField field, const Lexeme& word,
                                            const QueryOptions& options) {
    QueryNode node;
    node.field = field;
    node.text = word.text;
    node.quoted = word.kind == Lexeme::Kind::phrase;
    node.begin = word.begin;
    node.end = word.end;
    if (is_date(field)) {
        auto days = read_days(node.text);
        if (const auto* wrong = std::get_if<Sentence>(&days)) {
            return *wrong;
        }
        node.kind = QueryNode::Kind::range;
        node.from = std::get<QueryDays>(days).from;
        node.to = std::get<QueryDays>(days).to;
        node.text.clear();
        node.quoted = false;
        return node;
    }
    if (field == QueryField::ipc) {
        auto symbol = read_class(node.text);
        if (const auto* wrong = std::get_if<Sentence>(&symbol)) {
            return *wrong;
        }
        node.text = std::get<std::string>(symbol);
        node.quoted = false;
        return node;
    }
    if (!has_letters(node.text)) {
        const bool wild = node.text.find_first_of("*?") != std::string::npos ||
                          node.text.find("＊") != std::string::npos ||
                          node.text.find("？") != std::string::npos;
        return wild ? sentence(
                          "“{}”：通配符不能单独使用；请至少与几个字母连写，如 batter*",
                          "`{}`: a wildcard cannot stand alone; write it with some letters, as in batter*",
                          node.text)
                    : sentence("“{}”中没有可检索的字；请去掉它，或与前后的字一起加引号",
                               "`{}` holds nothing that can be searched; leave it out, or put it in "
                               "quotation marks "
                               "with the words beside it",
                               node.text);
    }
    return node.quoted || !is_running_text(field) ? std::variant<QueryNode, Sentence>{std::move(node)}
                                                  : read_words(std::move(node), options);
}

} // namespace longmen::search::detail
