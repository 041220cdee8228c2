// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the relational part of a profile.
#include <longmen/ingest/relation.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/profile.hpp>
#include <longmen/record/citation.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace longmen::ingest {
namespace {

constexpr std::array<std::string_view, 3> unknown_words{"refuse", "id", "nothing"};

/// `{a}-{b}` in pieces.
std::vector<CellText::Piece> pieces_of(const ConfigNode& node, std::string_view text) {
    std::vector<CellText::Piece> pieces;
    while (!text.empty()) {
        const auto open = text.find('{');
        CellText::Piece piece;
        piece.literal = std::string{text.substr(0, open)};
        if (open == std::string_view::npos) {
            text = {};
        } else {
            const auto close = text.find('}', open);
            if (close == std::string_view::npos) {
                node.fail(Sentence{"“{”没有配对的“}”", "a `{` without its `}`"});
            }
            piece.heading = heading_key(text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void read_condition(const ConfigNode& node, CellText& text) {
    if (const auto* positive = node.find("positive")) {
        text.positive = heading_key(positive->string());
    }
    text.except = node.find("except") != nullptr;
    const auto* only = node.find(text.except ? "except" : "only");
    if (!only) {
        return;
    }
    if (only->keys().size() != 1) {
        only->fail(Sentence{"条件应恰好针对一列", "a condition is about exactly one column"});
    }
    text.only = heading_key(only->keys()[0]);
    for (const auto& word : only->at(only->keys()[0]).strings()) {
        text.words.push_back(fold(word));
    }
}

CellText cell_text(const ConfigNode& node) {
    CellText result;
    if (node.kind() == ConfigNode::Kind::string) {
        result.pieces = pieces_of(node, node.string());
        return result;
    }
    node.allow({"text", "only", "except", "positive"});
    result.pieces = pieces_of(node.at("text"), node.at("text").string());
    read_condition(node, result);
    return result;
}

/// A text, a table with a condition, or a list of these.
CellTexts cell_texts(const ConfigNode& node) {
    CellTexts texts;
    if (node.kind() != ConfigNode::Kind::array) {
        texts.push_back(cell_text(node));
        return texts;
    }
    for (const auto& each : node.array()) {
        texts.push_back(cell_text(each));
    }
    return texts;
}

void read_composed(const ConfigNode& node, const std::function<bool(std::string_view)>& is_target,
                   Relation& relation) {
    for (const auto& key : node.keys()) {
        const auto& entry = node.at(key);
        if (!is_target(key)) {
            entry.fail(sentence("“{}”不是这种表的字段", "`{}` is no field of a table of this kind", key));
        }
        relation.composed.push_back({key, cell_texts(entry)});
    }
}

void read_referent(const ConfigNode& node, GatherRule& rule) {
    const auto* space = node.find("referent");
    if (!space) {
        return;
    }
    rule.space = space->string();
    for (const auto& key : node.at("take").strings()) {
        const auto field = referent_field_by_key(key);
        if (!field) {
            node.at("take").fail(sentence("人员或地点没有“{}”这一项", "a referent has no `{}`", key));
        }
        rule.take.push_back(*field);
    }
    const auto word = node.string_or("unknown", unknown_words[0]);
    const auto found = std::ranges::find(unknown_words, word);
    if (found == unknown_words.end()) {
        node.at("unknown").fail(Sentence{"应为 refuse、id 或 nothing", "refuse, id or nothing is expected"});
    }
    rule.unknown = static_cast<UnknownReferent>(found - unknown_words.begin());
    if (rule.unknown == UnknownReferent::refuse) {
        rule.table = node.at("table").string();
    }
}

GatherRule gather_rule(const ConfigNode& node) {
    node.allow({"field", "text", "only", "except", "positive", "order", "origin", "referent", "take",
                "unknown", "table"});
    GatherRule rule;
    const auto field = field_by_key(node.at("field").string());
    if (!field) {
        node.at("field").fail(sentence("没有字段“{}”", "there is no field `{}`", node.at("field").string()));
    }
    rule.field = *field;
    rule.texts = cell_texts(node.at("text"));
    for (auto& text : rule.texts) {
        read_condition(node, text);
    }
    rule.order = heading_key(node.string_or("order", ""));
    rule.origin = heading_key(node.string_or("origin", ""));
    read_referent(node, rule);
    return rule;
}

void read_origins(const ConfigNode& node, Relation& relation) {
    for (const auto& word : node.keys()) {
        const auto& origin = node.at(word).string();
        if (std::ranges::find(citation_origins, origin) == std::end(citation_origins)) {
            node.at(word).fail(sentence("没有引证来源“{}”", "there is no origin of citations `{}`", origin));
        }
        relation.origins.emplace(fold(word), origin);
    }
}

void note_used(const CellTexts& texts, std::set<std::string>& used) {
    for (const auto& text : texts) {
        for (const auto& piece : text.pieces) {
            used.insert(piece.heading);
        }
        used.insert({text.only, text.positive});
    }
}

void collect_used(Relation& relation) {
    for (const auto& composed : relation.composed) {
        note_used(composed.texts, relation.used);
    }
    for (const auto& rule : relation.gather) {
        note_used(rule.texts, relation.used);
        relation.used.insert({rule.order, rule.origin});
    }
    relation.used.insert(relation.order);
    relation.used.erase("");
}

bool names_record(const Composed& composed) {
    const auto field = field_by_key(composed.target);
    return field && (field_info(*field).type == FieldType::number || field == Field::source_ids);
}

} // namespace

Relation read_relation(const ConfigNode& table, const ConfigNode& file,
                       const std::function<bool(std::string_view)>& is_target) {
    Relation relation;
    if (const auto* composed = table.find("composed")) {
        read_composed(*composed, is_target, relation);
    }
    relation.gathered = table.boolean_or("gathered", false);
    for (const auto* node : table.tables("gather")) {
        relation.gather.push_back(gather_rule(*node));
    }
    relation.order = heading_key(table.string_or("order", ""));
    relation.space = table.string_or("space", "");
    if (const auto* origins = file.find("origins")) {
        read_origins(*origins, relation);
    }
    if (relation.gathered && (relation.composed.size() != 1 || !names_record(relation.composed[0]))) {
        table.at("gathered")
            .fail(Sentence{"合并多行的表应由恰好一个号码或来源编号指明记录",
                           "the records of a gathered table are named by exactly one composed number or id"});
    }
    if (!relation.gathered && !relation.gather.empty()) {
        table.at("gather").fail(Sentence{"只有 gathered = true 的表可以有 gather",
                                         "only a table that is gathered = true may have gather"});
    }
    collect_used(relation);
    return relation;
}

} // namespace longmen::ingest
