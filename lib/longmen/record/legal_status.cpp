// SPDX-License-Identifier: GPL-3.0-or-later
// States and the vocabulary of status words.
#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

/// Folded, without blanks and punctuation: vendors write 终止（未缴年费） and 终止-未缴年费 alike.
std::string plain(std::string_view words) {
    auto result = fold_key(words);
    for (const std::string_view mark : {"(", ")", "[", "]", "【", "】", "、", "，", ",", ";", ":", "-", "_",
                                        "。", "①", "②", "③", "/", "."}) {
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark)) {
            result.erase(at, mark.size());
        }
    }
    return result;
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
    for (const auto* node : root.tables("rule")) {
        node->allow({"state", "contains", "codes", "event", "event_only", "restored", "at_risk", "note"});
        Rule rule;
        const auto state = node->string_or("state", "unknown");
        rule.result.state = legal_state_by_key(state);
        if (legal_state_key(rule.result.state) != state) {
            std::string allowed;
            for (const auto& row : states) {
                allowed += (allowed.empty() ? "" : ", ") + std::string{row.key};
            }
            node->at("state").fail(fmt::format("no such state; allowed: {}", allowed));
        }
        rule.result.event = node->string_or("event", "");
        rule.result.event_only = node->boolean_or("event_only", false);
        rule.result.restored = node->boolean_or("restored", false);
        rule.result.at_risk = node->boolean_or("at_risk", false);
        for (const auto& word : node->strings_or_empty("contains")) {
            rule.contains.push_back(plain(word));
        }
        for (const auto& code : node->strings_or_empty("codes")) {
            rule.codes.push_back(plain(code));
        }
        if (rule.contains.empty() && rule.codes.empty()) {
            node->fail("a rule needs `contains` or `codes`");
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
        if (std::ranges::any_of(rule.contains,
                                [&](const auto& word) { return text.find(word) != std::string::npos; })) {
            return rule.result;
        }
    }
    return std::nullopt;
}

} // namespace longmen
