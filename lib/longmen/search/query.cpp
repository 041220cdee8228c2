// SPDX-License-Identifier: GPL-3.0-or-later
// Reads queries.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/query.hpp>

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

namespace longmen::search {
namespace {

struct FieldName {
    std::string_view name;
    QueryField field;
};

constexpr auto field_names =
    std::to_array<FieldName>({{"title", QueryField::title},      {"标题", QueryField::title},
                              {"名称", QueryField::title},       {"applicant", QueryField::applicant},
                              {"申请人", QueryField::applicant}, {"inventor", QueryField::inventor},
                              {"发明人", QueryField::inventor},  {"ipc", QueryField::ipc},
                              {"cpc", QueryField::ipc},          {"分类", QueryField::ipc},
                              {"分类号", QueryField::ipc},       {"year", QueryField::filed},
                              {"年份", QueryField::filed},       {"申请年", QueryField::filed},
                              {"status", QueryField::status},    {"状态", QueryField::status},
                              {"法律状态", QueryField::status},  {"type", QueryField::type},
                              {"类型", QueryField::type},        {"county", QueryField::place},
                              {"place", QueryField::place},      {"区县", QueryField::place},
                              {"地区", QueryField::place},       {"number", QueryField::number},
                              {"号码", QueryField::number},      {"enterprise", QueryField::enterprise},
                              {"企业", QueryField::enterprise}});

enum class TokenKind : std::uint8_t {
    end,
    open,
    close,
    conjunction,
    disjunction,
    negation,
    field,
    word,
    phrase
};

struct Lexeme {
    TokenKind kind = TokenKind::end;
    std::string text;
    QueryField field = QueryField::any;
    std::size_t at = 0; ///< character of the query, from 1
};

std::size_t characters_before(std::string_view text, std::size_t byte) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < byte; ++i) {
        count += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return count + 1;
}

[[noreturn]] void fail(std::size_t at, const Sentence& what) {
    throw UsageError(Sentence{fmt::format("检索式第 {} 个字符处有误：{}", at, what.zh),
                              fmt::format("the query cannot be read at character {}: {}", at, what.en)});
}

class Lexer {
    std::string_view text_;
    std::size_t at_ = 0;

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] std::size_t place(std::size_t byte) const { return characters_before(text_, byte); }

    bool take(std::string_view mark) {
        if (rest().starts_with(mark)) {
            at_ += mark.size();
            return true;
        }
        return false;
    }

    Lexeme phrase(std::string_view closing, std::size_t begun) {
        const auto end = text_.find(closing, at_);
        if (end == std::string_view::npos) {
            fail(place(begun), Sentence{"引号没有闭合", "the quotation mark is not closed"});
        }
        Lexeme lexeme{TokenKind::phrase, std::string{text_.substr(at_, end - at_)}, QueryField::any,
                      place(begun)};
        at_ = end + closing.size();
        if (trim(lexeme.text).empty()) {
            fail(lexeme.at, Sentence{"引号之间应有检索词", "words are expected between the quotation marks"});
        }
        return lexeme;
    }

public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Lexeme next() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || take("　"))) {
            if (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) {
                ++at_;
            }
        }
        const auto begun = at_;
        if (at_ >= text_.size()) {
            return {TokenKind::end, {}, QueryField::any, place(begun)};
        }
        if (take("(") || take("（")) {
            return {TokenKind::open, "(", QueryField::any, place(begun)};
        }
        if (take(")") || take("）")) {
            return {TokenKind::close, ")", QueryField::any, place(begun)};
        }
        if (take("\"")) {
            return phrase("\"", begun);
        }
        if (take("“")) {
            return phrase("”", begun);
        }
        while (at_ < text_.size()) {
            const auto left = rest();
            if (std::string_view{" \t\n()\""}.find(left[0]) != std::string_view::npos ||
                left.starts_with("　") || left.starts_with("（") || left.starts_with("）") ||
                left.starts_with("“")) {
                break;
            }
            const std::size_t colon = left[0] == ':' ? 1 : left.starts_with("：") ? 3 : 0;
            if (colon > 0) {
                const auto name = fold(text_.substr(begun, at_ - begun));
                for (const auto& field : field_names) {
                    if (field.name == name) {
                        at_ += colon;
                        return {TokenKind::field, name, field.field, place(begun)};
                    }
                }
                fail(place(begun),
                     sentence(
                         "“{}"
                         "”不是检索字段；可用：title、applicant、inventor、ipc、year、status、type、county、n"
                         "umber、enterprise",
                         "`{}` is no field; there are: title, applicant, inventor, ipc, year, status, type, "
                         "county, number, enterprise",
                         name));
            }
            ++at_;
        }
        std::string word{text_.substr(begun, at_ - begun)};
        const auto kind = word == "AND" || word == "与"   ? TokenKind::conjunction
                          : word == "OR" || word == "或"  ? TokenKind::disjunction
                          : word == "NOT" || word == "非" ? TokenKind::negation
                                                          : TokenKind::word;
        return {kind, std::move(word), QueryField::any, place(begun)};
    }
};

class Parser {
    Lexer lexer_;
    Lexeme now_;

    void advance() { now_ = lexer_.next(); }

    static QueryNode join(QueryNode::Kind kind, std::vector<QueryNode> parts) {
        if (parts.size() == 1) {
            return std::move(parts[0]);
        }
        QueryNode node;
        node.kind = kind;
        node.parts = std::move(parts);
        return node;
    }

    QueryNode any_of(QueryField field) {
        std::vector<QueryNode> parts{all_of(field)};
        while (now_.kind == TokenKind::disjunction) {
            advance();
            parts.push_back(all_of(field));
        }
        return join(QueryNode::Kind::any_of, std::move(parts));
    }

    QueryNode all_of(QueryField field) {
        std::vector<QueryNode> parts{one(field)};
        while (true) {
            if (now_.kind == TokenKind::conjunction) {
                advance();
            } else if (now_.kind == TokenKind::end || now_.kind == TokenKind::close ||
                       now_.kind == TokenKind::disjunction) {
                return join(QueryNode::Kind::all_of, std::move(parts));
            }
            parts.push_back(one(field));
        }
    }

    QueryNode one(QueryField field) {
        if (now_.kind == TokenKind::negation) {
            advance();
            QueryNode node;
            node.kind = QueryNode::Kind::none_of;
            node.parts.push_back(one(field));
            return node;
        }
        if (now_.kind == TokenKind::field) {
            if (field != QueryField::any) {
                fail(now_.at, Sentence{"字段内不能再套字段", "a field inside a field"});
            }
            const auto inner = now_.field;
            advance();
            return one(inner);
        }
        if (now_.kind == TokenKind::open) {
            const auto at = now_.at;
            advance();
            auto node = any_of(field);
            if (now_.kind != TokenKind::close) {
                fail(at, Sentence{"括号没有闭合", "the bracket is not closed"});
            }
            advance();
            return node;
        }
        if (now_.kind != TokenKind::word && now_.kind != TokenKind::phrase) {
            fail(now_.at,
                 now_.kind == TokenKind::end
                     ? Sentence{"此处应为检索词，但检索式到此结束",
                                "a word is expected, but the query ends here"}
                     : sentence("此处应为检索词，而不是“{}”", "a word is expected, not `{}`", now_.text));
        }
        auto node = leaf(field);
        advance();
        return node;
    }

    QueryNode leaf(QueryField field) const {
        QueryNode node;
        node.field = field;
        node.text = now_.text;
        node.quoted = now_.kind == TokenKind::phrase;
        if (field == QueryField::filed) {
            node.kind = QueryNode::Kind::range;
            std::string_view text = node.text;
            auto split = text.find("..");
            std::size_t width = 2;
            if (split == std::string_view::npos) {
                split = text.find('-');
                width = 1;
            }
            const int first = year(text.substr(0, split), 0);
            const int last =
                split == std::string_view::npos ? first : year(text.substr(split + width), last_year);
            node.from = fmt::format("{:04}0101", first);
            node.to = fmt::format("{:04}1231", last);
            if (first > last) {
                fail(now_.at, Sentence{"起始年份晚于结束年份", "the first year is later than the last"});
            }
        }
        return node;
    }

    static constexpr int last_year = 9999;

    [[nodiscard]] int year(std::string_view text, int open_end) const {
        if (text.empty()) {
            return open_end;
        }
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || text.size() != 4) {
            fail(now_.at, sentence("“{}”不是年份；应写作 year:2018 或 year:2018..2021",
                                   "`{}` is no year; year:2018 or year:2018..2021 is expected", text));
        }
        return value;
    }

public:
    explicit Parser(std::string_view text) : lexer_(text) { advance(); }

    QueryNode parse() {
        auto node = any_of(QueryField::any);
        if (now_.kind != TokenKind::end) {
            fail(now_.at, sentence("“{}”单独出现，没有连接的检索词", "`{}` stands alone", now_.text));
        }
        return node;
    }
};

} // namespace

QueryNode parse_query(std::string_view text) {
    return Parser(text).parse();
}

} // namespace longmen::search
