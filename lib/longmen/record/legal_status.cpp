// SPDX-License-Identifier: GPL-3.0-or-later
// States and the vocabulary of status words.
#include <longmen/record/legal_status.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/event.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace longmen {
namespace {

struct StateRow {
    std::string_view key;
    Validity validity;
    Text text;
};

constexpr auto states = std::to_array<StateRow>({
    {"unknown", Validity::unknown, {"未知", "unknown"}},
    {"published", Validity::pending, {"公开", "published"}},
    {"examination", Validity::pending, {"实质审查", "under examination"}},
    {"granted", Validity::in_force, {"授权", "granted"}},
    {"part_invalid", Validity::in_force, {"部分无效", "partly invalid"}},
    {"rejected", Validity::dead, {"驳回", "rejected"}},
    {"withdrawn", Validity::dead, {"撤回", "withdrawn"}},
    {"deemed_withdrawn", Validity::dead, {"视为撤回", "deemed withdrawn"}},
    {"abandoned", Validity::dead, {"放弃", "abandoned"}},
    {"fee_lapsed", Validity::dead, {"未缴年费终止", "lapsed, fee unpaid"}},
    {"expired", Validity::dead, {"期限届满", "expired"}},
    {"invalidated", Validity::dead, {"全部无效", "invalidated"}},
    {"revoked", Validity::dead, {"撤销", "revoked"}},
    {"terminated", Validity::dead, {"终止", "terminated"}},
    {"in_force", Validity::in_force, {"有效", "in force"}},
    {"pending", Validity::pending, {"审中", "pending"}},
    {"dead", Validity::dead, {"失效", "not in force"}},
});

struct ValidityRow {
    std::string_view key;
    Text text;
};
constexpr auto validities = std::to_array<ValidityRow>({
    {"unknown", {"未知", "unknown"}},
    {"pending", {"审中", "pending"}},
    {"in_force", {"有效", "in force"}},
    {"dead", {"失效", "not in force"}},
});

/// Whether the character that begins at `text` is punctuation or a numbering sign; its length in bytes, else
/// 0.
std::size_t mark_length(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    if (byte(0) < 0x80) {
        const char c = text[0];
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return kept ? 0 : 1;
    }
    // U+2000-U+206F general punctuation, U+2460-U+24FF enclosed numbers, U+3000-U+303F CJK punctuation.
    const bool general = byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81);
    const bool enclosed = byte(0) == 0xE2 && (byte(1) >= 0x91 && byte(1) <= 0x93);
    const bool cjk = byte(0) == 0xE3 && byte(1) == 0x80;
    return general || enclosed || cjk ? 3 : text.starts_with("\xC2\xB7") ? 2 : 0;
}

/// Folded, without blanks and punctuation: sources write 终止（未缴年费） and 终止-未缴年费 alike.
std::string plain(std::string_view words) {
    const auto folded = fold_key(words);
    std::string result;
    result.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const auto length = mark_length(std::string_view{folded}.substr(at));
        if (length == 0) {
            result += folded[at];
        }
        at += length == 0 ? 1 : length;
    }
    return result;
}

std::vector<std::string> plain_words(const ConfigNode& rule, std::string_view key) {
    std::vector<std::string> result;
    for (const auto& word : rule.strings_or_empty(key)) {
        result.push_back(plain(word));
        if (result.back().empty()) { // would be contained in everything
            rule.at(key).fail(
                sentence("“{}”中既无字母也无数字", "`{}` has neither letters nor digits", word));
        }
    }
    return result;
}

bool holds_any(std::string_view text, const std::vector<std::string>& words) {
    return std::ranges::any_of(words,
                               [&](const auto& word) { return text.find(word) != std::string_view::npos; });
}

} // namespace

std::string_view legal_state_key(LegalState state) {
    return states.at(static_cast<std::size_t>(state)).key;
}
Text legal_state_text(LegalState state) {
    return states.at(static_cast<std::size_t>(state)).text;
}
Validity validity_of(LegalState state) {
    return states.at(static_cast<std::size_t>(state)).validity;
}
std::string_view validity_key(Validity validity) {
    return validities.at(static_cast<std::size_t>(validity)).key;
}
Text validity_text(Validity validity) {
    return validities.at(static_cast<std::size_t>(validity)).text;
}

LegalState legal_state_by_key(std::string_view key) {
    const auto found = std::ranges::find(states, key, &StateRow::key);
    return found == states.end() ? LegalState::unknown : static_cast<LegalState>(found - states.begin());
}

StatusVocabulary StatusVocabulary::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "rule"});
    StatusVocabulary vocabulary;
    std::set<std::string> seen;
    for (const auto* node : root.tables("rule")) {
        node->allow(
            {"state", "contains", "unless", "codes", "event", "event_only", "restored", "at_risk", "note"});
        Rule rule;
        const auto state = node->string_or("state", "unknown");
        rule.result.state = legal_state_by_key(state);
        if (legal_state_key(rule.result.state) != state) {
            std::string allowed;
            for (const auto& row : states) {
                allowed += (allowed.empty() ? "" : ", ") + std::string{row.key};
            }
            node->at("state").fail(sentence("没有这种状态；允许：{}", "no such state; allowed: {}", allowed));
        }
        rule.result.event = node->string_or("event", "");
        if (!rule.result.event.empty() && !event_by_key(rule.result.event)) {
            node->at("event").fail(
                sentence("没有这种事件；允许：{}", "no such event; allowed: {}", event_keys()));
        }
        rule.result.event_only = node->boolean_or("event_only", false);
        rule.result.restored = node->boolean_or("restored", false);
        rule.result.at_risk = node->boolean_or("at_risk", false);
        rule.contains = plain_words(*node, "contains");
        rule.unless = plain_words(*node, "unless");
        rule.codes = plain_words(*node, "codes");
        for (const auto& code : rule.codes) {
            if (!seen.insert(code).second) {
                node->at("codes").fail(sentence("代码“{}”重复出现", "the code `{}` stands twice", code));
            }
        }
        if (rule.result.event_only && rule.result.event.empty()) {
            node->fail(Sentence{"`event_only` 须与 `event` 同时给出", "`event_only` needs an `event`"});
        }
        if (rule.contains.empty() && rule.codes.empty()) {
            node->fail(Sentence{"规则须有 `contains` 或 `codes`", "a rule needs `contains` or `codes`"});
        }
        vocabulary.rules_.push_back(std::move(rule));
    }
    return vocabulary;
}

std::optional<StatusVocabulary::Match> StatusVocabulary::match(std::string_view words) const {
    const auto text = plain(words);
    if (text.empty()) {
        return std::nullopt;
    }
    for (const auto& rule : rules_) {
        if (std::ranges::find(rule.codes, text) != rule.codes.end()) {
            return rule.result;
        }
    }
    for (const auto& rule : rules_) {
        if (holds_any(text, rule.contains) && !holds_any(text, rule.unless)) {
            return rule.result;
        }
    }
    return std::nullopt;
}

} // namespace longmen
