// SPDX-License-Identifier: GPL-3.0-or-later
// The words, marks and operators of a query.
#pragma once

#include <longmen/search/query.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace longmen::search::detail {

struct Lexeme {
    enum class Kind : std::uint8_t {
        end,
        open,
        close,
        comma, ///< also ; and the Chinese marks
        conjunction,
        disjunction,
        negation,
        near,     ///< NEAR, ADJ
        at_least, ///< `2 OF`, `ATLEAST/2`; a bracket follows
        field,
        word,
        phrase,
        reference,
        weight,
    };
    Kind kind = Kind::end;
    std::string text; ///< of a field: its name as typed
    QueryField field = QueryField::any;
    bool ordered = false;  ///< of near
    bool numbered = false; ///< of near: `number` was typed
    unsigned number = 0;   ///< words of near, minimum of at_least
    double weight = 1;
    std::size_t begin = 0, end = 0; ///< bytes of the query
};

/// Gives the lexemes of a query one after the other. QueryError where it cannot.
class QueryLexer {
    std::string_view text_;
    std::size_t at_ = 0;

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    bool take(std::string_view mark);
    std::size_t blanks(std::size_t at) const;
    Lexeme phrase(std::string_view closing, std::size_t begun);
    Lexeme weight(std::size_t begun);
    Lexeme days(std::size_t begun);
    Lexeme word(std::size_t begun, bool dates);
    bool field(std::size_t begun, std::size_t mark, Lexeme& lexeme) const;
    void operators(Lexeme& lexeme);
    void some_of(Lexeme& lexeme);

public:
    explicit QueryLexer(std::string_view text) : text_(text) {}
    /// `dates`: after the name of a date, where `[` and `>=` belong to the value.
    [[nodiscard]] Lexeme next(bool dates);
};

} // namespace longmen::search::detail
