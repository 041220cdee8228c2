// SPDX-License-Identifier: GPL-3.0-or-later
// Splits queries.
#include <longmen/search/detail/query_lexer.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/characters.hpp>
#include <longmen/search/query_error.hpp>
#include <longmen/search/query_fields.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <tuple>

namespace longmen::search::detail {
namespace {

constexpr auto double_marks = std::to_array<std::string_view>({"\"", "“", "”", "＂", "„"});
constexpr auto comparisons = std::to_array<std::string_view>({">", "<", "≥", "≤", "＞", "＜"});

/// The length of the first of the marks `text` begins with, or 0.
template <class Marks>
std::size_t begins(std::string_view text, const Marks& marks) {
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

std::size_t begins(std::string_view text, std::initializer_list<std::string_view> marks) {
    return begins<std::initializer_list<std::string_view>>(text, marks);
}

std::size_t blank(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const auto first = static_cast<unsigned char>(text[0]);
    return first <= ' ' || first == 0x7F ? 1 : begins(text, {"\u3000", "\u00A0", "\uFEFF", "\u200B"});
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// A comma between two digits belongs to the word (1,2-dichloroethane).
std::size_t separator(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (rest[0] == ',' && at > 0 && rest.size() > 1 && digit(text[at - 1]) && digit(rest[1])) {
        return 0;
    }
    return begins(rest, {",", ";", "，", "；", "、"});
}

bool letters_only(std::string_view name) {
    bool any = false;
    for (std::size_t at = 0, length = 0; at < name.size(); at += length) {
        const auto code = character_at(name, at, length);
        if (!(code >= 'a' && code <= 'z') && !(code >= 'A' && code <= 'Z') && !is_running(code)) {
            return false;
        }
        any = true;
    }
    return any;
}

} // namespace

bool QueryLexer::take(std::string_view mark) {
    if (!rest().starts_with(mark)) {
        return false;
    }
    at_ += mark.size();
    return true;
}

std::size_t QueryLexer::blanks(std::size_t at) const {
    while (const auto length = blank(text_.substr(at))) {
        at += length;
    }
    return at;
}

Lexeme QueryLexer::phrase(std::string_view closing, std::size_t begun) {
    std::size_t length = 0;
    const auto inside = at_;
    while (at_ < text_.size()) {
        length = closing.empty() ? begins(rest(), double_marks) : begins(rest(), {closing});
        if (length > 0) {
            break;
        }
        if (begins(rest(), double_marks) > 0) {
            refuse_query(text_, at_,
                         Sentence{"引号之内不能再用引号；请去掉里层引号",
                                  "quotation marks inside quotation marks; leave the inner ones out"});
        }
        ++at_;
    }
    if (length == 0) {
        refuse_query(
            text_, begun,
            Sentence{"引号没有闭合；请在短语末尾补上引号",
                     "the quotation mark is not closed; put one behind the last word of the phrase"});
    }
    Lexeme lexeme;
    lexeme.kind = Lexeme::Kind::phrase;
    lexeme.text = trim(text_.substr(inside, at_ - inside));
    at_ += length;
    if (!has_letters(lexeme.text)) {
        refuse_query(
            text_, begun,
            Sentence{"引号之间应有检索词；请写入词语，或去掉这对引号",
                     "words are expected between the quotation marks; write some, or leave the marks out"});
    }
    return lexeme;
}

Lexeme QueryLexer::weight(std::size_t begun) {
    Lexeme lexeme;
    lexeme.kind = Lexeme::Kind::weight;
    const auto* first = text_.data() + begun + 1;
    const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), lexeme.weight);
    if (error != std::errc{}) {
        refuse_query(text_, begun,
                     Sentence{"权重过大或过小；应写作 ^2 或 ^0.5",
                              "the weight is too large or too small; write ^2 or ^0.5"});
    }
    at_ = static_cast<std::size_t>(end - text_.data());
    lexeme.text = text_.substr(begun, at_ - begun);
    return lexeme;
}

Lexeme QueryLexer::days(std::size_t begun) {
    Lexeme lexeme;
    lexeme.kind = Lexeme::Kind::word;
    const auto end = std::min(text_.find(']', begun), text_.find("］", begun));
    if (end == std::string_view::npos) {
        refuse_query(text_, begun,
                     Sentence{"方括号没有闭合；应写作 [2018-01-01 TO 2020-12-31]",
                              "the square bracket is not closed; write [2018-01-01 TO 2020-12-31]"});
    }
    at_ = end + (text_[end] == ']' ? 1 : 3);
    lexeme.text = fold_width(text_.substr(begun, at_ - begun));
    return lexeme;
}

bool QueryLexer::field(std::size_t begun, std::size_t mark, Lexeme& lexeme) const {
    const auto name = text_.substr(begun, mark - begun);
    const auto found = query_field(name);
    if (found) {
        lexeme.kind = Lexeme::Kind::field;
        lexeme.field = *found;
        lexeme.text = name;
    }
    return found.has_value();
}

void QueryLexer::operators(Lexeme& lexeme) {
    using Kind = Lexeme::Kind;
    constexpr std::size_t longest = 40; // bytes
    if (lexeme.text.size() > longest) {
        return;
    }
    const auto word = fold_width(lexeme.text);
    if (word == "AND" || word == "与" || word == "&&") {
        lexeme.kind = Kind::conjunction;
    } else if (word == "OR" || word == "或" || word == "||") {
        lexeme.kind = Kind::disjunction;
    } else if (word == "NOT" || word == "非") {
        lexeme.kind = Kind::negation;
    } else if ((word[0] == '#' && word.size() > 1 && std::all_of(word.begin() + 1, word.end(), digit)) ||
               (word[0] == '@' && has_letters(word))) {
        lexeme.kind = Kind::reference;
        lexeme.text = word;
    }
    for (const auto& [name, kind, ordered] : {std::tuple{"NEAR", Kind::near, false},
                                              {"邻近", Kind::near, false},
                                              {"ADJ", Kind::near, true},
                                              {"顺序", Kind::near, true},
                                              {"ATLEAST", Kind::at_least, false},
                                              {"至少", Kind::at_least, false}}) {
        const std::string_view known = name;
        if (!word.starts_with(known)) {
            continue;
        }
        auto tail = std::string_view{word}.substr(known.size());
        const bool slash = tail.starts_with('/');
        tail.remove_prefix(slash ? 1 : 0);
        const bool digits = !tail.empty() && std::ranges::all_of(tail, digit);
        if (!slash && !(tail.empty() && kind == Kind::near) && !(digits && known[0] < 0x7F && known[0] > 0)) {
            continue;
        }
        if (slash && !digits) {
            refuse_query(text_, lexeme.begin,
                         sentence("“{}”后应有数字；应写作 {}/5", "a number is expected in `{}`; write {}/5",
                                  word, known));
        }
        if (digits) {
            const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), lexeme.number);
            if (error != std::errc{}) {
                lexeme.number = 0xFFFFFFFFU; // larger than any limit
            }
        }
        lexeme.kind = kind;
        lexeme.ordered = ordered;
        lexeme.numbered = digits;
    }
}

/// `2 OF (`
void QueryLexer::some_of(Lexeme& lexeme) {
    constexpr std::size_t most_digits = 4;
    const auto word = fold_width(lexeme.text);
    if (lexeme.kind == Lexeme::Kind::word && !word.empty() && word.size() <= most_digits &&
        std::ranges::all_of(word, digit)) {
        const auto of = blanks(at_);
        if (of > at_ && (text_.substr(of, 2) == "OF" || text_.substr(of, 2) == "of")) {
            const auto open = blanks(of + 2);
            if (begins(text_.substr(open), {"(", "（"}) > 0) {
                lexeme.kind = Lexeme::Kind::at_least;
                lexeme.numbered = true;
                (void)std::from_chars(word.data(), word.data() + word.size(), lexeme.number);
                at_ = of + 2;
            }
        }
    }
}

Lexeme QueryLexer::word(std::size_t begun, bool dates) {
    constexpr std::size_t longest_name = 64; // bytes
    Lexeme lexeme;
    lexeme.kind = Lexeme::Kind::word;
    lexeme.begin = begun;
    while (at_ < text_.size()) {
        const auto left = rest();
        if (blank(left) > 0 || begins(left, {"(", ")", "（", "）", "「", "」"}) > 0 ||
            begins(left, double_marks) > 0 || separator(text_, at_) > 0) {
            break;
        }
        if (const auto colon = begins(left, {":", "："}); colon > 0 && at_ > begun) {
            if (field(begun, at_, lexeme)) {
                at_ += colon;
                return lexeme;
            }
            const auto name = text_.substr(begun, at_ - begun);
            if (name.size() <= longest_name && letters_only(name)) {
                const auto nearest = nearest_field(name);
                const auto guess =
                    nearest.empty() ? Sentence{} : sentence("应为 {0}: 吗？", " is {0}: meant?", nearest);
                refuse_query(
                    text_, begun,
                    Sentence{
                        fmt::format("“{}”不是检索字段；{}可用：{}；若要查这几个字，请加引号", name, guess.zh,
                                    query_field_list()),
                        fmt::format("`{}` is no field;{} there are: {}; to look for it as text, put it in "
                                    "quotation marks",
                                    name, guess.en, query_field_list())});
            }
        }
        if (const auto equals = begins(left, {"=", "＝"});
            equals > 0 && at_ > begun && field(begun, at_, lexeme)) {
            at_ += equals;
            return lexeme;
        }
        if (begins(left, comparisons) > 0 && at_ > begun && field(begun, at_, lexeme)) {
            if (is_date(lexeme.field)) {
                return lexeme;
            }
            lexeme = Lexeme{};
            lexeme.kind = Lexeme::Kind::word;
            lexeme.begin = begun;
        }
        ++at_;
    }
    const auto whole = text_.substr(begun, at_ - begun);
    const auto caret = whole.rfind('^');
    if (caret != std::string_view::npos && caret > 0 && caret + 1 < whole.size() && digit(whole[caret + 1])) {
        double value = 0;
        const auto* end = whole.data() + whole.size();
        if (std::from_chars(whole.data() + caret + 1, end, value).ptr == end) {
            at_ = begun + caret;
        }
    }
    lexeme.text = text_.substr(begun, at_ - begun);
    if (const auto colon = blanks(at_);
        colon > at_ && begins(text_.substr(colon), {":", "："}) > 0 && field(begun, at_, lexeme)) {
        at_ = colon + begins(text_.substr(colon), {":", "："});
        return lexeme;
    }
    if (!dates || !digit(lexeme.text.empty() ? '0' : lexeme.text[0])) {
        operators(lexeme);
    }
    return lexeme;
}

Lexeme QueryLexer::next(bool dates) {
    at_ = blanks(at_);
    const auto begun = at_;
    Lexeme lexeme;
    if (at_ >= text_.size()) {
        lexeme.kind = Lexeme::Kind::end;
    } else if (take("(") || take("（")) {
        lexeme.kind = Lexeme::Kind::open;
        lexeme.text = "(";
    } else if (take(")") || take("）")) {
        lexeme.kind = Lexeme::Kind::close;
        lexeme.text = ")";
    } else if (const auto mark = separator(text_, at_)) {
        lexeme.kind = Lexeme::Kind::comma;
        lexeme.text = text_.substr(at_, mark);
        at_ += mark;
    } else if (const auto quote = begins(rest(), double_marks)) {
        at_ += quote;
        lexeme = phrase({}, begun);
    } else if (take("「")) {
        lexeme = phrase("」", begun);
    } else if (take("‘")) {
        lexeme = phrase("’", begun);
    } else if (rest()[0] == '^' && rest().size() > 1 && digit(rest()[1])) {
        lexeme = weight(begun);
    } else if (dates && (rest()[0] == '[' || rest().starts_with("［"))) {
        lexeme = days(begun);
    } else if (dates && begins(rest(), comparisons) > 0) {
        at_ += begins(rest(), comparisons);
        at_ += begins(rest(), {"=", "＝"});
        const auto comparison = fold_width(text_.substr(begun, at_ - begun));
        at_ = blanks(at_);
        lexeme = word(at_, false);
        lexeme.kind = Lexeme::Kind::word;
        lexeme.text = comparison + lexeme.text;
    } else if (take("!") || take("！")) {
        lexeme.kind = Lexeme::Kind::negation;
        lexeme.text = "!";
    } else if (take("=") || take("＝")) {
        if (const auto inner = begins(rest(), double_marks)) {
            at_ += inner;
            lexeme = phrase({}, begun);
        } else {
            const auto from = at_;
            lexeme = word(at_, false);
            lexeme.kind = Lexeme::Kind::phrase;
            lexeme.text = trim(text_.substr(from, at_ - from));
            if (!has_letters(lexeme.text)) {
                refuse_query(text_, begun,
                             Sentence{"“=”后应有检索词，如 =battery",
                                      "a word is expected behind `=`, as in =battery"});
            }
        }
    } else if (rest()[0] == '-' && rest().size() > 1 && blank(rest().substr(1)) == 0) {
        refuse_query(
            text_, begun,
            Sentence{"词前的“-”不表示排除；排除请写 NOT 词，查带连字符的原文请加引号",
                     "a `-` before a word does not exclude it; write NOT before the word, or put the text in "
                     "quotation marks"});
    } else if (rest()[0] == '~' && rest().size() > 1 && digit(rest()[1])) {
        refuse_query(text_, begun,
                     Sentence{"不支持“短语”~数字；邻近请写 甲 NEAR/5 乙",
                              "`~` is not read here; for words close together write a NEAR/5 b"});
    } else {
        lexeme = word(begun, dates);
        if (!dates) {
            some_of(lexeme);
        }
        if (at_ == begun) { // a closing mark
            refuse_query(text_, begun,
                         Sentence{"这个引号没有与之对应的开引号；请去掉它",
                                  "this quotation mark closes nothing; leave it out"});
        }
    }
    lexeme.begin = begun;
    lexeme.end = at_;
    return lexeme;
}

} // namespace longmen::search::detail
