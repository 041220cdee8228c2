// SPDX-License-Identifier: GPL-3.0-or-later
// Builds conditions on words.
#include <longmen/search/detail/text_query.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/search/detail/near_servers.hpp>
#include <longmen/search/detail/near_source.hpp>
#include <longmen/search/detail/query_parts.hpp>
#include <longmen/search/query_error.hpp>

#include <algorithm>

namespace longmen::search::detail {
namespace {

std::vector<Row> rows_of(const std::vector<Token>& tokens) {
    std::vector<Row> rows;
    for (const auto& token : tokens) {
        if (rows.empty() || token.position != rows.back().back().position + 1) {
            rows.emplace_back();
        }
        rows.back().push_back(token);
    }
    return rows;
}

bool has_wildcard(const QueryNode& node) {
    return !node.quoted && node.text.find_first_of("*?") != std::string::npos;
}

} // namespace

using Xapian::Query;

std::vector<TextField> TextQueries::text_fields(QueryField field) const {
    switch (field) {
    case QueryField::title:
        return {{title_prefix, 1}};
    case QueryField::abstract:
        return {{abstract_prefix, 1}};
    case QueryField::claims:
        return {{claims_prefix, 1}};
    case QueryField::description:
        return {{description_prefix, 1}};
    case QueryField::any:
        return {{title_prefix, settings_.title},
                {abstract_prefix, settings_.abstract},
                {claims_prefix, settings_.claims},
                {description_prefix, settings_.description}};
    default:
        return {};
    }
}
std::vector<TextField> TextQueries::name_fields(QueryField field) const {
    switch (field) {
    case QueryField::applicant:
        return {{applicant_prefix, 1}};
    case QueryField::inventor:
        return {{inventor_prefix, 1}};
    case QueryField::any:
        return {{applicant_prefix, settings_.applicants}, {inventor_prefix, settings_.inventors}};
    default:
        return {};
    }
}

std::vector<Token> TextQueries::tokens_of(const QueryNode& node) {
    auto tokens = tokeniser_.split(node.text);
    if (tokens.empty()) {
        throw UsageError(
            sentence("“{}”中没有可检索的词", "`{}` holds no word that can be searched", node.text));
    }
    return tokens;
}

/// The terms a row of words may be in a field: one phrase, or the inflected forms of one word.
std::vector<std::vector<std::string>> TextQueries::phrases(const Row& row, std::string_view prefix,
                                                           bool exactly) {
    if (row.size() == 1 && !exactly && !row[0].character) {
        std::vector<std::vector<std::string>> forms;
        for (auto& form : vocabulary_.inflected(prefix, row[0].text)) {
            forms.push_back({std::move(form)});
        }
        return forms;
    }
    std::vector<std::string> phrase;
    for (const auto& token : row) {
        phrase.push_back(std::string{prefix} + token.text);
    }
    return {std::move(phrase)};
}

void TextQueries::remember(const std::vector<std::vector<std::string>>& phrases, std::string_view prefix) {
    for (const auto& phrase : phrases) {
        if (!negated_ && phrase.size() == 1) {
            words_.push_back(phrase[0].substr(prefix.size()));
        }
    }
}

/// Words in a row. Two of the most frequent characters are one term; in longer rows such terms come
/// before the comparison of positions.
Query TextQueries::in_a_row(const Row& row, std::string_view prefix) {
    std::vector<std::string> singles, pairs;
    const auto in_field = [&](const std::string& text) { return cut_term(std::string{prefix} + text); };
    for (std::size_t i = 0; i < row.size(); ++i) {
        singles.push_back(in_field(row[i].text));
        if (i + 1 < row.size() && is_pair(row[i], row[i + 1], settings_.index.paired)) {
            pairs.push_back(in_field(row[i].text + row[i + 1].text));
        }
    }
    return row.size() == 2 && pairs.size() == 1 ? Query(pairs[0]) : vocabulary_.in_a_row(singles, pairs);
}

Query TextQueries::row_in_field(const Row& row, const TextField& field, bool exactly) {
    if (row.size() > 1) {
        return weighed(in_a_row(row, field.prefix), field.weight);
    }
    const auto forms = phrases(row, field.prefix, exactly);
    std::vector<std::string> terms;
    for (const auto& form : forms) {
        terms.push_back(form[0]);
    }
    remember(forms, field.prefix);
    return weighed(vocabulary_.one_of(terms), field.weight);
}

Query TextQueries::row_in_names(const Row& row, const TextField& field) {
    return weighed(vocabulary_.one_of(vocabulary_.names(field.prefix, row)), field.weight);
}

/// Words as they are written; punctuation in them parts what must stand together, and all parts must be
/// there.
Query TextQueries::words(const QueryNode& node) {
    if (has_wildcard(node)) {
        return wildcard(node);
    }
    const auto texts = text_fields(node.field), names = name_fields(node.field);
    std::vector<Query> rows;
    for (const auto& row : rows_of(tokens_of(node))) {
        std::vector<Query> fields;
        for (const auto& field : texts) {
            fields.push_back(row_in_field(row, field, node.quoted));
        }
        for (const auto& field : names) {
            fields.push_back(row_in_names(row, field));
        }
        if (!negated_) {
            words_.push_back(node.text.substr(row.front().begin, row.back().end - row.front().begin));
        }
        rows.push_back(joined(Query::OP_OR, fields));
    }
    return joined(Query::OP_AND, rows);
}

std::vector<std::string> TextQueries::expanded(const QueryNode& node, std::string_view prefix) {
    auto forms = vocabulary_.matching(prefix, tokeniser_.folded(node.text), most_forms);
    if (forms.size() > most_forms) {
        throw UsageError(wildcard_too_broad(node.text, most_forms));
    }
    return forms;
}
Query TextQueries::wildcard(const QueryNode& node) {
    const auto letters = std::ranges::count_if(node.text, [](char c) { return c != '*' && c != '?'; });
    if (letters == 0) {
        throw UsageError(sentence("“{}”没有字母；通配符旁边要有字母，如 batter*",
                                  "`{}` has no letters; a wildcard stands beside some, as in batter*",
                                  node.text));
    }
    std::vector<Query> fields;
    for (const auto& field : text_fields(node.field)) {
        const auto forms = expanded(node, field.prefix);
        for (const auto& form : forms) {
            if (!negated_) {
                words_.push_back(form.substr(field.prefix.size()));
            }
        }
        fields.push_back(weighed(vocabulary_.one_of(forms), field.weight));
    }
    for (const auto& field : name_fields(node.field)) {
        const auto pattern = tokeniser_.folded(node.text);
        std::vector<std::string> found;
        for (const auto& name : vocabulary_.all(field.prefix)) {
            for (const auto& token : tokeniser_.split(name)) {
                if (!token.character && fits(token.text, pattern)) {
                    found.push_back(std::string{field.prefix} + name);
                    break;
                }
            }
        }
        fields.push_back(weighed(vocabulary_.one_of(found), field.weight));
    }
    return joined(Query::OP_OR, fields);
}

/// What a part of `near` may be in a field.
void TextQueries::alternatives(const QueryNode& node, std::string_view prefix,
                               std::vector<std::vector<std::string>>& phrases_of_part) {
    if (node.kind == QueryNode::Kind::any_of) {
        for (const auto& part : node.parts) {
            alternatives(part, prefix, phrases_of_part);
        }
        return;
    }
    if (node.kind != QueryNode::Kind::text) {
        throw UsageError(Sentence{"NEAR 与 ADJ 的两边只能是词、词组或用 OR 连接的词",
                                  "words, phrases or words joined by OR stand beside NEAR and ADJ"});
    }
    if (has_wildcard(node)) {
        for (auto& form : expanded(node, prefix)) {
            phrases_of_part.push_back({std::move(form)});
        }
        return;
    }
    const auto rows = rows_of(tokens_of(node));
    if (rows.size() > 1) {
        throw UsageError(sentence("NEAR 与 ADJ 旁边的词组“{}”中不能有标点",
                                  "the phrase `{}` beside NEAR or ADJ holds punctuation", node.text));
    }
    for (auto& phrase : phrases(rows[0], prefix, node.quoted)) {
        phrases_of_part.push_back(std::move(phrase));
    }
}

Query TextQueries::near(const QueryNode& node) {
    if (node.parts.size() > most_near_parts) {
        throw UsageError(sentence("NEAR 或 ADJ 连接的词不能多于 {} 个", "NEAR or ADJ joins at most {} words",
                                  most_near_parts));
    }
    std::vector<Query> fields;
    for (const auto& field : text_fields(field_of(node))) {
        Nearness nearness{{}, node.distance, node.ordered};
        std::vector<Query> parts;
        for (const auto& part : node.parts) {
            auto& phrases_of_part = nearness.parts.emplace_back();
            alternatives(part, field.prefix, phrases_of_part);
            std::vector<Query> either;
            for (const auto& phrase : phrases_of_part) {
                either.push_back(phrase.size() == 1 ? Query(phrase[0]) : vocabulary_.in_a_row(phrase, {}));
            }
            parts.push_back(either.empty() ? Query() : joined(Query::OP_OR, either));
            remember(phrases_of_part, field.prefix);
        }
        const auto all = joined(Query::OP_AND, parts);
        const auto near =
            servers_ == nullptr
                ? Query(Query::OP_FILTER, all, Query((new NearSource(std::move(nearness)))->release()))
                : near_on_servers(*servers_, nearness, field.prefix, all, read_);
        fields.push_back(weighed(near, field.weight));
    }
    if (fields.empty()) {
        throw UsageError(Sentence{"NEAR 与 ADJ 只能用于名称、摘要、权利要求和说明书",
                                  "NEAR and ADJ are for titles, abstracts, claims and descriptions"});
    }
    note_rows(node);
    return joined(Query::OP_OR, fields);
}

QueryField TextQueries::field_of(const QueryNode& node) {
    return node.parts.empty() ? node.field : field_of(node.parts[0]);
}
/// Rows of several words in it, for the snippet.
void TextQueries::note_rows(const QueryNode& node) {
    if (!negated_ && node.kind == QueryNode::Kind::text && !has_wildcard(node)) {
        words_.push_back(node.text);
    }
    for (const auto& part : node.parts) {
        note_rows(part);
    }
}

} // namespace longmen::search::detail
