// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the query tree of the index.
#include <longmen/search/detail/compile.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/detail/dates.hpp>
#include <longmen/search/detail/key_query.hpp>
#include <longmen/search/detail/query_parts.hpp>
#include <longmen/search/detail/text_query.hpp>

namespace longmen::search::detail {
namespace {

using Xapian::Query;

/// Selections one `at_least` may be made of: beyond them a query takes seconds.
constexpr std::size_t most_selections = 2000;

class Compiler {
    const Xapian::Database& database_;
    KeyQueries keys_;
    TextQueries texts_;

    Query unwanted(const QueryNode& node) {
        texts_.set_negated(!texts_.negated());
        auto query = build(node.parts[0]);
        texts_.set_negated(!texts_.negated());
        return query;
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
            return keys_.classes(node.text);
        case QueryField::status:
            return keys_.status(node.text);
        case QueryField::type:
            return keys_.type(node.text);
        case QueryField::place:
            return filter(place_prefix, fold_key(node.text));
        case QueryField::park:
            return keys_.park(node.text);
        case QueryField::number:
            return keys_.numbers({node.text});
        case QueryField::enterprise:
            return keys_.enterprise(node.text);
        default:
            return texts_.words(node);
        }
    }

    Query built(const QueryNode& node) {
        switch (node.kind) {
        case QueryNode::Kind::text:
            return leaf(node);
        case QueryNode::Kind::range:
            return dates(node);
        case QueryNode::Kind::numbers:
            return keys_.numbers(node.numbers);
        case QueryNode::Kind::near:
            return texts_.near(node);
        case QueryNode::Kind::at_least:
            return at_least(node);
        case QueryNode::Kind::none_of: {
            return Query(Query::OP_AND_NOT, Query::MatchAll, unwanted(node));
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
        std::vector<Query> wanted, without;
        for (const auto& part : node.parts) {
            if (part.kind == QueryNode::Kind::none_of) {
                without.push_back(unwanted(part));
            } else {
                wanted.push_back(build(part));
            }
        }
        const auto all = wanted.empty() ? Query::MatchAll : joined(Query::OP_AND, wanted);
        return without.empty() ? all : Query(Query::OP_AND_NOT, all, joined(Query::OP_OR, without));
    }

public:
    Compiler(const Directory& directory, IndexWords& vocabulary, const Xapian::Database& database,
             const Settings& settings, bool servers, std::vector<std::string>& words)
        : database_(database), keys_(directory, vocabulary),
          texts_(vocabulary, settings, servers ? &database : nullptr, words) {}

    Query build(const QueryNode& node) { return weighed(built(node), node.weight); }
};

} // namespace

Compiled compile(const QueryNode& node, const Directory& directory, IndexWords& vocabulary,
                 const Xapian::Database& database, const Settings& settings, bool servers) {
    Compiled compiled;
    Compiler compiler(directory, vocabulary, database, settings, servers, compiled.words);
    compiled.query = compiler.build(node);
    return compiled;
}

} // namespace longmen::search::detail
