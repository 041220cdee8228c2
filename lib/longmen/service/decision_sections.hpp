// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions at a line, as parts of an answer for people.
#pragma once

#include <longmen/scoring/decisions.hpp>
#include <longmen/service/section.hpp>

#include <vector>

namespace longmen::service {

/// Who stands near the line, and what would turn each decision.
inline void add_decisions(std::vector<Section>& sections, const scoring::Decisions& decisions, Lang lang) {
    auto notes = scoring::certificate_notes(decisions, lang);
    sections.push_back({std::string{Text{"入选线附近", "Near the line"}.in(lang)},
                        {std::move(notes.front())},
                        scoring::decision_table(decisions, lang)});
    sections.push_back({std::string{Text{"怎样才会翻转结论", "What would turn a decision"}.in(lang)},
                        {notes.begin() + 1, notes.end()},
                        scoring::certificate_table(decisions, lang)});
}

} // namespace longmen::service
