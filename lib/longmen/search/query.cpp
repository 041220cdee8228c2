// SPDX-License-Identifier: GPL-3.0-or-later
// Reads queries.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/characters.hpp>
#include <longmen/search/detail/query_leaf.hpp>
#include <longmen/search/detail/query_lexer.hpp>
#include <longmen/search/detail/query_tree.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/search/query_fields.hpp>
#include <longmen/search/query_options.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace longmen::search {
namespace {

using detail::Lexeme;
using Kind = Lexeme::Kind;

/// What a query and the queries it refers to share.
struct Progress {
    std::size_t parts = 0, numbers = 0;
    std::vector<std::string> references; ///< being read, the outermost first
};

class Parser {
    std::string_view text_;
    const QueryOptions& options_;
    Progress& progress_;
    detail::QueryLexer lexer_;
    Lexeme now_;
    bool dates_ = false;
    std::size_t depth_ = 0;

    void advance() { now_ = lexer_.next(dates_); }
    [[noreturn]] void refuse(std::size_t at, const Sentence& why) const { refuse_query(text_, at, why); }
    void hint(const Sentence& what) const {
        if (options_.hints != nullptr) {
            options_.hints->push_back(what);
        }
    }

    void deeper(std::size_t at) {
        if (++depth_ + progress_.references.size() > options_.limits.nesting) {
            refuse(at,
                   sentence("括号、NOT 与引用嵌套超过 {} 层；请拆成几个检索式再组合",
                            "brackets, NOT and references are nested more than {} deep; split the query and "
                            "combine the parts",
                            options_.limits.nesting));
        }
    }

    void count_part(std::size_t at) {
        if (++progress_.parts > options_.limits.parts) {
            refuse(at, sentence("检索式超过 {} 个检索词；请拆成几个检索式再组合",
                                "the query has more than {} parts; split it and combine the parts",
                                options_.limits.parts));
        }
    }

    QueryNode any_of(QueryField field) {
        std::vector<QueryNode> parts;
        parts.push_back(all_of(field, false));
        while (now_.kind == Kind::disjunction) {
            advance();
            parts.push_back(all_of(field, false));
        }
        return detail::join_parts(QueryNode::Kind::any_of, std::move(parts));
    }

    /// In a list a comma ends a member; elsewhere it parts words like a blank.
    QueryNode all_of(QueryField field, bool list) {
        std::vector<QueryNode> parts;
        parts.push_back(near(field));
        while (true) {
            while (!list && now_.kind == Kind::comma) {
                advance();
            }
            if (now_.kind == Kind::conjunction) {
                advance();
            } else if (now_.kind == Kind::end || now_.kind == Kind::close || now_.kind == Kind::disjunction ||
                       now_.kind == Kind::comma) {
                return detail::join_parts(QueryNode::Kind::all_of, std::move(parts));
            } else if (now_.kind == Kind::word &&
                       (now_.text == "and" || now_.text == "or" || now_.text == "not")) {
                hint(sentence("小写的 {} 按普通词检索；作运算符请用大写",
                              "`{}` is looked for as a word; operators are written in capitals", now_.text));
            }
            parts.push_back(near(field));
        }
    }

    void check_neighbour(const QueryNode& node) const {
        if (const auto fault = detail::neighbour_fault(node)) {
            refuse(node.begin, *fault);
        }
    }

    QueryNode near(QueryField field) {
        auto first = one(field);
        if (now_.kind != Kind::near) {
            return first;
        }
        check_neighbour(first);
        QueryNode node;
        node.kind = QueryNode::Kind::near;
        node.begin = first.begin;
        node.ordered = now_.ordered;
        node.distance = words_of(now_);
        node.parts.push_back(std::move(first));
        while (now_.kind == Kind::near) {
            if (now_.ordered != node.ordered || words_of(now_) != node.distance) {
                refuse(now_.begin,
                       Sentence{"一串邻近运算符须相同；请写成两个条件，如 (甲 NEAR/5 乙) AND (乙 ADJ/3 丙)",
                                "the operators of one chain must be the same; write two conditions, as in "
                                "(a NEAR/5 b) AND (b ADJ/3 c)"});
            }
            advance();
            auto next = one(field);
            check_neighbour(next);
            if (detail::neighbour_field(next) != detail::neighbour_field(node.parts[0])) {
                refuse(next.begin,
                       Sentence{"邻近的词须在同一字段内；应写作 title:(甲 NEAR/5 乙)",
                                "words close together stand in one field; write title:(a NEAR/5 b)"});
            }
            node.end = next.end;
            node.parts.push_back(std::move(next));
        }
        return node;
    }

    [[nodiscard]] unsigned words_of(const Lexeme& lexeme) const {
        const auto& limits = options_.limits;
        const auto words = lexeme.numbered  ? lexeme.number
                           : lexeme.ordered ? limits.adjacent_words
                                            : limits.near_words;
        if (words > limits.distance) {
            refuse(lexeme.begin,
                   sentence("邻近距离最多 {} 词；应写作 {}/{}", "words are at most {} apart; write {}/{}",
                            limits.distance, lexeme.ordered ? "ADJ" : "NEAR", limits.distance));
        }
        return words;
    }

    QueryNode at_least(QueryField field) {
        const auto head = now_;
        deeper(head.begin);
        advance();
        if (now_.kind != Kind::open) {
            refuse(now_.begin, Sentence{"此处应为括号；应写作 ATLEAST/2 (甲, 乙, 丙)",
                                        "a bracket is expected; write ATLEAST/2 (a, b, c)"});
        }
        const auto open = now_.begin;
        advance();
        std::vector<QueryNode> members;
        while (true) {
            std::vector<QueryNode> either;
            either.push_back(all_of(field, true));
            while (now_.kind == Kind::disjunction) {
                advance();
                either.push_back(all_of(field, true));
            }
            members.push_back(detail::join_parts(QueryNode::Kind::any_of, std::move(either)));
            if (now_.kind != Kind::comma) {
                break;
            }
            advance();
        }
        const auto end = now_.end;
        close(open);
        --depth_;
        if (members.size() == 1 && members[0].kind == QueryNode::Kind::all_of) {
            members = std::exchange(members[0].parts, {}); // without commas blanks part the members
        }
        if (members.size() < 2 || head.number < 1 || head.number > members.size()) {
            refuse(head.begin, sentence("“至少 {} 个”与括号内的 {} 个条件不符；应写作 2 OF (甲, 乙, 丙)",
                                        "{} of {} conditions cannot be asked for; write 2 OF (a, b, c)",
                                        head.number, members.size()));
        }
        QueryNode node;
        node.kind = QueryNode::Kind::at_least;
        node.minimum = head.number;
        node.parts = std::move(members);
        node.begin = head.begin;
        node.end = end;
        return node;
    }

    void close(std::size_t open) {
        if (now_.kind != Kind::close) {
            refuse(open,
                   Sentence{"括号没有闭合；请补上 )", "the bracket is not closed; put a ) where it ends"});
        }
        advance();
    }

    void weigh(QueryNode& node, double weight, std::size_t at) const {
        const auto most = options_.limits.weight;
        if (node.parts.empty()) {
            node.weight *= weight;
        }
        if (!(node.weight <= most && node.weight >= 1 / most)) {
            refuse(at, sentence("权重应在 {} 与 {} 之间；应写作 ^2 或 ^0.5",
                                "a weight from {} to {} is expected; write ^2 or ^0.5", 1 / most, most));
        }
        for (auto& part : node.parts) {
            weigh(part, weight, at);
        }
    }

    QueryNode one(QueryField field) {
        auto node = bare(field);
        while (now_.kind == Kind::weight) {
            weigh(node, now_.weight, now_.begin);
            advance();
        }
        return node;
    }

    QueryNode bare(QueryField field) {
        const auto at = now_.begin;
        switch (now_.kind) {
        case Kind::negation: {
            deeper(at);
            advance();
            QueryNode node;
            node.kind = QueryNode::Kind::none_of;
            node.parts.push_back(one(field));
            node.begin = at;
            node.end = node.parts[0].end;
            --depth_;
            return node;
        }
        case Kind::field:
            return in_field(field);
        case Kind::open: {
            deeper(at);
            advance();
            auto node = any_of(field);
            close(at);
            --depth_;
            return node;
        }
        case Kind::at_least:
            return at_least(field);
        case Kind::reference:
            return reference(field);
        case Kind::word:
        case Kind::phrase:
            return leaf(field);
        case Kind::end:
            refuse(
                at,
                Sentence{"此处应为检索词，但检索式到此结束；请补上检索词，或去掉末尾的运算符",
                         "a word is expected, but the query ends here; write one, or leave the last operator "
                         "out"});
        case Kind::close:
            refuse(at,
                   Sentence{"此处应为检索词，而不是“)”；请检查括号是否成对，括号内是否有词",
                            "a word is expected, not `)`; see that brackets come in pairs and hold words"});
        default:
            refuse(at, sentence(
                           "此处应为检索词，而不是“{0}”；运算符写在两个条件之间，且只写一个，如 甲 AND "
                           "乙；要查这个词请加引号",
                           "a word is expected, not `{0}`; one operator stands between two conditions, as in "
                           "a AND b; to look for it as text write \"{0}\"",
                           std::string{text_.substr(at, now_.end - at)}));
        }
    }

    QueryNode in_field(QueryField outer) {
        const auto at = now_.begin;
        if (outer != QueryField::any) {
            refuse(at, sentence("字段内不能再套字段；请把 {}: 写到括号之外",
                                "a field inside a field; write {}: outside of the brackets", now_.text));
        }
        const auto field = now_.field;
        dates_ = is_date(field);
        advance();
        if (field == QueryField::number && now_.kind == Kind::open) {
            return numbers(at);
        }
        if (now_.kind == Kind::end || now_.kind == Kind::close) {
            refuse(now_.begin,
                   sentence("字段后应有检索词；应写作 {}:词",
                            "a word is expected behind the field; write {}:word", query_field_name(field)));
        }
        deeper(at);
        auto node = is_date(field) ? dated(field) : bare(field);
        --depth_;
        node.begin = at;
        return node;
    }

    /// What stands behind the value is read as words again.
    QueryNode dated(QueryField field) {
        if (now_.kind != Kind::open) {
            dates_ = false;
            return bare(field);
        }
        const auto open = now_.begin;
        advance();
        auto node = any_of(field);
        dates_ = false;
        close(open);
        return node;
    }

    /// Letters, digits and what stands between them in numbers.
    void check_number(std::string_view number) {
        const bool fits = std::ranges::all_of(number, [](char c) {
            return static_cast<unsigned char>(c) >= 0x80U || (c >= '0' && c <= '9') ||
                   (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   std::string_view{" ./-:_,"}.find(c) != std::string_view::npos;
        });
        if (!fits || !has_letters(number)) {
            refuse(now_.begin,
                   sentence("“{}”不是号码；应写作 number:(CN101234567A, ZL201810123456.7)",
                            "`{}` is no number; write number:(CN101234567A, ZL201810123456.7)", number));
        }
    }

    QueryNode numbers(std::size_t at) {
        const auto open = now_.begin;
        QueryNode node;
        node.field = QueryField::number;
        node.begin = at;
        std::string country;
        advance();
        while (now_.kind != Kind::close) {
            if (now_.kind == Kind::word || now_.kind == Kind::phrase) {
                // In quotation marks commas are of the number: US 7,131,597.
                for (auto& number :
                     now_.kind == Kind::phrase ? std::vector{now_.text} : split_trimmed(now_.text, ",")) {
                    check_number(number);
                    if (country.empty() && detail::is_country(number)) {
                        country = std::move(number);
                        continue;
                    }
                    if (++progress_.numbers > options_.limits.numbers) {
                        refuse(now_.begin, sentence("号码超过 {} 个；请分批检索",
                                                    "more than {} numbers; search in several queries",
                                                    options_.limits.numbers));
                    }
                    node.numbers.push_back(std::exchange(country, {}) + number);
                }
            } else if (now_.kind == Kind::end) {
                close(open);
            } else if (now_.kind != Kind::comma && now_.kind != Kind::disjunction) {
                refuse(now_.begin,
                       Sentence{"号码集合内只能有号码；应写作 number:(CN101234567A, ZL201810123456.7)",
                                "only numbers stand in a set; write number:(CN101234567A, "
                                "ZL201810123456.7)"});
            }
            advance();
        }
        node.end = now_.end;
        if (!country.empty()) {
            refuse(now_.begin, sentence("“{0}”后应有号码，如 {0}101234567A",
                                        "a number is expected behind `{0}`, as in {0}101234567A", country));
        }
        close(open);
        if (node.numbers.empty()) {
            refuse(open, Sentence{"括号内应有号码；应写作 number:(CN101234567A, ZL201810123456.7)",
                                  "numbers are expected in the brackets; write number:(CN101234567A, "
                                  "ZL201810123456.7)"});
        }
        if (node.numbers.size() == 1) {
            node.text = std::move(node.numbers[0]);
            node.numbers.clear();
        } else {
            node.kind = QueryNode::Kind::numbers;
        }
        count_part(at);
        return node;
    }

    QueryNode reference(QueryField field) {
        const auto mark = now_;
        if (field != QueryField::any) {
            refuse(mark.begin,
                   sentence("字段内不能引用检索式；请写作 {0} AND 字段:词",
                            "a query cannot be referred to inside a field; write {0} AND field:word",
                            mark.text));
        }
        if (!options_.resolve) {
            refuse(mark.begin,
                   sentence("此处不能引用检索式 {0}；要查这几个字请加引号",
                            "queries cannot be referred to here ({0}); to look for it as text use "
                            "quotation marks",
                            mark.text));
        }
        if (std::ranges::find(progress_.references, mark.text) != progress_.references.end()) {
            refuse(mark.begin, sentence("{0} 引用了它自己（{1} → {0}）；请改其中一个检索式",
                                        "{0} refers to itself ({1} -> {0}); change one of the queries",
                                        mark.text, join(progress_.references, " -> ")));
        }
        const auto found = options_.resolve(mark.text);
        if (!found) {
            refuse(mark.begin,
                   sentence("没有检索式 {0}；请先检索或保存，或核对编号",
                            "there is no query {0}; run or save it first, or check its number or name",
                            mark.text));
        }
        deeper(mark.begin);
        progress_.references.push_back(mark.text);
        QueryNode node;
        try {
            node = Parser(*found, options_, progress_).parse();
        } catch (const QueryError& error) {
            refuse(mark.begin, Sentence{fmt::format("引用的 {}：{}", mark.text, error.in(Lang::zh)),
                                        fmt::format("in {}: {}", mark.text, error.in(Lang::en))});
        }
        progress_.references.pop_back();
        --depth_;
        detail::move_to(node, mark.begin, mark.end);
        advance();
        return node;
    }

    QueryNode leaf(QueryField field) {
        auto word = now_;
        count_part(word.begin);
        advance();
        // `H01M 10/0525` and `CN 101234567` are one value.
        while (now_.kind == Kind::word && word.kind == Kind::word &&
               detail::continues(field, word.text, now_.text)) {
            word.text += now_.text;
            word.end = now_.end;
            advance();
        }
        auto read = detail::read_leaf(field, word, options_);
        if (const auto* wrong = std::get_if<Sentence>(&read)) {
            refuse(word.begin, *wrong);
        }
        return std::get<QueryNode>(std::move(read));
    }

public:
    Parser(std::string_view text, const QueryOptions& options, Progress& progress)
        : text_(text), options_(options), progress_(progress), lexer_(text) {
        advance();
    }

    QueryNode parse() {
        auto node = any_of(QueryField::any);
        if (now_.kind == Kind::close) {
            refuse(now_.begin,
                   Sentence{"“)”没有对应的“(”；请去掉它，或在前面补上“(”",
                            "this `)` closes no bracket; leave it out, or put a ( where the group begins"});
        }
        if (now_.kind != Kind::end) {
            refuse(now_.begin, sentence("“{}”单独出现，没有连接的检索词；请去掉它",
                                        "`{}` stands alone; leave it out", now_.text));
        }
        return node;
    }
};

} // namespace

QueryNode parse_query(std::string_view text, const QueryOptions& options) {
    if (!is_valid_utf8(text)) {
        refuse_query({}, 0,
                     Sentence{"检索式不是 UTF-8 文本；请检查终端或文件的编码",
                              "the query is no UTF-8 text; check the encoding of the terminal or file"});
    }
    if (text.size() > options.limits.characters) { // bytes first: they are never fewer
        const auto characters = std::ranges::count_if(
            text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        if (static_cast<std::size_t>(characters) > options.limits.characters) {
            refuse_query(text, 0,
                         sentence("检索式有 {} 个字符，超过上限 {}；请拆成几个检索式再组合",
                                  "the query has {} characters, more than {}; split it and combine the parts",
                                  characters, options.limits.characters));
        }
    }
    Progress progress;
    return Parser(text, options, progress).parse();
}

QueryNode parse_query(std::string_view text) {
    return parse_query(text, QueryOptions{});
}

} // namespace longmen::search
