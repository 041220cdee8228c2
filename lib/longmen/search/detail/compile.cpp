// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the query tree of the index.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/search/detail/compile.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/phrase_source.hpp>
#include <longmen/search/tokens.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/format.h>

#include <array>

namespace longmen::search::detail {
namespace {

using Xapian::Query;

class Compiler {
    const store::Workspace& workspace_;
    const Xapian::Database& database_;
    Tokeniser tokeniser_;
    std::vector<std::string>& words_;
    bool negated_ = false;

    Query term(std::string_view prefix, std::string_view key) {
        return Query(cut_term(fmt::format("{}{}", prefix, key)));
    }

    /// A term that only filters: it does not weigh.
    Query filter(std::string_view prefix, std::string_view key) {
        return Query(Query::OP_SCALE_WEIGHT, term(prefix, key), 0);
    }

    /// Words as they are written; punctuation in them parts what must stand together, and all parts must be
    /// there.
    Query words(const std::string& text, std::string_view prefix) {
        const auto tokens = tokeniser_.split(text);
        if (tokens.empty()) {
            throw UsageError(
                sentence("“{}”中没有可检索的词", "`{}` holds no word that can be searched", text));
        }
        std::vector<Query> segments;
        for (std::size_t begin = 0; begin < tokens.size();) {
            std::size_t end = begin + 1;
            while (end < tokens.size() && tokens[end].position == tokens[end - 1].position + 1) {
                ++end;
            }
            const std::vector<Token> segment(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                             tokens.begin() + static_cast<std::ptrdiff_t>(end));
            segments.push_back(exact(segment, prefix));
            if (!negated_) {
                words_.push_back(
                    text.substr(segment.front().begin, segment.back().end - segment.front().begin));
            }
            begin = end;
        }
        return Query(Query::OP_AND, segments.begin(), segments.end());
    }

    /// Words one behind the other. One or two are a term; of more, every pair must be there, and the stored
    /// text decides.
    Query exact(const std::vector<Token>& segment, std::string_view prefix) {
        if (segment.size() == 1) {
            return term(prefix, segment[0].text);
        }
        std::vector<Query> pairs;
        for (const auto& pair : pairs_of(segment)) {
            pairs.push_back(term(prefix, pair));
        }
        if (pairs.size() == 1) {
            return pairs[0];
        }
        auto* source = new PhraseSource(database_, segment, prefix);
        return Query(Query::OP_FILTER, Query(Query::OP_AND, pairs.begin(), pairs.end()),
                     Query(source->release()));
    }

    Query status(const std::string& text) {
        const auto key = fold_key(text);
        for (int s = 0; s <= static_cast<int>(LegalState::dead); ++s) {
            const auto state = static_cast<LegalState>(s);
            const auto words = legal_state_text(state);
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

    Query enterprise(const std::string& text) {
        const auto id = store::find_enterprise(workspace_, text);
        if (!id) {
            throw UsageError(
                sentence("“{}”：工作区中没有这家企业", "`{}`: no enterprise of the workspace", text));
        }
        std::vector<Query> names;
        for (const auto& place : store::view_enterprise(workspace_, *id).fields) {
            if (place.field == "name" || place.field == "former_names" || place.field == "aliases" ||
                place.field == "name_en") {
                for (const auto& name : split_trimmed(place.value, "\n")) {
                    names.push_back(filter(organisation_prefix, organisation_key(name)));
                }
            }
        }
        return Query(Query::OP_OR, names.begin(), names.end());
    }

    Query number(const std::string& text) {
        const auto id = store::find_patent(workspace_, text);
        // The identifier of a document is the row of its record.
        return id ? Query(Query::OP_VALUE_RANGE, slot_number, number_of(*id), number_of(*id)) : Query();
    }
    std::string number_of(std::int64_t id) { return store::view_patent(workspace_, id).name; }

    Query years(const QueryNode& node) {
        return Query(Query::OP_SCALE_WEIGHT,
                     Query(Query::OP_VALUE_RANGE, slot_year, node.from.substr(0, 4),
                           node.to.empty() ? "9999" : node.to.substr(0, 4)),
                     0);
    }

    Query leaf(const QueryNode& node) {
        switch (node.field) {
        case QueryField::any:
            return words(node.text, {});
        case QueryField::title:
            return words(node.text, title_prefix);
        case QueryField::applicant:
            return words(node.text, applicant_prefix);
        case QueryField::inventor:
            return words(node.text, inventor_prefix);
        case QueryField::ipc:
            return filter(class_prefix, fold_key(node.text));
        case QueryField::status:
            return status(node.text);
        case QueryField::type:
            return type(node.text);
        case QueryField::place:
            return filter(place_prefix, fold_key(node.text));
        case QueryField::number:
            return number(node.text);
        case QueryField::enterprise:
            return enterprise(node.text);
        default:
            return {};
        }
        return {};
    }

public:
    Compiler(const store::Workspace& workspace, const Xapian::Database& database,
             std::vector<std::string>& found)
        : workspace_(workspace), database_(database), words_(found) {}

    Query build(const QueryNode& node) {
        switch (node.kind) {
        case QueryNode::Kind::text:
            return leaf(node);
        case QueryNode::Kind::range:
            return years(node);
        case QueryNode::Kind::none_of: {
            const bool before = negated_;
            negated_ = !negated_;
            auto inner = build(node.parts[0]);
            negated_ = before;
            return Query(Query::OP_AND_NOT, Query::MatchAll, inner);
        }
        case QueryNode::Kind::any_of:
        case QueryNode::Kind::all_of: {
            std::vector<Query> parts;
            for (const auto& part : node.parts) {
                parts.push_back(build(part));
            }
            return Query(node.kind == QueryNode::Kind::any_of ? Query::OP_OR : Query::OP_AND, parts.begin(),
                         parts.end());
        }
        default:
            return {};
        }
    }
};

} // namespace

Compiled compile(const QueryNode& node, const store::Workspace& workspace, const Xapian::Database& database) {
    Compiled compiled;
    Compiler compiler(workspace, database, compiled.words);
    compiled.query = compiler.build(node);
    return compiled;
}

} // namespace longmen::search::detail
