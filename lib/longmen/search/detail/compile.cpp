// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the query tree of the index.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/search/detail/compile.hpp>
#include <longmen/search/detail/dates.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/near_source.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace longmen::search::detail {
namespace {

using Xapian::Query;

/// Words one pattern may stand for, and selections one `at_least` may be made of: beyond them a query takes
/// seconds.
constexpr std::size_t most_forms = 2000;
constexpr std::size_t most_selections = 2000;

struct TextField {
    std::string_view prefix;
    double weight = 1;
};

/// Words that stand in a row, without punctuation between them.
using Row = std::vector<Token>;

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

class Compiler {
    const store::Workspace& workspace_;
    Vocabulary& vocabulary_;
    const Xapian::Database& database_;
    const Settings& settings_;
    Tokeniser tokeniser_;
    std::vector<std::string>& words_;
    bool negated_ = false;

    static Query term(std::string_view prefix, std::string_view key) {
        return Query(cut_term(fmt::format("{}{}", prefix, key)));
    }
    /// A term that only filters: it does not weigh.
    static Query filter(std::string_view prefix, std::string_view key) {
        return Query(Query::OP_SCALE_WEIGHT, term(prefix, key), 0);
    }
    static Query weighed(const Query& query, double weight) {
        return weight == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
    }
    template <typename Items>
    static Query joined(Query::op how, const Items& items) {
        return items.size() == 1 ? Query(*items.begin()) : Query(how, items.begin(), items.end());
    }

    [[nodiscard]] std::vector<TextField> text_fields(QueryField field) const {
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
    [[nodiscard]] std::vector<TextField> name_fields(QueryField field) const {
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

    [[nodiscard]] std::vector<Token> tokens_of(const QueryNode& node) {
        auto tokens = tokeniser_.split(node.text);
        if (tokens.empty()) {
            throw UsageError(
                sentence("“{}”中没有可检索的词", "`{}` holds no word that can be searched", node.text));
        }
        return tokens;
    }

    /// The terms a row of words may be in a field: one phrase, or the inflected forms of one word.
    std::vector<std::vector<std::string>> phrases(const Row& row, std::string_view prefix, bool exactly) {
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

    void remember(const std::vector<std::vector<std::string>>& phrases, std::string_view prefix) {
        for (const auto& phrase : phrases) {
            if (!negated_ && phrase.size() == 1) {
                words_.push_back(phrase[0].substr(prefix.size()));
            }
        }
    }

    /// Words in a row. Two of the most frequent characters are one term; in longer rows such terms come
    /// before the comparison of positions.
    Query in_a_row(const Row& row, std::string_view prefix) {
        std::vector<Query> singles, pairs;
        for (std::size_t i = 0; i < row.size(); ++i) {
            singles.push_back(term(prefix, row[i].text));
            if (i + 1 < row.size() && is_pair(row[i], row[i + 1], settings_.index.paired)) {
                pairs.push_back(term(prefix, row[i].text + row[i + 1].text));
            }
        }
        if (row.size() == 1) {
            return singles[0];
        }
        if (row.size() == 2 && pairs.size() == 1) {
            return pairs[0];
        }
        const Query phrase(Query::OP_PHRASE, singles.begin(), singles.end(),
                           static_cast<Xapian::termcount>(singles.size()));
        return pairs.empty() ? phrase : Query(Query::OP_FILTER, phrase, joined(Query::OP_AND, pairs));
    }

    Query row_in_field(const Row& row, const TextField& field, bool exactly) {
        if (row.size() > 1) {
            return weighed(in_a_row(row, field.prefix), field.weight);
        }
        const auto forms = phrases(row, field.prefix, exactly);
        std::vector<Query> terms;
        for (const auto& form : forms) {
            terms.emplace_back(form[0]);
        }
        remember(forms, field.prefix);
        return weighed(joined(Query::OP_SYNONYM, terms), field.weight);
    }

    Query row_in_names(const Row& row, const TextField& field) {
        const auto names = vocabulary_.names(field.prefix, row);
        return names.empty() ? Query() : weighed(joined(Query::OP_SYNONYM, names), field.weight);
    }

    /// Words as they are written; punctuation in them parts what must stand together, and all parts must be
    /// there.
    Query words(const QueryNode& node) {
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

    std::vector<std::string> expanded(const QueryNode& node, std::string_view prefix) {
        auto forms = vocabulary_.matching(prefix, tokeniser_.folded(node.text), most_forms);
        if (forms.size() > most_forms) {
            throw UsageError(too_broad(node.text));
        }
        return forms;
    }
    static Sentence too_broad(const std::string& pattern) {
        return sentence("“{}”代表的词超过 {} 个，过于宽泛；请多写几个字母",
                        "`{}` stands for more than {} words; write more of its letters", pattern, most_forms);
    }

    Query wildcard(const QueryNode& node) {
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
            if (!forms.empty()) {
                fields.push_back(weighed(joined(Query::OP_SYNONYM, forms), field.weight));
            }
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
            if (!found.empty()) {
                fields.push_back(weighed(joined(Query::OP_SYNONYM, found), field.weight));
            }
        }
        return fields.empty() ? Query() : joined(Query::OP_OR, fields);
    }

    /// What a part of `near` may be in a field.
    void alternatives(const QueryNode& node, std::string_view prefix,
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

    Query near(const QueryNode& node) {
        if (node.parts.size() > most_near_parts) {
            throw UsageError(sentence("NEAR 或 ADJ 连接的词不能多于 {} 个",
                                      "NEAR or ADJ joins at most {} words", most_near_parts));
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
                    std::vector<Query> terms(phrase.begin(), phrase.end());
                    either.push_back(terms.size() == 1 ? terms[0]
                                                       : Query(Query::OP_PHRASE, terms.begin(), terms.end(),
                                                               static_cast<Xapian::termcount>(terms.size())));
                }
                parts.push_back(either.empty() ? Query() : joined(Query::OP_OR, either));
                remember(phrases_of_part, field.prefix);
            }
            auto* source = new NearSource(std::move(nearness)); // released to the query
            fields.push_back(
                weighed(Query(Query::OP_FILTER, joined(Query::OP_AND, parts), Query(source->release())),
                        field.weight));
        }
        if (fields.empty()) {
            throw UsageError(Sentence{"NEAR 与 ADJ 只能用于名称、摘要、权利要求和说明书",
                                      "NEAR and ADJ are for titles, abstracts, claims and descriptions"});
        }
        note_rows(node);
        return joined(Query::OP_OR, fields);
    }

    static QueryField field_of(const QueryNode& node) {
        return node.parts.empty() ? node.field : field_of(node.parts[0]);
    }
    /// Rows of several words in it, for the snippet.
    void note_rows(const QueryNode& node) {
        if (!negated_ && node.kind == QueryNode::Kind::text && !has_wildcard(node)) {
            words_.push_back(node.text);
        }
        for (const auto& part : node.parts) {
            note_rows(part);
        }
    }

    /// `minimum` of the parts: every selection of so many of them.
    Query at_least(const QueryNode& node) {
        std::vector<Query> parts;
        for (const auto& part : node.parts) {
            parts.push_back(build(part));
        }
        double selections = 1;
        for (std::size_t i = 0; i < node.minimum; ++i) {
            selections *= static_cast<double>(parts.size() - i) / static_cast<double>(i + 1);
        }
        if (selections > static_cast<double>(most_selections)) {
            throw UsageError(sentence("从 {} 个条件中取 {} 个的组合过多；请减少条件",
                                      "there are too many ways to take {1} of {0} conditions; give fewer",
                                      parts.size(), node.minimum));
        }
        const auto any = joined(Query::OP_OR, parts); // what is there beyond the minimum counts too
        return Query(Query::OP_FILTER, any, selection(parts, 0, node.minimum));
    }
    static Query selection(const std::vector<Query>& parts, std::size_t from, std::size_t wanted) {
        if (wanted == 0) {
            return Query::MatchAll;
        }
        if (wanted == parts.size() - from) {
            return Query(Query::OP_AND, parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end());
        }
        const auto with = wanted == 1
                              ? parts[from]
                              : Query(Query::OP_AND, parts[from], selection(parts, from + 1, wanted - 1));
        return Query(Query::OP_OR, with, selection(parts, from + 1, wanted));
    }

    /// Records whose state no source gives carry no term for it.
    Query unknown_status() {
        std::vector<Query> known;
        for (const auto& key : vocabulary_.all(status_prefix)) {
            if (key != legal_state_key(LegalState::unknown)) {
                known.push_back(term(status_prefix, key));
            }
        }
        const auto missing = known.empty()
                                 ? Query::MatchAll
                                 : Query(Query::OP_AND_NOT, Query::MatchAll, joined(Query::OP_OR, known));
        return Query(Query::OP_SCALE_WEIGHT, missing, 0);
    }

    Query status(const std::string& text) {
        const auto key = fold_key(text);
        for (int s = 0; s <= static_cast<int>(LegalState::dead); ++s) {
            const auto state = static_cast<LegalState>(s);
            const auto words = legal_state_text(state);
            if (state == LegalState::unknown &&
                (key == legal_state_key(state) || key == fold_key(words.zh))) {
                return unknown_status();
            }
            if (key == legal_state_key(state) || key == fold_key(words.zh) || key == fold_key(words.en)) {
                // The coarse states ask for the validity, whatever the precise state is.
                const bool coarse = state == LegalState::in_force || state == LegalState::pending ||
                                    state == LegalState::dead;
                return coarse ? filter(validity_prefix, validity_key(validity_of(state)))
                              : filter(status_prefix, legal_state_key(state));
            }
        }
        for (int v = 0; v <= static_cast<int>(Validity::dead); ++v) {
            const auto validity = static_cast<Validity>(v);
            if (key == validity_key(validity) || key == fold_key(validity_text(validity).zh)) {
                return filter(validity_prefix, validity_key(validity));
            }
        }
        throw UsageError(
            sentence("“{}”不是法律状态；可用：有效、审中、失效、授权，或 "
                     "in_force、pending、dead、granted、examination、fee_lapsed、expired 等",
                     "`{}` is no legal status; in_force, pending, dead, granted, examination, fee_lapsed, "
                     "expired, ... are (or 有效, 审中, 失效, 授权)",
                     text));
    }

    Query type(const std::string& text) {
        auto found = patent_type_by_key(fold_key(text));
        if (found == PatentType::unknown) {
            found = patent_type_from_words(text);
        }
        if (found == PatentType::unknown) {
            throw UsageError(sentence(
                "“{}”不是专利类型；可用：发明、实用新型、外观设计，或 invention、utility_model、design",
                "`{}` is no patent type; invention, utility_model, design (or 发明, 实用新型, 外观设计)",
                text));
        }
        return filter(type_prefix, patent_type_key(found));
    }

    Query owned_by(const std::vector<std::int64_t>& enterprises) {
        std::set<std::string> keys;
        for (const auto id : enterprises) {
            for (const auto& place : store::view_enterprise(workspace_, id).fields) {
                if (place.field == "name" || place.field == "former_names" || place.field == "aliases" ||
                    place.field == "name_en") {
                    for (const auto& name : split_trimmed(place.value, "\n")) {
                        keys.insert(organisation_key(name));
                    }
                }
            }
        }
        std::vector<std::string> names;
        for (const auto& prefix : {applicant_prefix, owner_prefix}) {
            for (const auto& name : vocabulary_.all(prefix)) {
                if (keys.contains(organisation_key(name))) {
                    names.push_back(std::string{prefix} + name);
                }
            }
        }
        return names.empty() ? Query() : Query(Query::OP_SCALE_WEIGHT, joined(Query::OP_SYNONYM, names), 0);
    }

    Query enterprise(const std::string& text) {
        const auto id = store::find_enterprise(workspace_, text);
        if (!id) {
            throw UsageError(
                sentence("“{}”：工作区中没有这家企业", "`{}`: no enterprise of the workspace", text));
        }
        return owned_by({*id});
    }
    Query park(const std::string& text) {
        const auto ids = store::enterprises_of_park(workspace_, text);
        if (ids.empty()) {
            throw UsageError(sentence("“{}”：工作区中没有企业属于这个园区",
                                      "`{}`: no enterprise of the workspace is in this park", text));
        }
        return owned_by(ids);
    }

    Query numbers(const std::vector<std::string>& texts) {
        std::vector<Query> found;
        for (const auto& text : texts) {
            if (const auto id = store::find_patent(workspace_, text)) {
                found.push_back(filter(number_prefix, store::view_patent(workspace_, *id).name));
            }
        }
        return found.empty() ? Query() : joined(Query::OP_OR, found);
    }

    Query classes(const std::string& text) {
        auto key = fold_key(text);
        constexpr std::size_t subclass = 4;
        if (key.ends_with('*')) {
            key.pop_back();
        } else if (key.size() >= subclass) {
            return filter(class_prefix, key);
        }
        return Query(Query::OP_SCALE_WEIGHT,
                     Query(Query::OP_WILDCARD, std::string{class_prefix} + key, most_forms,
                           Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM),
                     0);
    }

    Query dates(const QueryNode& node) {
        switch (node.field) {
        case QueryField::published:
            return date_range(database_, published_prefix, slot_published, node.from, node.to);
        case QueryField::expires:
            return date_range(database_, expires_prefix, slot_expires, node.from, node.to);
        default:
            return date_range(database_, filed_prefix, slot_filed, node.from, node.to);
        }
    }

    Query leaf(const QueryNode& node) {
        switch (node.field) {
        case QueryField::ipc:
            return classes(node.text);
        case QueryField::status:
            return status(node.text);
        case QueryField::type:
            return type(node.text);
        case QueryField::place:
            return filter(place_prefix, fold_key(node.text));
        case QueryField::park:
            return park(node.text);
        case QueryField::number:
            return numbers({node.text});
        case QueryField::enterprise:
            return enterprise(node.text);
        default:
            return words(node);
        }
    }

    Query built(const QueryNode& node) {
        switch (node.kind) {
        case QueryNode::Kind::text:
            return leaf(node);
        case QueryNode::Kind::range:
            return dates(node);
        case QueryNode::Kind::numbers:
            return numbers(node.numbers);
        case QueryNode::Kind::near:
            return near(node);
        case QueryNode::Kind::at_least:
            return at_least(node);
        case QueryNode::Kind::none_of: {
            const bool before = negated_;
            negated_ = !negated_;
            auto inner = build(node.parts[0]);
            negated_ = before;
            return Query(Query::OP_AND_NOT, Query::MatchAll, inner);
        }
        case QueryNode::Kind::any_of: {
            std::vector<Query> parts;
            for (const auto& part : node.parts) {
                parts.push_back(build(part));
            }
            return joined(Query::OP_OR, parts);
        }
        case QueryNode::Kind::all_of:
            return all_of(node);
        }
        return {};
    }

    /// What is not wanted is taken off what is, instead of off everything.
    Query all_of(const QueryNode& node) {
        std::vector<Query> wanted, unwanted;
        for (const auto& part : node.parts) {
            if (part.kind == QueryNode::Kind::none_of) {
                negated_ = !negated_;
                unwanted.push_back(build(part.parts[0]));
                negated_ = !negated_;
            } else {
                wanted.push_back(build(part));
            }
        }
        const auto all = wanted.empty() ? Query::MatchAll : joined(Query::OP_AND, wanted);
        return unwanted.empty() ? all : Query(Query::OP_AND_NOT, all, joined(Query::OP_OR, unwanted));
    }

public:
    Compiler(const store::Workspace& workspace, Vocabulary& vocabulary, const Xapian::Database& database,
             const Settings& settings, std::vector<std::string>& found)
        : workspace_(workspace), vocabulary_(vocabulary), database_(database), settings_(settings),
          words_(found) {}

    Query build(const QueryNode& node) { return weighed(built(node), node.weight); }
};

} // namespace

Compiled compile(const QueryNode& node, const store::Workspace& workspace, Vocabulary& vocabulary,
                 const Xapian::Database& database, const Settings& settings) {
    Compiled compiled;
    Compiler compiler(workspace, vocabulary, database, settings, compiled.words);
    compiled.query = compiler.build(node);
    return compiled;
}

} // namespace longmen::search::detail
