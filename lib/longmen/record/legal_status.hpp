// SPDX-License-Identifier: GPL-3.0-or-later
// Legal status: canonical states, the three-way reading, and the vocabulary that maps words and gazette
// codes.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/lang.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

enum class LegalState : std::uint8_t {
    unknown,
    published,
    examination,
    granted,
    part_invalid,
    rejected,
    withdrawn,
    deemed_withdrawn,
    abandoned,
    fee_lapsed,
    expired,
    invalidated,
    revoked,
    terminated,
    in_force, ///< the source says only: in force
    pending,  ///< the source says only: pending
    dead      ///< the source says only: not in force
};
enum class Validity : std::uint8_t { unknown, pending, in_force, dead };

[[nodiscard]] std::string_view legal_state_key(LegalState state);
[[nodiscard]] LegalState legal_state_by_key(std::string_view key);
[[nodiscard]] Text legal_state_text(LegalState state);
[[nodiscard]] Validity validity_of(LegalState state);
[[nodiscard]] std::string_view validity_key(Validity validity); ///< `unknown`, `pending`, `in_force`, `dead`
[[nodiscard]] Text validity_text(Validity validity);

/// Words and codes of models/vocabulary/legal_status.toml; tried in file order, by `contains` after folding
/// and removing punctuation, exact codes first.
class StatusVocabulary {
public:
    /// DataError with file and line on an unknown state or key.
    static StatusVocabulary read(const Config& config);

    struct Match {
        LegalState state = LegalState::unknown;
        bool event_only = false; ///< transfer, licence, pledge: the state does not change
        bool restored = false;   ///< 恢复: back to what it was
        bool at_risk = false;    ///< 等年费滞纳金, 等恢复
        std::string event;       ///< key of an EventKind (`transfer`, `licence`, ...), may be empty
    };
    /// Nothing when no word matches. A cell that holds a state and an event gives the state.
    [[nodiscard]] std::optional<Match> match(std::string_view words) const;

private:
    struct Rule {
        std::vector<std::string> contains;
        std::vector<std::string> unless; ///< words that keep `contains` from holding
        std::vector<std::string> codes;
        Match result;
    };
    std::vector<Rule> rules_;
};

} // namespace longmen
